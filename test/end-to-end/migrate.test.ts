import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { parse } from 'csv-parse/sync';
import type { Connection } from 'jsforce';
import { hub, PROJECT, runHub, type Ended } from './testing/project-process';
import { temporaryFolder } from './testing/run-folder';
import type { RunningOrg } from './testing/running-org';
import { startCopy } from './testing/shared-hub';
import { jsonLine, type MigrationSummary } from './testing/start-summary';

const SAMPLE = join(PROJECT, 'data/sample-pipeline.xlsx');
const EXPECTED = JSON.parse(readFileSync(join(PROJECT, 'data/sample-pipeline.expected.json'), 'utf8')) as {
  readonly opportunities: {
    readonly rows: number;
    readonly loaded: number;
    readonly rejectedByReason: Readonly<Record<string, number>>;
    readonly rejectedRows: readonly { readonly place: string; readonly reason: string }[];
  };
};

const DEAL_COLUMNS = [
  ...['opportunity_id', 'sales_agent', 'product', 'account'],
  ...['deal_stage', 'engage_date', 'close_date', 'close_value'],
];

interface ResultLine {
  readonly source: string;
  readonly step: string;
  readonly status: string;
  readonly code: string;
  readonly key: string;
  readonly recordId: string;
  readonly alsoFrom: string;
}

const root = temporaryFolder();
const state = join(root, 'state');
let org: RunningOrg;
let admin: Connection;
beforeAll(async () => {
  org = await startCopy(state);
  admin = org.connect();
}, 240_000);

const options = (source: string): string[] => [
  ...['--json', '--source', source],
  ...['--connection-file', join(state, 'integration.json'), '--results', join(root, 'results')],
];
const migrate = (source: string, ...more: string[]): Promise<Ended> =>
  runHub('migrate', ...options(source), ...more);

const count = async (object: string, where = ''): Promise<number> =>
  (await admin.query(`SELECT COUNT() FROM ${object} ${where}`)).totalSize;

/** Takes everything out of the org that a list brings; what belongs to accounts goes with them. */
async function clear(): Promise<void> {
  for (const object of ['Opportunity', 'Account', 'Product2']) {
    const { records } = await admin.query<{ Id: string }>(`SELECT Id FROM ${object}`, {
      maxFetch: 2_000,
      autoFetch: true,
    });
    const ids = records.map(({ Id }) => Id);
    for (let at = 0; at < ids.length; at += 200) await admin.sobject(object).destroy(ids.slice(at, at + 200));
    expect(await count(object)).toBe(0);
  }
}

function resultLines({ resultsFolder }: MigrationSummary): ResultLine[] {
  const text = readFileSync(join(resultsFolder, 'results.csv'), 'utf8');
  return parse(text, { columns: true, bom: true }) as unknown as ResultLine[];
}

