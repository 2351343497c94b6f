import type { Connection } from 'jsforce';
import { temporaryFolder } from '../testing/run-folder';
import { ProcedureOrg, type Fields } from './testing/procedure-org';

const KEY = 'External_Id__c';

/** An object of the data model: what a record begins with, and what is changed about it. */
interface ObjectCase {
  readonly object: string;
  /** `{account}` and its like stand for the ids of records that were made before. */
  readonly fields: Fields;
  readonly change: Fields;
  /** False where a record has no external id. */
  readonly isKeyed?: false;
}

const CASES: readonly ObjectCase[] = [
  {
    object: 'Account',
    fields: {
      Name: 'Contract Test',
      LEI__c: '5493001KJTIIGC8Y1R12',
      Ticker__c: 'CTRT',
      Domain__c: 'contract.example',
      Aliases__c: 'CT\nContract Tests',
      Industry: 'Energy',
    },
    change: { Domain__c: 'contract-test.example' },
  },
  {
    object: 'Contact',
    fields: {
      LastName: 'Byron',
      AccountId: '{Account}',
      Email: 'byron@contract.example',
      Buying_Role__c: 'Decision Maker',
    },
    change: { Email: 'ada@contract.example' },
  },
  {
    object: 'Campaign',
    fields: { Name: 'Spring fair', Status: 'Planned' },
    change: { Status: 'In Progress' },
  },
  {
    object: 'Lead',
    fields: { LastName: 'Lovelace', Company: 'Difference Works', Expected_Amount__c: 12_000 },
    change: { Status: 'Working - Contacted' },
  },
  {
    object: 'CampaignMember',
    fields: { CampaignId: '{Campaign}', ContactId: '{Contact}', Status: 'Sent' },
    change: { Status: 'Responded' },
    isKeyed: false,
  },
  {
    object: 'Opportunity',
    fields: {
      Name: 'Contract deal',
      AccountId: '{Account}',
      CampaignId: '{Campaign}',
      StageName: 'Qualification',
      CloseDate: '2099-01-31',
      Amount: 20_000,
      Probability: 10,
    },
    change: { NextStep: 'Call on Monday' },
  },
  {
    object: 'OpportunityContactRole',
    fields: {
      OpportunityId: '{Opportunity}',
      ContactId: '{Contact}',
      Role: 'Decision Maker',
      IsPrimary: true,
    },
    change: { Role: 'Evaluator' },
  },
  {
    object: 'Task',
    fields: { Subject: 'Call', WhatId: '{Opportunity}', ActivityDate: '2099-01-01' },
    change: { Status: 'Completed' },
    isKeyed: false,
  },
  {
    object: 'Event',
    fields: {
      Subject: 'Visit',
      WhatId: '{Opportunity}',
      ActivityDateTime: '2099-01-01T10:00:00.000+0000',
      DurationInMinutes: 60,
    },
    change: { Location: 'Oslo' },
    isKeyed: false,
  },
  {
    object: 'Competitor__c',
    fields: { Name: 'Rival', Status__c: 'Active', Threat_Level__c: 'High' },
    change: { Threat_Level__c: 'Medium' },
  },
  {
    object: 'Market_Intelligence_Report__c',
    fields: { Name: 'Finding', Headline__c: 'A finding', Kind__c: 'Regulatory', Source_Name__c: 'Ledger' },
    change: { Severity__c: 'Low' },
  },
  {
    object: 'Intelligence_Link__c',
    fields: { Report__c: '{Market_Intelligence_Report__c}', Account__c: '{Account}', Confidence__c: 50 },
    change: { Status__c: 'Confirmed' },
  },
  {
    object: 'Industry_Insight__c',
    fields: {
      Name: 'Outlook',
      Report__c: '{Market_Intelligence_Report__c}',
      Industry__c: 'energy',
      Confidence__c: 70,
    },
    change: { Region__c: 'Europe' },
  },
  {
    object: 'Opportunity_Forecast__c',
    fields: {
      Opportunity__c: '{Opportunity}',
      Period__c: '2099-01',
      Category__c: 'Pipeline',
      Amount__c: 20_000,
    },
    change: { Amount__c: 25_000 },
  },
];

const folder = temporaryFolder();
const ids = new Map<string, string>();
let hub: ProcedureOrg;
let connection: Connection;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  connection = await hub.as('integration');
}, 300_000);

/** Fields with the ids of the records that they name. */
const withIds = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const object = typeof value === 'string' ? /^\{(\w+)\}$/.exec(value)?.[1] : undefined;
      return [name, object === undefined ? value : ids.get(object)];
    }),
  );

async function read(object: string, fields: Fields): Promise<Fields> {
  const names = Object.keys(fields);
  const [row] = await hub.query<Fields>(
    `SELECT ${names.join(', ')} FROM ${object} WHERE Id = '${ids.get(object)}'`,
    'integration',
  );
  return Object.fromEntries(names.map((name) => [name, row?.[name]]));
}

describe('the objects of the data model, as the integration works with them', () => {
  it.each(CASES)('$object: is created with its fields', async ({ object, fields, isKeyed }) => {
    const record = { ...withIds(fields), ...(isKeyed === undefined && { [KEY]: `CONTRACT-${object}` }) };
    const created = await connection.sobject(object).create(record);
    expect(created).toMatchObject({ success: true });
    ids.set(object, created.id ?? '');
    expect(await read(object, record)).toEqual(record);
  });

  it.each(CASES)('$object: is changed', async ({ object, change }) => {
    await connection.sobject(object).update({ Id: ids.get(object) ?? '', ...change });
    expect(await read(object, change)).toEqual(change);
  });

  it.each(CASES.filter(({ isKeyed }) => isKeyed === undefined))(
    '$object: is found by its external id, not made twice',
    async ({ object, change }) => {
      const upserted = await connection
        .sobject(object)
        .upsert({ [KEY]: `CONTRACT-${object}`, ...change }, KEY);
      expect(upserted).toMatchObject({ success: true });
      const rows = await hub.query(`SELECT Id FROM ${object} WHERE ${KEY} = 'CONTRACT-${object}'`);
      expect(rows).toEqual([expect.objectContaining({ Id: ids.get(object) })]);
    },
  );

  it.each([...CASES].reverse())('$object: is deleted', async ({ object }) => {
    const { success } = await connection.sobject(object).destroy(ids.get(object) ?? '');
    expect(success).toBe(true);
    expect(await hub.query(`SELECT Id FROM ${object} WHERE Id = '${ids.get(object)}'`)).toEqual([]);
  });
});
