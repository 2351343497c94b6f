/**
 * Writes `sample-pipeline.xlsx` and, beside it, what a migration should make of it. The same files come out every time.
 *
 *     node -r ts-node/register/transpile-only data/build-sample-workbook.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { COMPANIES } from './sample-workbook/companies';
import { inventPeople } from './sample-workbook/contacts';
import type { DealRow } from './sample-workbook/deal-row';
import { cleanRow } from './sample-workbook/deal-row';
import { writeArchive, writeOpportunities } from './sample-workbook/deal-sheets';
import { STATUS_DATE, inventArchivedDeal, inventDeal } from './sample-workbook/deals';
import { repeatRows, spoilRows } from './sample-workbook/dirt';
import { expectedDirt, expectedOpportunities, expectedRecords } from './sample-workbook/expected';
import {
  writeAccounts,
  writeContacts,
  writeOtherSheets,
  writeProducts,
  writeSalesTeam,
} from './sample-workbook/master-sheets';
import { SeededRandom } from './sample-workbook/random';

const SEED = 20261113;
const DEAL_COUNT = 520;
const ARCHIVED_COUNT = 30;
const PEOPLE_COUNT = 80;
/** Deals 41 to 43 and 203 to 205 name one account in one merged cell. */
const MERGED_GROUPS = [
  [40, 41, 42],
  [202, 203, 204],
] as const;

/** Gives the deals of each group the same company, before anything else happens to them. */
function alignMerged(rows: readonly DealRow[]): DealRow[][] {
  return MERGED_GROUPS.map((indexes) => {
    const group = indexes.flatMap((index) => rows[index] ?? []);
    const company = group[0]?.truth.company ?? COMPANIES[0];
    for (const row of group) {
      if (company === undefined) continue;
      row.truth.company = company;
      row.truth.contact = null;
      row.cells.Contact = null;
      row.cells.Account = company.name;
    }
    return group;
  });
}

/** The workbook as a zip whose entries carry no time of writing. */
async function packWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return zipSync(parts, { mtime: new Date(2026, 10, 13), level: 9 });
}

async function main(): Promise<void> {
  const random = new SeededRandom(SEED);
  const workbook = new Workbook();
  workbook.creator = 'Kevin';
  workbook.created = STATUS_DATE;
  workbook.modified = STATUS_DATE;

  const people = inventPeople(COMPANIES, PEOPLE_COUNT, random);
  const rows = Array.from({ length: DEAL_COUNT }, (_, index) =>
    cleanRow(inventDeal(`OH-${String(1001 + index)}`, people, random), random),
  );
  const archived = Array.from({ length: ARCHIVED_COUNT }, (_, index) =>
    cleanRow(inventArchivedDeal(`OH-${String(501 + index)}`, random), random),
  );
  const merged = alignMerged(rows);
  const kept = new Set(merged.flat());
  spoilRows(
    rows.filter((row) => !kept.has(row)),
    random,
  );
  const all = [
    ...rows,
    ...repeatRows(
      rows.filter((row) => !kept.has(row)),
      random,
    ),
  ];

  const { placed, skipped } = writeOpportunities(workbook, all, merged, random);
  const accounts = writeAccounts(workbook, random);
  const contacts = writeContacts(workbook, people);
  const products = writeProducts(workbook);
  const salesTeam = writeSalesTeam(workbook);
  writeOtherSheets(workbook, placed);
  const deals = [...placed, ...writeArchive(workbook, archived)];

  const expected = {
    statusDate: STATUS_DATE.toISOString().slice(0, 10),
    sheets: {
      Opportunities: { headerRow: 3, rows: placed.length, skipped },
      'Archive 2024': { headerRow: 1, rows: archived.length, hidden: true },
      Accounts: accounts,
      Contacts: contacts,
      Products: products,
      'Sales Team': salesTeam,
      Summary: { rows: 0 },
      Lists: { rows: 0, hidden: true },
    },
    opportunities: expectedOpportunities(deals),
    dirt: expectedDirt(deals),
    records: expectedRecords(deals),
  };
  writeFileSync(join(__dirname, 'sample-pipeline.xlsx'), await packWorkbook(workbook));
  writeFileSync(join(__dirname, 'sample-pipeline.expected.json'), `${JSON.stringify(expected, null, 1)}\n`);
}

void main();