describe('npm run migrate: the sample workbook', () => {
  beforeAll(clear, 60_000);

  it('checks every row and writes nothing with --dry-run', async () => {
    const ended = await migrate(SAMPLE, '--dry-run');
    const { rows, steps, dryRun } = jsonLine<MigrationSummary>(ended);
    expect(dryRun).toBe(true);
    expect([rows.created, rows.updated, rows.rejected + rows.pending]).toEqual([0, 0, rows.read]);
    expect(steps.find(({ step }) => step === 'opportunities')?.rejectedByReason).toEqual(
      EXPECTED.opportunities.rejectedByReason,
    );
    expect([await count('Account'), await count('Opportunity'), await count('Product2')]).toEqual([0, 0, 0]);
  }, 60_000);

  it('goes on after it was killed in the middle, and accounts for every row', async () => {
    const killed = hub('migrate', ...options(SAMPLE));
    await killed.until(async () => (await count('Account')) > 0);
    killed.kill();
    await killed.ended;
    const ended = await migrate(SAMPLE);
    expect(ended.code).toBe(0);
    const summary = jsonLine<MigrationSummary>(ended);
    const { loaded, rejectedByReason, rejectedRows, rows } = EXPECTED.opportunities;
    const step = summary.steps.find(({ object }) => object === 'Opportunity');
    expect(step).toMatchObject({ read: rows, rejectedByReason, pending: 0 });
    expect((step?.loaded ?? 0) + (step?.unchanged ?? 0)).toBe(loaded);
    expect(summary.reconciled).toBe(true);
    expect(await count('Opportunity')).toBe(loaded);

    const lines = resultLines(summary).filter(({ step: name }) => name === 'opportunities');
    const places = lines.flatMap(({ source, alsoFrom }) => [source, ...alsoFrom.split(' ').filter(Boolean)]);
    expect(lines).toHaveLength(rows);
    expect(new Set(places).size).toBe(rows);
    const rejected = lines.filter(({ status }) => status === 'rejected');
    expect(rejected.map(({ source, code }) => `${source} ${code}`).sort()).toEqual(
      rejectedRows.map(({ place, reason }) => `${place} ${reason}`).sort(),
    );
    const inOrg = lines.filter(({ status }) => status !== 'rejected');
    expect(inOrg.every(({ recordId }) => /^006\w{15}$/.test(recordId))).toBe(true);
    expect(new Set(inOrg.map(({ recordId }) => recordId)).size).toBe(loaded);
  }, 120_000);

  it('creates nothing when it runs again', async () => {
    const ended = await migrate(SAMPLE);
    const { rows, reconciled } = jsonLine<MigrationSummary>(ended);
    expect([ended.code, rows.created, rows.updated, reconciled]).toEqual([0, 0, 0, true]);
  }, 60_000);

  it('stops in order at Ctrl-C and says so', async () => {
    await clear();
    const process = hub('migrate', ...options(SAMPLE));
    await process.until(async () => (await count('Product2')) > 0);
    process.interrupt();
    const ended = await process.ended;
    expect(ended.code).toBe(130);
    expect(jsonLine<MigrationSummary>(ended)).toMatchObject({ interrupted: true, reconciled: false });
  }, 60_000);
});

describe('npm run migrate: a folder of .csv files', () => {
  const ACCOUNTS = 'account,sector,year_established,revenue,employees,office_location,subsidiary_of';
  const folder = join(root, 'list');
  const write = (
    name: string,
    lines: readonly string[],
    encoding: BufferEncoding = 'utf8',
    lead = '',
  ): void => writeFileSync(join(folder, name), Buffer.from(`${lead}${lines.join('\r\n')}\r\n`, encoding));

  it('reads a byte order mark and Latin-1, and rejects rows of another width', async () => {
    mkdirSync(folder);
    write(
      'accounts.csv',
      [ACCOUNTS, 'Zoë Foods,retail,1999,12.5,120,Norway,', 'Ark,finance,2001,3,8,,'],
      'latin1',
    );
    write('products.csv', ['product,series,sales_price', 'Widget,W,55']);
    write(
      'sales_pipeline.csv',
      [
        DEAL_COLUMNS.join(','),
        'D1,Amara Okafor,Widget,Zoë Foods,Won,2025-01-10,2025-02-10,55',
        'D2,Amara Okafor,Widget,Ark,Lost,2025-01-10,2025-02-11,0',
        'D3,Amara Okafor,Widget,Ark,Lost,2025-01-10',
        'D4,Amara Okafor,Widget,Ark,Lost,2025-01-10,2025-02-11,0,surplus',
      ],
      'utf8',
      '\uFEFF',
    );
    const ended = await migrate(folder);
    const summary = jsonLine<MigrationSummary>(ended);
    expect(summary.steps.map(({ object, created, rejected }) => [object, created, rejected])).toEqual([
      ['Account', 2, 0],
      ['Product2', 1, 0],
      ['Opportunity', 2, 2],
    ]);
    const rejected = resultLines(summary).filter(({ status }) => status === 'rejected');
    expect(rejected.map(({ source, code }) => [source, code])).toEqual([
      ['sales_pipeline!4', 'COLUMN_COUNT'],
      ['sales_pipeline!5', 'COLUMN_COUNT'],
    ]);
    expect([ended.code, summary.reconciled]).toEqual([0, true]);
    expect(await count('Account', "WHERE Name = 'Zoë Foods'")).toBe(1);
  }, 60_000);
});

