import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MemoryOrg } from '../salesforce/testing/memory-org';
import { readDataPlan, type PlanEntry, type PlanRecord } from './data-plan';
import { loadDataPlan } from './load-data-plan';

const folder = mkdtempSync(join(tmpdir(), 'plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const record = (referenceId: string, values: PlanRecord['values']): PlanRecord => ({ referenceId, values });
const PLAN: PlanEntry[] = [
  { sobject: 'Account', records: [record('Account1', { External_Id__c: 'A-1', Name: 'Acme' })] },
  {
    sobject: 'Contact',
    records: [record('Contact1', { External_Id__c: 'C-1', Name: '@home', AccountId: '@Account1' })],
  },
];
const orgFor = (): MemoryOrg => new MemoryOrg(['External_Id__c', 'Name', 'AccountId']);

describe('readDataPlan', () => {
  it('reads the plan of the project, every record with a key', () => {
    const plan = readDataPlan(resolve(__dirname, '../../data/data-plan.json'));
    expect(plan.length).toBeGreaterThan(3);
    expect(
      plan
        .flatMap(({ records }) => records)
        .filter((one) => typeof one.values['External_Id__c'] !== 'string'),
    ).toEqual([]);
  });

  it.each([
    ['missing.json', null, 'PLAN_MISSING'],
    ['broken.json', '{', 'PLAN_INVALID'],
    ['wrong.json', '[{"sobject":"Account"}]', 'PLAN_INVALID'],
    ['files.json', '[{"sobject":"Account","files":["none.json"]}]', 'PLAN_MISSING'],
  ])('refuses %s', (name, content, code) => {
    const path = join(folder, name);
    if (content !== null) writeFileSync(path, content);
    expect(() => readDataPlan(path)).toThrow(expect.objectContaining({ code }));
  });
});

describe('loadDataPlan', () => {
  it('turns references into external ids and leaves other text alone', async () => {
    const org = orgFor();
    const result = await loadDataPlan(org.asIntegration(), PLAN);
    expect(result).toMatchObject({ created: 2, rejected: 0 });
    expect(org.records.get('Contact')?.get('C-1')).toEqual({
      External_Id__c: 'C-1',
      Name: '@home',
      Account: { External_Id__c: 'A-1' },
    });
  });

  it('changes nothing the second time', async () => {
    const org = orgFor();
    await loadDataPlan(org.asIntegration(), PLAN);
    expect(await loadDataPlan(org.asIntegration(), PLAN)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
  });

  it('refuses a record without a key and a reference to nothing', async () => {
    const keyless = [{ sobject: 'Account', records: [record('A', { Name: 'x' })] }];
    await expect(loadDataPlan(orgFor().asIntegration(), keyless)).rejects.toMatchObject({
      code: 'PLAN_KEY_MISSING',
    });
    const dangling = [
      {
        sobject: 'Contact',
        records: [record('C', { External_Id__c: 'C', AccountId: '@Nobody' })],
      },
    ];
    await expect(loadDataPlan(orgFor().asIntegration(), dangling)).rejects.toMatchObject({
      code: 'PLAN_REFERENCE_UNKNOWN',
    });
  });

  it('stops between objects', async () => {
    await expect(loadDataPlan(orgFor().asIntegration(), PLAN, AbortSignal.abort())).rejects.toMatchObject({
      code: 'INTERRUPTED',
    });
  });
});
