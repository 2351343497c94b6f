import type { Workbook, Worksheet } from 'exceljs';
import { PRODUCTS, SELLERS, STAGE_WORDS, emailOfSeller } from './catalogue';
import type { Company } from './companies';
import { COMPANIES, REPEATED_COMPANIES } from './companies';
import type { Person } from './contacts';
import type { DealRow } from './deal-row';
import type { SeededRandom } from './random';

type Row = readonly (string | number | null)[];

function writeTable(
  sheet: Worksheet,
  headerRow: number,
  header: readonly string[],
  rows: readonly Row[],
): void {
  [header, ...rows].forEach((row, index) => {
    row.forEach((value, column) => {
      if (value !== null) sheet.getCell(headerRow + index, column + 1).value = value;
    });
  });
  sheet.getRow(headerRow).font = { bold: true };
}

function accountRow(company: Company, random: SeededRandom): Row {
  const { name, sector, yearEstablished, employees, country, subsidiaryOf, domain } = company;
  const revenue = random.next() < 0.06 ? String(company.revenue).replace('.', ',') : company.revenue;
  const website = random.weighted([
    [domain, 5],
    [`http://www.${domain}/`, 3],
    [null, 2],
  ] as const);
  return [
    random.next() < 0.05 ? `${name} ` : name,
    sector,
    yearEstablished,
    revenue,
    employees,
    country,
    subsidiaryOf,
    website,
  ];
}

/** Writes the Accounts sheet: two header rows, the upper over merged cells; some companies twice. */
export function writeAccounts(workbook: Workbook, random: SeededRandom): object {
  const sheet = workbook.addWorksheet('Accounts');
  sheet.getCell('A1').value = 'Company';
  sheet.mergeCells('A1:E1');
  sheet.getCell('F1').value = 'Place and group';
  sheet.mergeCells('F1:H1');
  const rows: Row[] = COMPANIES.map((company) => accountRow(company, random));
  for (const [spelling, name] of REPEATED_COMPANIES) {
    const company = COMPANIES.find((one) => one.name === name);
    if (company !== undefined)
      rows.push([
        spelling,
        company.sector,
        null,
        null,
        company.employees,
        company.country,
        null,
        company.domain,
      ]);
  }
  const blankAt = 31;
  rows.splice(blankAt, 0, []);
  const header = [
    'account',
    'sector',
    'year established',
    'revenue',
    'employees',
    'office location',
    'subsidiary of',
    'website',
  ];
  writeTable(sheet, 2, header, rows);
  return {
    headerRow: 2,
    rows: rows.length - 1,
    distinct: COMPANIES.length,
    repeated: REPEATED_COMPANIES.map(([spelling, company]) => ({ spelling, company })),
    subsidiaries: COMPANIES.filter((one) => one.subsidiaryOf !== null).map((one) => ({
      account: one.name,
      parent: one.subsidiaryOf,
    })),
    parentsMissingFromSheet: COMPANIES.flatMap((one) => one.subsidiaryOf ?? []).filter(
      (parent) => !COMPANIES.some((one) => one.name === parent),
    ),
  };
}

/** Kinds of dirt in the Contacts sheet, by the number of the person they befall. */
const CONTACT_DIRT: readonly {
  kind: string;
  people: readonly number[];
  spoil: (row: (string | null)[], person: Person) => void;
}[] = [
  {
    kind: 'name-last-first',
    people: [4, 17, 33],
    spoil: (row, person) => (row[0] = `${person.lastName}, ${person.firstName}`),
  },
  { kind: 'email-missing', people: [8, 21, 40, 52], spoil: (row) => (row[4] = null) },
  { kind: 'unreachable', people: [11, 47], spoil: (row) => row.fill(null, 4, 6) },
  { kind: 'email-broken', people: [26], spoil: (row) => (row[4] = (row[4] ?? '').replace('@', ' at ')) },
  { kind: 'account-unknown', people: [61], spoil: (row) => (row[1] = 'Nobody Knows Trading') },
];

