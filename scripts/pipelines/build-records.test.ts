import { buildPlan, parentLevels, rejectOrphans } from './build-records';
import type { CellValue } from './cell-value';
import { mappingSchema, type Mapping } from './mapping-schema';
import type { StepPlan } from './planned-record';
import type { MappedRow } from './source-row';

const MAPPING = mappingSchema.parse({
  name: 'test',
  title: 'Test',
  tables: {
    accounts: { columns: { name: ['Name'], parent: ['Parent'] }, identifiedBy: ['name'] },
    deals: {
      columns: { id: ['Id'], account: ['Account'], stage: ['Stage'], value: ['Value'], start: ['Start'] },
      identifiedBy: ['id'],
    },
    prices: {
      role: 'lookup',
      columns: { product: ['Product'], price: ['Price'] },
      identifiedBy: ['product'],
    },
  },
  steps: [
    {
      name: 'accounts',
      object: 'Account',
      table: 'accounts',
      distinct: true,
      key: { field: 'Key__c', prefix: 'A-', from: 'name', form: 'company' },
      fields: {
        Name: { column: 'name' },
        Parent: { column: 'parent', reference: { step: 'accounts', missing: 'blank' } },
      },
    },
    {
      name: 'deals',
      object: 'Opportunity',
      table: 'deals',
      key: { field: 'Key__c', prefix: 'D-', from: 'id' },
      reasons: { KEY_CONFLICT: 'ID_CONFLICT' },
      notesField: 'Description',
      fields: {
        StageName: {
          column: 'stage',
          values: { won: 'Closed Won', open: 'Qualification' },
          otherValues: 'reject',
        },
        Account: {
          column: 'account',
          reference: { step: 'accounts' },
          required: { code: 'ACCOUNT_MISSING', message: 'needs one' },
        },
        Amount: {
          column: 'value',
          parse: 'money',
          min: 0,
          reasons: { OUT_OF_RANGE: 'VALUE_NEGATIVE' },
          default: [
            {
              lookup: { table: 'prices', where: 'product', equals: 'start', take: 'price' },
              when: { field: 'StageName', in: ['Qualification'] },
              note: 'list price',
            },
          ],
        },
      },
    },
  ],
});

function rows(sheet: string, list: readonly Record<string, CellValue>[]): MappedRow[] {
  return list.map((cells, index) => ({
    source: `${sheet}!${index + 2}`,
    sourceRow: `f ${sheet}!${index + 2}`,
    cells,
  }));
}

function plan(
  accounts: Record<string, CellValue>[],
  deals: Record<string, CellValue>[],
  mapping: Mapping = MAPPING,
): Map<string, StepPlan> {
  const tables = new Map([
    ['accounts', rows('accounts', accounts)],
    ['deals', rows('deals', deals)],
    ['prices', rows('prices', [{ product: 'P 1', price: 900 }])],
  ]);
  return new Map(buildPlan(mapping, { dateOrder: 'dmy', tables, batch: 'b' }));
}

const codes = (step: StepPlan | undefined): string[][] =>
  (step?.records ?? []).map(({ rejections }) => rejections.map(({ code }) => code));
const ACME = { name: 'Acme Corp', parent: null };

