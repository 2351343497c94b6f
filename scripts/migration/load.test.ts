import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mappingSchema } from '../pipelines';
import { MemoryOrg, type MemoryOrgFaults } from '../salesforce/testing/memory-org';
import { runMigration } from './migrate';
import type { MigrationSummary } from './migration-summary';
import type { RunState } from './run-state';

const folder = mkdtempSync(join(tmpdir(), 'load-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MAPPING = mappingSchema.parse({
  name: 'deals',
  title: 'Deals',
  tables: {
    deals: {
      columns: { id: ['Id'], account: ['Account'], value: ['Value'] },
      identifiedBy: ['id', 'account'],
    },
  },
  steps: [
    {
      name: 'accounts',
      object: 'Account',
      table: 'deals',
      distinct: true,
      key: { field: 'Key__c', prefix: 'A-', from: 'account' },
      fields: { Name: { column: 'account' }, Batch__c: { system: 'batch' } },
    },
    {
      name: 'deals',
      object: 'Opportunity',
      table: 'deals',
      key: { field: 'Key__c', prefix: 'D-', from: 'id' },
      fields: {
        Account: { column: 'account', reference: { step: 'accounts' } },
        Amount: { column: 'value', parse: 'money' },
      },
      reconcile: { sum: ['Amount'] },
    },
  ],
});
const FIELDS = ['Key__c', 'Name', 'Batch__c', 'Account', 'Amount'];

let list = 0;
function source(...rows: string[]): string {
  const path = join(folder, `list-${(list += 1)}.csv`);
  writeFileSync(path, ['Id,Account,Value', ...rows].join('\n'));
  return path;
}

const orgWith = (faults: MemoryOrgFaults = {}): MemoryOrg => new MemoryOrg(FIELDS, faults);

function load(path: string, org: MemoryOrg, signal?: AbortSignal): Promise<MigrationSummary> {
  const connect = (): Promise<ReturnType<MemoryOrg['asIntegration']>> => Promise.resolve(org.asIntegration());
  return runMigration({
    source: path,
    mappings: [MAPPING],
    connect,
    dryRun: false,
    resultsRoot: folder,
    signal,
  });
}

const stateOf = (summary: { readonly resultsFolder: string }): RunState =>
  JSON.parse(readFileSync(join(summary.resultsFolder, 'state.json'), 'utf8')) as RunState;

const DEALS = source('1,Acme,10', '2,Globex,20', '3,Acme,30');

