import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildPlan, readMapping, readMappings } from '../pipelines';
import { chooseMapping } from './choose-mapping';
import { runMigration } from './migrate';
import type { MigrationSummary } from './migration-summary';
import type { RowResult } from './row-result';
import { readSource } from './source/read-source';

const DATA = resolve(__dirname, '../../data');
const SAMPLE = join(DATA, 'sample-pipeline.xlsx');
const mappings = readMappings(join(DATA, 'mapping'));
const folder = mkdtempSync(join(tmpdir(), 'migrate-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Expected {
  readonly opportunities: {
    readonly rows: number;
    readonly loaded: number;
    readonly rejectedByReason: Record<string, number>;
    readonly loadedByStage: Record<string, number>;
    readonly sumOfLoadedValues: number;
    readonly rejectedRows: readonly { readonly place: string; readonly reason: string }[];
  };
  readonly sheets: {
    readonly Contacts: { readonly rejectedByReason: Record<string, number> };
    readonly Accounts: { readonly distinct: number };
  };
  readonly records: readonly {
    readonly id: string;
    readonly place: string;
    readonly stage: string;
    readonly engagedOn: string | null;
    readonly closeOn: string | null;
    readonly value: number | null;
  }[];
}
const expected = JSON.parse(readFileSync(join(DATA, 'sample-pipeline.expected.json'), 'utf8')) as Expected;

function dryRun(source: string): Promise<MigrationSummary> {
  return runMigration({
    source,
    mappings,
    connect: () => Promise.resolve(null),
    dryRun: true,
    resultsRoot: folder,
  });
}

describe('runMigration: the sample workbook, dry', () => {
  let summary: MigrationSummary;
  let results: RowResult[];
  beforeAll(async () => {
    summary = await dryRun(SAMPLE);
    results = JSON.parse(readFileSync(join(summary.resultsFolder, 'results.json'), 'utf8')) as RowResult[];
  });
  const step = (name: string): MigrationSummary['steps'][number] | undefined =>
    summary.steps.find((candidate) => candidate.step === name);

  it('chooses the mapping by the columns', () => {
    expect(summary.mapping).toBe('sample-pipeline');
  });

  it('rejects opportunities for the reasons that are in them', () => {
    expect(step('opportunities')).toMatchObject({
      read: expected.opportunities.rows,
      pending: expected.opportunities.loaded,
      rejectedByReason: expected.opportunities.rejectedByReason,
    });
  });

  it('names each rejected row by sheet and row', () => {
    const rejected = results.filter((row) => row.step === 'opportunities' && row.status === 'rejected');
    const found = rejected.map(({ source, code }) => `${source} ${code}`).sort();
    expect(found).toEqual(
      expected.opportunities.rejectedRows.map(({ place, reason }) => `${place} ${reason}`).sort(),
    );
  });

  it('merges accounts that are spelt differently and rejects contacts nobody can reach', () => {
    expect(step('accounts')).toMatchObject({ read: expected.sheets.Accounts.distinct, rejected: 0 });
    expect(step('contacts')).toMatchObject({ rejectedByReason: expected.sheets.Contacts.rejectedByReason });
  });

  it('accounts for every row of every sheet', () => {
    const rows = summary.sheets.reduce((sum, sheet) => sum + (sheet.role === 'load' ? sheet.rows : 0), 0);
    expect(summary.rows.read).toBe(rows);
    expect(summary.rows.rejected + summary.rows.pending).toBe(rows);
    expect(summary.reconciled).toBe(true);
  });

  it('reports hidden sheets, totals and headings', () => {
    const sheet = (name: string): MigrationSummary['sheets'][number] | undefined =>
      summary.sheets.find((one) => one.sheet.endsWith(name));
    expect(sheet('Archive 2024')).toMatchObject({ hidden: true, rows: 30, role: 'load' });
    expect(sheet('Lists')).toMatchObject({ hidden: true, role: 'ignored' });
    expect(sheet('Opportunities')).toMatchObject({ headingRow: 3, totalRows: [536] });
  });

  it('writes a profile and a table of results', () => {
    const profile = JSON.parse(readFileSync(join(summary.resultsFolder, 'profile.json'), 'utf8')) as {
      sheet: string;
      columns: { column: string; nearDuplicates: string[][] }[];
    }[];
    const product = profile
      .find(({ sheet }) => sheet.endsWith('Opportunities'))
      ?.columns.find(({ column }) => column === 'Product');
    expect(product?.nearDuplicates).toContainEqual(['Insight Cloud', 'insight cloud']);
    expect(readFileSync(join(summary.resultsFolder, 'results.csv'), 'utf8').split('\r\n')).toHaveLength(
      results.length + 2,
    );
  });
});

describe('buildPlan: the sample workbook', () => {
  it('holds what the rows say in truth', async () => {
    const { mapping, assigned } = chooseMapping(await readSource(SAMPLE), mappings);
    const plan = buildPlan(mapping, {
      dateOrder: mapping.dateOrder,
      tables: assigned.tables,
      batch: 'b',
    }).get('opportunities');
    const found = (plan?.accepted ?? []).map(({ key, rows, record, defaulted }) => ({
      id: String(key).replace('OPP-', ''),
      place: rows[0]?.source,
      stage: record['StageName'],
      engagedOn: record['Engaged_On__c'] ?? null,
      closeOn: defaulted.has('CloseDate') ? null : record['CloseDate'],
      value: defaulted.has('Amount') ? null : record['Amount'],
    }));
    const truth = expected.records.map(({ id, place, stage, engagedOn, closeOn, value }) => ({
      id,
      place,
      stage,
      engagedOn,
      closeOn,
      value,
    }));
    expect(found).toEqual(truth);
    expect(found.reduce((sum, { value }) => sum + Number(value), 0)).toBe(
      expected.opportunities.sumOfLoadedValues,
    );
  });
});

describe('runMigration: lists that do not fit', () => {
  const list = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('refuses columns that no mapping knows', async () => {
    await expect(dryRun(list('other.csv', 'Foo,Bar\n1,2\n'))).rejects.toMatchObject({
      code: 'MAPPING_NOT_FOUND',
    });
  });

  it('refuses to lose a column without a word', async () => {
    const text = 'product,series,sales_price,secret\nP,S,5,x\n';
    const mapping = readMapping(join(DATA, 'mapping/sales-pipeline.json'));
    const products = {
      ...mapping,
      tables: { products: mapping.tables['products'] as NonNullable<(typeof mapping.tables)['products']> },
      steps: mapping.steps.filter(({ name }) => name === 'products'),
    };
    const source = list('products.csv', text);
    const run = runMigration({
      source,
      mappings: [products],
      connect: () => Promise.resolve(null),
      dryRun: true,
      resultsRoot: folder,
    });
    await expect(run).rejects.toMatchObject({
      code: 'COLUMN_NOT_MAPPED',
      message: expect.stringContaining('secret') as string,
    });
  });
});
