import { cellText, isBlank, type CellValue } from './cell-value';
import type { DefaultRule, FieldRule } from './mapping-schema';
import { parseCell } from './parse-cell';
import { addDays, parseDate, type DateOrder } from './parse-date';
import type { Rejection } from './rejection';
import type { MappedRow, MappedTables } from './source-row';

/** What rules may look at beside the row. */
export interface RuleContext {
  readonly dateOrder: DateOrder;
  readonly tables: MappedTables;
  /** Identifier of the run: `sales-pipeline-1f2e3d4c`. */
  readonly batch: string;
}

/** The plain value of a field, blank as undefined, with notes of the defaults used and why it was refused. */
export interface FieldOutcome {
  readonly value?: string | number | boolean;
  readonly note?: string;
  readonly rejection?: Rejection;
}

/** Values of the record so far, by field; conditions look at them. */
export type ValuesSoFar = Readonly<Record<string, unknown>>;

/** Applies the rule of one field to one row. References and users come out as the text that names them. */
export function fieldValue(
  field: string,
  rule: FieldRule,
  row: MappedRow,
  context: RuleContext,
  values: ValuesSoFar,
): FieldOutcome {
  if (rule.when && !holds(rule.when, values)) return {};
  if (rule.system) return { value: rule.system === 'batch' ? context.batch : row.sourceRow };
  const raw = rawValue(rule, row);
  if (!isBlank(raw)) return withField(field, readValue(rule, raw as NonNullable<CellValue>, context));
  const fallback = defaultValue(rule, row, context, values);
  if (fallback) return withField(field, fallback);
  return rule.required ? { rejection: { ...rule.required, field } } : {};
}

function withField(field: string, outcome: FieldOutcome): FieldOutcome {
  return outcome.rejection ? { rejection: { ...outcome.rejection, field } } : outcome;
}

function holds(
  condition: { readonly field: string; readonly in: readonly string[] },
  values: ValuesSoFar,
): boolean {
  return condition.in.includes(String(values[condition.field] ?? ''));
}

function rawValue(rule: FieldRule, row: MappedRow): CellValue {
  if (rule.constant !== undefined) return rule.constant;
  if (rule.template !== undefined) return fillTemplate(rule.template, row);
  for (const column of rule.column ?? []) {
    const cell = row.cells[column];
    if (cell !== undefined && !isBlank(cell)) return cell;
  }
  return null;
}

/** Fills the columns in; a template without any filled column is blank. */
function fillTemplate(template: string, row: MappedRow): string {
  let filled = false;
  const text = template.replace(/\{([^}]+)\}/g, (_, column: string) => {
    const cell = cellText(row.cells[column]);
    if (cell !== '') filled = true;
    return cell;
  });
  return filled ? text : '';
}

function readValue(rule: FieldRule, raw: NonNullable<CellValue>, context: RuleContext): FieldOutcome {
  const mapped = mapValue(rule, raw);
  if (mapped.rejection) return { rejection: mapped.rejection };
  if (mapped.value === undefined) return {};
  const parsed = parseCell(rule.parse, mapped.value, context);
  if (!parsed.ok)
    return rule.onInvalid === 'blank' ? {} : { rejection: { code: parsed.code, message: parsed.message } };
  return limit(rule, scale(rule, parsed.value));
}

function mapValue(
  rule: FieldRule,
  raw: NonNullable<CellValue>,
): { value?: NonNullable<CellValue>; rejection?: Rejection } {
  if (!rule.values) return { value: raw };
  const text = cellText(raw);
  const wanted = text.toLowerCase();
  const entry = Object.entries(rule.values).find(([key]) => key.toLowerCase() === wanted);
  if (entry) return { value: entry[1] };
  if (rule.otherValues === 'keep') return { value: raw };
  if (rule.otherValues === 'blank') return {};
  const known = Object.keys(rule.values).join(', ');
  return { rejection: { code: 'UNKNOWN_VALUE', message: `"${text}" is none of the known values: ${known}` } };
}

function scale(rule: FieldRule, value: string | number | boolean): string | number | boolean {
  if (rule.multiply === undefined || typeof value !== 'number') return value;
  return Number((value * rule.multiply).toPrecision(15));
}

function limit(rule: FieldRule, value: string | number | boolean): FieldOutcome {
  if (typeof value === 'number') {
    const low = rule.min !== undefined && value < rule.min;
    const high = rule.max !== undefined && value > rule.max;
    if (low || high) {
      const message = `${value} lies outside ${rule.min ?? 'any'} to ${rule.max ?? 'any'}`;
      return { rejection: { code: 'OUT_OF_RANGE', message } };
    }
  }
  if (typeof value === 'string' && rule.truncate !== undefined)
    return { value: value.slice(0, rule.truncate) };
  return { value };
}

function defaultValue(
  rule: FieldRule,
  row: MappedRow,
  context: RuleContext,
  values: ValuesSoFar,
): FieldOutcome | null {
  for (const fallback of rule.default) {
    if (fallback.when && !holds(fallback.when, values)) continue;
    const raw = rawDefault(fallback, row, context);
    if (isBlank(raw)) continue;
    const outcome = readValue(rule, raw as NonNullable<CellValue>, context);
    if (outcome.value === undefined) continue;
    return fallback.note === undefined ? outcome : { ...outcome, note: fallback.note };
  }
  return null;
}

function rawDefault(fallback: DefaultRule, row: MappedRow, context: RuleContext): CellValue {
  if (fallback.constant !== undefined) return fallback.constant;
  if (fallback.column !== undefined) return row.cells[fallback.column] ?? null;
  if (fallback.daysAfter) return daysAfter(fallback.daysAfter, row, context);
  if (fallback.lookup) return lookUp(fallback.lookup, row, context);
  return null;
}

function daysAfter(
  rule: { column: string; days: number },
  row: MappedRow,
  context: RuleContext,
): string | null {
  const cell = row.cells[rule.column];
  if (cell === undefined || cell === null || isBlank(cell)) return null;
  const date = parseDate(cell, context.dateOrder);
  return date === null ? null : addDays(date, rule.days);
}

function lookUp(rule: NonNullable<DefaultRule['lookup']>, row: MappedRow, context: RuleContext): CellValue {
  const wanted = comparable(row.cells[rule.equals]);
  const found = context.tables
    .get(rule.table)
    ?.find((other) => comparable(other.cells[rule.where]) === wanted);
  return found?.cells[rule.take] ?? null;
}

/** Compares names as people write them: `GTXPro` and `GTX Pro` are the same. */
const comparable = (cell: CellValue | undefined): string =>
  cellText(cell)
    .toLowerCase()
    .replace(/[\s-]+/g, '');