/** Writes the Contacts sheet; the last three rows repeat people with their address in capitals. */
export function writeContacts(workbook: Workbook, people: readonly Person[]): object {
  const rows = people.map(
    (one) =>
      [`${one.firstName} ${one.lastName}`, one.company.name, one.title, one.role, one.email, one.phone] as (
        string | null
      )[],
  );
  for (const dirt of CONTACT_DIRT) {
    for (const index of dirt.people) {
      const [row, person] = [rows[index], people[index]];
      if (row !== undefined && person !== undefined) dirt.spoil(row, person);
    }
  }
  const repeated = people.slice(0, 3);
  for (const one of repeated)
    rows.push([
      `${one.firstName} ${one.lastName}`,
      one.company.name,
      one.title,
      null,
      one.email.toUpperCase(),
      null,
    ]);
  writeTable(
    workbook.addWorksheet('Contacts'),
    1,
    ['contact', 'account', 'title', 'role', 'email', 'phone'],
    rows,
  );
  return {
    headerRow: 1,
    rows: rows.length,
    distinct: people.length,
    repeated: repeated.length,
    rejectedByReason: { ACCOUNT_UNKNOWN: 1, UNREACHABLE: 2 },
    dirt: CONTACT_DIRT.map(({ kind, people: found }) => ({
      kind,
      places: found.map((index) => `Contacts!${String(index + 2)}`),
    })),
  };
}

/** Writes the price list; one price is text, one row has a note. */
export function writeProducts(workbook: Workbook): object {
  const sheet = workbook.addWorksheet('Products');
  writeTable(
    sheet,
    1,
    ['product', 'series', 'sales price'],
    PRODUCTS.map(({ name, series, price }, index) => [
      name,
      series,
      index === 0 ? `$${String(price)}` : price,
    ]),
  );
  sheet.getCell('C7').note = 'new price from January';
  return { headerRow: 1, rows: PRODUCTS.length };
}

/** Writes the sales team; manager and office stand once per team, over merged cells. */
export function writeSalesTeam(workbook: Workbook): object {
  const sheet = workbook.addWorksheet('Sales Team');
  writeTable(
    sheet,
    1,
    ['sales agent', 'manager', 'regional office', 'email'],
    SELLERS.map(({ name, manager, office }) => [name, manager, office, emailOfSeller(name)]),
  );
  const teamSize = SELLERS.filter(({ manager }) => manager === SELLERS[0]?.manager).length;
  for (let first = 2; first < SELLERS.length + 2; first += teamSize) {
    for (const column of ['B', 'C'])
      sheet.mergeCells(`${column}${String(first)}:${column}${String(first + teamSize - 1)}`);
  }
  return {
    headerRow: 1,
    rows: SELLERS.length,
    managers: new Set(SELLERS.map(({ manager }) => manager)).size,
  };
}

/** Writes sheets that hold no records: figures worked out by formulas, and the hidden list behind a drop-down. */
export function writeOtherSheets(workbook: Workbook, deals: readonly DealRow[]): void {
  const won = deals.filter((row) => row.cells.Stage === 'Won');
  const value = won.reduce(
    (sum, row) => sum + (typeof row.cells['Close Value'] === 'number' ? row.cells['Close Value'] : 0),
    0,
  );
  const summary = workbook.addWorksheet('Summary');
  summary.getCell('A1').value = 'Deals won';
  summary.getCell('B1').value = { formula: 'COUNTIF(Opportunities!E:E,"Won")', result: won.length };
  summary.getCell('A2').value = 'Value won';
  summary.getCell('B2').value = {
    formula: 'SUMIF(Opportunities!E:E,"Won",Opportunities!H:H)',
    result: value,
  };
  const lists = workbook.addWorksheet('Lists', { state: 'veryHidden' });
  Object.values(STAGE_WORDS)
    .flat()
    .forEach((word, index) => (lists.getCell(index + 1, 1).value = word));
}
