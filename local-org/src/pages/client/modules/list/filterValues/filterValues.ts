/** A choice of a combobox. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Days that move with the calendar, by the literals of queries. */
const RELATIVE_DATES: readonly Choice[] = [
  ['TODAY', 'Today'],
  ['YESTERDAY', 'Yesterday'],
  ['TOMORROW', 'Tomorrow'],
  ['THIS_WEEK', 'This week'],
  ['LAST_WEEK', 'Last week'],
  ['NEXT_WEEK', 'Next week'],
  ['THIS_MONTH', 'This month'],
  ['LAST_MONTH', 'Last month'],
  ['NEXT_MONTH', 'Next month'],
  ['THIS_QUARTER', 'This quarter'],
  ['LAST_QUARTER', 'Last quarter'],
  ['NEXT_QUARTER', 'Next quarter'],
  ['THIS_YEAR', 'This year'],
  ['LAST_YEAR', 'Last year'],
  ['NEXT_YEAR', 'Next year'],
].map(([value = '', label = '']) => ({ value, label }));
/** Literals that take a number of days. */
const COUNTED_DATES: readonly Choice[] = [
  { value: 'LAST_N_DAYS', label: 'Last number of days' },
  { value: 'NEXT_N_DAYS', label: 'Next number of days' },
];
const DEFAULT_DAYS = 30;
/** Stands for a day of the calendar. */
export const EXACT_DATE = 'exact';

/** A value of a filter by a date: a day, a literal, or a literal with its number. */
export interface DateOperand {
  /** {@link EXACT_DATE}, or a literal without its number. */
  readonly kind: string;
  /** `2026-01-31` of an exact day. */
  readonly date: string;
  readonly days: number | null;
}

/** Reads `1/31/2026`, `TODAY`, `LAST_N_DAYS:30`. */
export function dateOperand(text: string): DateOperand {
  const [literal = '', count] = text.trim().toUpperCase().replaceAll(' ', '_').split(':');
  if (/^[A-Z]/.test(literal)) return { kind: literal, date: '', days: count ? Number(count) : null };
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text.trim()) ?? [];
  const date =
    year === '' ? text.trim().slice(0, 10) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { kind: EXACT_DATE, date, days: null };
}

/** The reverse of {@link dateOperand}. */
export function dateText({ kind, date, days }: DateOperand): string {
  if (kind === EXACT_DATE) return date;
  return takesDays(kind) ? `${kind}:${days ?? DEFAULT_DAYS}` : kind;
}

/** Whether a literal takes a number of days. */
export function takesDays(kind: string): boolean {
  return kind.includes('_N_');
}

/** What may be chosen for a date; a literal that somebody has deployed stays. */
export function dateChoices(kind: string): Choice[] {
  const known = [{ value: EXACT_DATE, label: 'On a date' }, ...RELATIVE_DATES, ...COUNTED_DATES];
  return known.some(({ value }) => value === kind) ? known : [...known, { value: kind, label: kind }];
}

/** `Alpha, "Beta, Inc"` are two values. */
export function textOperands(text: string): string[] {
  const parts = text.match(/\s*"(?:[^"]|"")*"\s*|[^,]+/g) ?? [''];
  return parts.map((part) => {
    const trimmed = part.trim();
    return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed;
  });
}

/** The reverse of {@link textOperands}. */
export function operandText(operands: readonly string[]): string {
  return operands
    .map((operand) => (/[",]/.test(operand) ? `"${operand.replaceAll('"', '""')}"` : operand))
    .join(', ');
}

/** What a filter says of a value: `last 7 days` for `LAST_N_DAYS:7`, `today`; all others as they are. */
export function operandLabel(text: string): string {
  if (!/^[A-Z]+(?:_[A-Z]+)*(?::\d+)?$/.test(text)) return text;
  const { kind, days } = dateOperand(text);
  if (takesDays(kind) && days !== null) {
    return kind.toLowerCase().replace('_n_', ` ${days} `).replaceAll('_', ' ');
  }
  return RELATIVE_DATES.find(({ value }) => value === kind)?.label.toLowerCase() ?? text;
}

/** `GreaterOrEqual` is `greater or equal`. */
export function operatorLabel(operator: string): string {
  return operator.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