describe('runMigration: loading', () => {
  it('loads parents before children and agrees with the org', async () => {
    const org = orgWith();
    const summary = await load(DEALS, org);
    expect(org.upserts).toEqual(['Account 2', 'Opportunity 3']);
    expect(org.records.get('Opportunity')?.get('D-3')).toEqual({
      Key__c: 'D-3',
      Account: { Key__c: 'A-Acme' },
      Amount: 30,
    });
    expect(summary).toMatchObject({ reconciled: true, rows: { read: 3, created: 3, rejected: 0 } });
    expect(stateOf(summary)).toMatchObject({
      status: 'complete',
      done: { accounts: { created: 2 }, deals: { created: 3 } },
    });
  });

  it('sends nothing the second time', async () => {
    const org = orgWith();
    await load(DEALS, org);
    org.upserts.length = 0;
    const summary = await load(DEALS, org);
    expect(org.upserts).toEqual([]);
    expect(summary).toMatchObject({ reconciled: true, rows: { created: 0, unchanged: 3 } });
  });

  it('sends only the fields that changed', async () => {
    const org = orgWith();
    await load(DEALS, org);
    const sent: unknown[] = [];
    const spy = jest.spyOn(org, 'upsert').mockImplementation((object, keyField, records) => {
      sent.push(...records);
      spy.mockRestore();
      return org.upsert(object, keyField, records);
    });
    const summary = await load(source('1,Acme,10', '2,Globex,25', '3,Acme,30'), org);
    expect(sent).toEqual([{ Key__c: 'D-2', Amount: 25 }]);
    expect(summary).toMatchObject({ reconciled: true, rows: { updated: 1, unchanged: 2 } });
  });

  it('reports rows that the org refuses and does not send their children', async () => {
    const org = orgWith({ refuse: (record) => (record['Name'] === 'Globex' ? 'No Globex' : undefined) });
    const summary = await load(DEALS, org);
    expect(org.upserts).toEqual(['Account 2', 'Opportunity 2']);
    expect(summary.steps.map(({ rejectedByReason }) => rejectedByReason)).toEqual([
      { FIELD_CUSTOM_VALIDATION_EXCEPTION: 1 },
      { PARENT_REJECTED: 1 },
    ]);
    expect(summary.reconciled).toBe(true);
  });

  it('sees what disappeared from the org after it was accepted', async () => {
    const org = orgWith();
    const query = org.query.bind(org);
    jest.spyOn(org, 'query').mockImplementation((soql) => {
      if (soql.includes('COUNT(Id)')) org.records.get('Opportunity')?.delete('D-2');
      return query(soql);
    });
    const summary = await load(DEALS, org);
    expect(summary.reconciled).toBe(false);
    expect(
      summary.reconciliation
        .filter(({ agrees }) => !agrees)
        .map(({ measure, expected, found }) => [measure, expected, found]),
    ).toEqual([
      ['count', 3, 2],
      ['sum of Amount', 60, 40],
    ]);
  });

  it('rejects text rows with a wrong number of cells and loads the others', async () => {
    const summary = await load(source('1,Acme,10', '2,Acme', '3,Acme,30,x'), orgWith());
    expect(summary.rows).toMatchObject({
      read: 3,
      created: 1,
      rejected: 2,
      rejectedByReason: { COLUMN_COUNT: 2 },
    });
    expect(summary.reconciled).toBe(true);
  });
});

describe('runMigration: recorded runs', () => {
  const recorded = async (dryRun: boolean): Promise<MigrationSummary[]> => {
    const kept: MigrationSummary[] = [];
    await runMigration({
      source: DEALS,
      mappings: [MAPPING],
      connect: () => Promise.resolve(orgWith().asIntegration()),
      dryRun,
      resultsRoot: folder,
      recordRun: async (_org, run) => {
        const summary = await run();
        kept.push(summary);
        return summary;
      },
    });
    return kept;
  };

  it('keeps in the org that it ran, and what it did', async () => {
    expect(await recorded(false)).toMatchObject([{ reconciled: true, rows: { read: 3, loaded: 3 } }]);
  });

  it('writes nothing into the org when it runs dry', async () => {
    expect(await recorded(true)).toEqual([]);
  });
});

describe('runMigration: stopped and broken runs', () => {
  it('keeps finished steps when it is stopped, and goes on the next time', async () => {
    const stop = new AbortController();
    const org = orgWith({ beforeUpsert: (object) => void (object === 'Opportunity' && stop.abort()) });
    const summary = await load(DEALS, org, stop.signal);
    expect(summary).toMatchObject({ interrupted: true, reconciled: false, rows: { pending: 3 } });
    expect(stateOf(summary)).toMatchObject({ status: 'interrupted', done: { accounts: { created: 2 } } });
    const again = await load(DEALS, org);
    expect(again).toMatchObject({ batch: summary.batch, reconciled: true, rows: { created: 3 } });
    expect(org.records.get('Account')?.size).toBe(2);
  });

  it('passes on a failed call after the results were written', async () => {
    const org = orgWith({ broken: new Set(['Opportunity']) });
    await expect(load(DEALS, org)).rejects.toMatchObject({ code: 'SERVER_UNAVAILABLE' });
    const { batch } = await load(DEALS, orgWith());
    await expect(load(DEALS, org)).rejects.toMatchObject({ code: 'SERVER_UNAVAILABLE' });
    expect(stateOf({ resultsFolder: join(folder, batch) })).toMatchObject({
      status: 'failed',
      error: 'SERVER_UNAVAILABLE',
    });
    const results = readFileSync(join(folder, batch, 'results.csv'), 'utf8');
    expect(results).toContain('deals,Opportunity,pending,NOT_SENT');
  });
});