describe('buildPlan', () => {
  it('makes records with keys and parents by external id', () => {
    const deals = plan([ACME], [{ id: '1', account: 'ACME, Inc.', stage: 'Won', value: '$1,000' }]).get(
      'deals',
    );
    expect(deals?.records[0]?.record).toEqual({
      Key__c: 'D-1',
      StageName: 'Closed Won',
      Account: { Key__c: 'A-acme' },
      Amount: 1000,
    });
  });

  it.each([
    [{ id: '1', account: null, stage: 'won', value: 1 }, 'ACCOUNT_MISSING'],
    [{ id: '1', account: 'Nobody', stage: 'won', value: 1 }, 'REFERENCE_NOT_FOUND'],
    [{ id: '1', account: 'Acme', stage: 'on hold', value: 1 }, 'UNKNOWN_VALUE'],
    [{ id: '1', account: 'Acme', stage: 'won', value: -5 }, 'VALUE_NEGATIVE'],
    [{ id: '1', account: 'Acme', stage: 'won', value: 'tbc' }, 'INVALID_NUMBER'],
    [{ id: ' ', account: 'Acme', stage: 'won', value: 1 }, 'KEY_MISSING'],
  ])('rejects %j with %s', (deal, code) => {
    expect(codes(plan([ACME], [deal]).get('deals'))).toEqual([[code]]);
  });

  it('collects every reason of a row', () => {
    expect(codes(plan([ACME], [{ id: '1', account: null, stage: 'x', value: -1 }]).get('deals'))).toEqual([
      ['UNKNOWN_VALUE', 'ACCOUNT_MISSING', 'VALUE_NEGATIVE'],
    ]);
  });

  it('tells repeated rows from conflicting ones and names the first', () => {
    const deal = { id: '1', account: 'Acme', stage: 'won', value: 1 };
    const deals = plan([ACME], [deal, { ...deal }, { ...deal, value: 2 }]).get('deals');
    expect(codes(deals)).toEqual([[], ['KEY_REPEATED'], ['ID_CONFLICT']]);
    expect(deals?.records[1]?.rejections[0]?.message).toBe('Same id as deals!2');
  });

  it('takes a default only where its condition holds, and notes it', () => {
    const [open, won] =
      plan(
        [ACME],
        [
          { id: '1', account: 'Acme', stage: 'open', value: null, start: 'p1' },
          { id: '2', account: 'Acme', stage: 'won', value: null, start: 'p1' },
        ],
      ).get('deals')?.records ?? [];
    expect(open?.record).toMatchObject({ Amount: 900, Description: 'list price' });
    expect([...(open?.defaulted ?? [])]).toEqual(['Amount']);
    expect(won?.record).not.toHaveProperty('Amount');
  });

  it('merges rows that name the same record, filling blanks', () => {
    const accounts = plan(
      [ACME, { name: 'ACME Ltd', parent: 'Globex' }, { name: 'Globex', parent: null }],
      [],
    ).get('accounts');
    expect(accounts?.records.map(({ rows: from }) => from.map(({ source }) => source))).toEqual([
      ['accounts!2', 'accounts!3'],
      ['accounts!4'],
    ]);
    expect(accounts?.records[0]?.record).toEqual({
      Key__c: 'A-acme',
      Name: 'Acme Corp',
      Parent: { Key__c: 'A-globex' },
    });
  });

  it('leaves an unknown parent blank where the mapping says so', () => {
    const accounts = plan([{ name: 'Acme', parent: 'Elsewhere' }], []).get('accounts');
    expect(accounts?.records[0]?.record).toEqual({ Key__c: 'A-acme', Name: 'Acme' });
  });

  it('rejects records that are their own ancestors, and what hangs on them', () => {
    const accounts = [
      { name: 'A', parent: 'B' },
      { name: 'B', parent: 'A' },
      { name: 'C', parent: 'A' },
    ];
    const built = plan(accounts, [{ id: '1', account: 'C', stage: 'won', value: 1 }]);
    for (const step of built.values()) rejectOrphans(step);
    expect(codes(built.get('accounts'))).toEqual([
      ['REFERENCE_CYCLE'],
      ['REFERENCE_CYCLE'],
      ['PARENT_REJECTED'],
    ]);
    expect(codes(built.get('deals'))).toEqual([['PARENT_REJECTED']]);
  });
});

describe('parentLevels', () => {
  it('puts parents before their children', () => {
    const accounts = plan(
      [
        { name: 'C', parent: 'B' },
        { name: 'B', parent: 'A' },
        { name: 'A', parent: null },
      ],
      [],
    ).get('accounts');
    const levels = accounts ? parentLevels(accounts).map((level) => level.map(({ key }) => key)) : [];
    expect(levels).toEqual([['A-a'], ['A-b'], ['A-c']]);
  });
});