describe('npm run migrate: other workbooks', () => {
  const path = (name: string): string => join(root, name);
  async function workbook(name: string, fill: (book: Workbook) => void): Promise<string> {
    const book = new Workbook();
    fill(book);
    await book.xlsx.writeFile(path(name));
    return path(name);
  }

  it.each([
    ['missing', 'missing.xlsx', null, 'SOURCE_MISSING'],
    ['empty', 'empty.xlsx', Buffer.alloc(0), 'SOURCE_EMPTY'],
    [
      'encrypted',
      'locked.xlsx',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(504),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'SOURCE_ENCRYPTED',
    ],
    ['damaged', 'damaged.xlsx', Buffer.from('PK\u0003\u0004 and nothing more'), 'SOURCE_UNREADABLE'],
  ])(
    'refuses one that is %s and says what to do',
    async (_what, name, content, code) => {
      if (content) writeFileSync(path(name), content);
      const ended = await migrate(path(name), '--dry-run');
      expect([ended.code, ended.stdout]).toEqual([1, '']);
      expect(ended.stderr).toMatch(new RegExp(`^${code}: .*${name}.*\\n {2}- \\S`));
    },
    30_000,
  );

  it('refuses one that no mapping fits, naming the columns it looked for', async () => {
    const source = await workbook('foreign.xlsx', (book) => {
      book.addWorksheet('Pets').addRows([
        ['pet', 'colour'],
        ['cat', 'grey'],
      ]);
    });
    const ended = await migrate(source, '--dry-run');
    expect([ended.code, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toMatch(/^[A-Z_]+: /);
    expect(ended.stderr).toMatch(/\n {2}- \S/);
  }, 30_000);

  it('reads merged cells, formulas, hidden sheets and two header rows', async () => {
    const source = await workbook('odd.xlsx', (book) => {
      const accounts = book.addWorksheet('accounts');
      accounts.addRow(['Company', null, 'Size', null, 'Place', null, null]);
      accounts.addRow([
        ...['account', 'sector', 'revenue', 'employees'],
        ...['office location', 'subsidiary of', 'year established'],
      ]);
      accounts.addRow(['Zoë Foods', 'retail', 12.5, 120, 'Norway', null, 1999]);
      accounts.mergeCells('A1:B1');
      accounts.mergeCells('C1:D1');
      accounts.mergeCells('E1:F1');
      const products = book.addWorksheet('products');
      products.addRow(['product', 'series', 'sales price']);
      products.addRow(['Widget', 'W', { formula: '50+5', result: 55 }]);
      const when = [new Date('2025-01-10'), new Date('2025-02-10')];
      const deals = book.addWorksheet('sales_pipeline');
      deals.addRow(DEAL_COLUMNS);
      deals.addRow(['D1', 'Amara Okafor', 'Widget', 'Zoë Foods', 'Won', ...when, 55]);
      deals.addRow(['D2', 'Amara Okafor', 'Widget', null, 'Lost', ...when, 0]);
      deals.mergeCells('D2:D3');
      const hidden = book.addWorksheet('last year', { state: 'hidden' });
      hidden.addRow(DEAL_COLUMNS);
      hidden.addRow(['D0', 'Amara Okafor', 'Widget', 'Zoë Foods', 'Won', ...when, 55]);
    });
    const ended = await migrate(source, '--dry-run');
    const { rows, sheets } = jsonLine<MigrationSummary>(ended);
    expect(ended.code).toBe(0);
    expect(rows).toMatchObject({ read: 4, rejected: 0 });
    expect(sheets.map(({ sheet, hidden, role, remarks }) => [sheet, hidden, role, remarks])).toEqual([
      ['odd.xlsx accounts', false, 'load', []],
      ['odd.xlsx products', false, 'load', ['1 formulas were read by their last results']],
      ['odd.xlsx sales_pipeline', false, 'load', []],
      ['odd.xlsx last year', true, 'ignored', ['hidden sheet: not loaded']],
    ]);
  }, 30_000);

  it('leaves no half-written result files behind', () => {
    const files = readdirSync(join(root, 'results'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
