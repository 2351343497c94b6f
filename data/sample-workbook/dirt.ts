import { FORMER_SELLER, MISSPELT_PRODUCTS, emailOfSeller } from './catalogue';
import type { DealRow } from './deal-row';
import type { Deal } from './deals';
import { addDays, isClosed } from './deals';
import type { SeededRandom } from './random';

/** A kind of dirt: how many rows get it, which may, and what it does to a row. */
export interface Dirt {
  /** `date-day-first-two-digit` */
  readonly kind: string;
  readonly count: number;
  /** Why a row with it cannot be loaded; absent when it can, once cleaned. */
  readonly rejectedFor?: string;
  readonly suits: (deal: Deal) => boolean;
  readonly spoil: (row: DealRow, random: SeededRandom) => void;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Day 0 of spreadsheet dates. */
const SERIAL_EPOCH = new Date(Date.UTC(1899, 11, 30));
const DAY_MS = 86_400_000;

const two = (number: number): string => String(number).padStart(2, '0');
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

const WRITE_DATE = {
  dayFirst: (d: Date) =>
    `${two(d.getUTCDate())}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCFullYear() % 100)}`,
  iso: (d: Date) => d.toISOString().slice(0, 10),
  long: (d: Date) =>
    `${String(d.getUTCDate())} ${MONTHS[d.getUTCMonth()] ?? ''} ${String(d.getUTCFullYear())}`,
  serial: (d: Date) => (d.getTime() - SERIAL_EPOCH.getTime()) / DAY_MS,
  withTime: (d: Date) => new Date(d.getTime() + 14.5 * 3_600_000),
};

function rewriteDates(write: (date: Date) => string | number | Date) {
  return (row: DealRow): void => {
    for (const [column, date] of [
      ['Engage Date', row.truth.engagedOn],
      ['Close Date', row.truth.closeOn],
    ] as const) {
      if (date !== null) row.cells[column] = write(date);
    }
  };
}

function rewriteValue(write: (value: number) => string) {
  return (row: DealRow): void => {
    row.cells['Close Value'] = write(row.truth.value ?? 0);
  };
}

/** Rounds the true value so that the short form says all of it. */
function writeThousands(row: DealRow): void {
  row.truth.value = Math.max(100, Math.round((row.truth.value ?? 0) / 100) * 100);
  row.cells['Close Value'] = `${String(row.truth.value / 1000)}k`;
}

function misspellProduct(row: DealRow): void {
  const written = MISSPELT_PRODUCTS.find(([, product]) => product === row.truth.product.name);
  row.cells.Product = written?.[0] ?? row.truth.product.name;
}

function respellAccount(row: DealRow, random: SeededRandom): void {
  const name = row.truth.company.name;
  row.cells.Account = random.pick([
    name.toUpperCase(),
    name.toLowerCase(),
    `${name} Inc.`,
    `${name} Ltd`,
    name.replace(' ', '  '),
  ]);
}

function addTrailingSpaces(row: DealRow): void {
  for (const column of ['Sales Agent', 'Product', 'Account'] as const)
    row.cells[column] = `${String(row.cells[column])}  `;
}

const any = (): boolean => true;
const dated = (deal: Deal): boolean => deal.closeOn !== null;
const valued = (deal: Deal): boolean => (deal.value ?? 0) > 1000;
const likely = (deal: Deal): boolean => (deal.probability ?? 0) > 0;
const closed = (deal: Deal): boolean => isClosed(deal.stage);
const open = (deal: Deal): boolean => !isClosed(deal.stage);
const won = (deal: Deal): boolean => deal.stage === 'Closed Won';
const misspellable = (deal: Deal): boolean =>
  MISSPELT_PRODUCTS.some(([, product]) => product === deal.product.name);

/** Every kind of dirt in single rows of the Opportunities sheet. A row gets at most one of them. */
export const DIRT: readonly Dirt[] = [
  {
    kind: 'account-missing',
    count: 24,
    rejectedFor: 'ACCOUNT_MISSING',
    suits: open,
    spoil: (row) => (row.cells.Account = null),
  },
  {
    kind: 'account-unknown',
    count: 4,
    rejectedFor: 'ACCOUNT_UNKNOWN',
    suits: any,
    spoil: (row) => (row.cells.Account = 'Nobody Knows Trading'),
  },
  {
    kind: 'id-missing',
    count: 2,
    rejectedFor: 'ID_MISSING',
    suits: closed,
    spoil: (row) => (row.cells['Opp ID'] = null),
  },
  {
    kind: 'value-negative',
    count: 3,
    rejectedFor: 'VALUE_NEGATIVE',
    suits: won,
    spoil: (row) => (row.cells['Close Value'] = -(row.truth.value ?? 0)),
  },
  {
    kind: 'value-unreadable',
    count: 2,
    rejectedFor: 'VALUE_UNREADABLE',
    suits: won,
    spoil: (row) => (row.cells['Close Value'] = 'tbc'),
  },
  {
    kind: 'stage-unknown',
    count: 3,
    rejectedFor: 'STAGE_UNKNOWN',
    suits: open,
    spoil: (row) => (row.cells.Stage = 'On hold'),
  },
  {
    kind: 'date-impossible',
    count: 3,
    rejectedFor: 'DATE_UNREADABLE',
    suits: closed,
    spoil: (row) => (row.cells['Close Date'] = '31-02-26'),
  },
  {
    kind: 'closed-without-date',
    count: 2,
    rejectedFor: 'CLOSE_DATE_MISSING',
    suits: closed,
    spoil: (row) => (row.cells['Close Date'] = null),
  },
  { kind: 'product-misspelt', count: 30, suits: misspellable, spoil: misspellProduct },
  { kind: 'account-respelt', count: 30, suits: any, spoil: respellAccount },
  { kind: 'trailing-spaces', count: 25, suits: any, spoil: addTrailingSpaces },
  {
    kind: 'owner-as-email',
    count: 12,
    suits: any,
    spoil: (row) => (row.cells['Sales Agent'] = emailOfSeller(row.truth.seller)),
  },
  { kind: 'owner-left', count: 5, suits: closed, spoil: (row) => (row.cells['Sales Agent'] = FORMER_SELLER) },
  { kind: 'owner-missing', count: 3, suits: any, spoil: (row) => (row.cells['Sales Agent'] = null) },
  { kind: 'date-day-first-two-digit', count: 40, suits: dated, spoil: rewriteDates(WRITE_DATE.dayFirst) },
  { kind: 'date-iso-text', count: 12, suits: dated, spoil: rewriteDates(WRITE_DATE.iso) },
  { kind: 'date-long-text', count: 8, suits: dated, spoil: rewriteDates(WRITE_DATE.long) },
  { kind: 'date-serial-number', count: 6, suits: dated, spoil: rewriteDates(WRITE_DATE.serial) },
  { kind: 'date-with-time', count: 5, suits: dated, spoil: rewriteDates(WRITE_DATE.withTime) },
  {
    kind: 'value-currency-sign',
    count: 20,
    suits: valued,
    spoil: rewriteValue((value) => `$${grouped(value)}`),
  },
  {
    kind: 'value-currency-code',
    count: 4,
    suits: valued,
    spoil: rewriteValue((value) => `USD ${grouped(value)}.00`),
  },
  { kind: 'value-thousands-text', count: 15, suits: valued, spoil: rewriteValue(grouped) },
  {
    kind: 'value-decimal-comma',
    count: 5,
    suits: valued,
    spoil: rewriteValue((value) => `${grouped(value).replace(/,/g, '.')},00`),
  },
  { kind: 'value-short-thousands', count: 4, suits: valued, spoil: writeThousands },
  {
    kind: 'probability-as-text',
    count: 20,
    suits: likely,
    spoil: (row) => (row.cells.Probability = `${String(row.truth.probability)}%`),
  },
  {
    kind: 'probability-as-whole-number',
    count: 12,
    suits: likely,
    spoil: (row) => (row.cells.Probability = row.truth.probability),
  },
  { kind: 'probability-against-stage', count: 4, suits: won, spoil: (row) => (row.cells.Probability = 0.9) },
  { kind: 'open-but-overdue', count: 5, suits: (deal) => open(deal) && dated(deal), spoil: makeOverdue },
];

function makeOverdue(row: DealRow, random: SeededRandom): void {
  row.truth.closeOn = addDays(row.truth.closeOn ?? new Date(0), -random.whole(220, 300));
  row.truth.engagedOn = addDays(row.truth.closeOn, -40);
  row.cells['Close Date'] = row.truth.closeOn;
  row.cells['Engage Date'] = row.truth.engagedOn;
}

/** Puts every kind of dirt into as many rows as it asks for, none into a row that has some already. */
export function spoilRows(rows: readonly DealRow[], random: SeededRandom): void {
  const clean = new Set(rows);
  for (const dirt of DIRT) {
    const suitable = rows.filter((row) => clean.has(row) && dirt.suits(row.truth));
    const chosen = random.sample(suitable, dirt.count);
    if (chosen.length < dirt.count) throw new Error(`Too few rows for ${dirt.kind}.`);
    for (const row of chosen) {
      clean.delete(row);
      dirt.spoil(row, random);
      row.faults.push(dirt.kind);
      row.rejectedFor = dirt.rejectedFor ?? null;
    }
  }
}

/** Copies of rows, as lists collect them: three the same, two with another value. Put after the originals. */
export function repeatRows(rows: readonly DealRow[], random: SeededRandom): DealRow[] {
  const originals = random.sample(
    rows.filter((row) => row.faults.length === 0 && valued(row.truth)),
    5,
  );
  return originals.map((row, index) => {
    const same = index < 3;
    const cells = {
      ...row.cells,
      'Close Value': same ? row.cells['Close Value'] : (row.truth.value ?? 0) + 500,
    };
    const kind = same ? 'id-repeated' : 'id-conflict';
    return { truth: row.truth, cells, faults: [kind], rejectedFor: same ? 'ID_REPEATED' : 'ID_CONFLICT' };
  });
}
