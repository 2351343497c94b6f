import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { PROJECT } from '../testing/project-process';
import { temporaryFolder } from '../testing/run-folder';
import { API_VERSION } from '../testing/running-org';
import { Deals } from './testing/deals';
import { ProcedureOrg } from './testing/procedure-org';

const THRESHOLD = 'Review_Threshold.Amount_Manager';
const SOURCE = join(PROJECT, 'force-app/main/default/customMetadata', `${THRESHOLD}.md-meta.xml`);
const REFUSAL =
  'The review threshold Amount for the manager is in CHF, deals are in USD. An administrator has to correct it. (Flow Opportunity_Review_Policy, element Refuse_Other_Currency)';

const folder = temporaryFolder();
let hub: ProcedureOrg;
let deals: Deals;
let deal: string;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  deals = await Deals.prepare(hub);
  deal = await deals.create();
}, 300_000);

/** Deploys the threshold with another currency; none when it is empty. */
async function setCurrency(code: string): Promise<void> {
  const value = code === '' ? '<value xsi:nil="true"/>' : `<value xsi:type="xsd:string">${code}</value>`;
  const text = readFileSync(SOURCE, 'utf8').replace('<value xsi:type="xsd:string">USD</value>', value);
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
  <types><members>${THRESHOLD}</members><name>CustomMetadata</name></types>
  <version>${API_VERSION}</version>
</Package>`;
  const zip = zipSync({
    'package.xml': strToU8(manifest),
    [`customMetadata/${THRESHOLD}.md`]: strToU8(text),
  });
  const { metadata } = hub.administrator();
  metadata.pollInterval = 50;
  const { success } = await metadata.deploy(Buffer.from(zip), { singlePackage: true }).complete(true);
  expect(success).toBe(true);
}

const rowsOf = async (soql: string): Promise<number> => (await hub.query(soql)).length;

describe('a review threshold in another currency than the deals', () => {
  beforeAll(() => setCurrency('CHF'));

  it('refuses a new deal with the names of threshold, flow and element; nothing is left of it', async () => {
    const since = await hub.lastMessage();
    const items = await rowsOf('SELECT Id FROM Stage_Gate_Item__c');
    expect(await hub.tryCreate('rep', 'Opportunity', deals.fields({ Name: 'In francs' }))).toEqual([REFUSAL]);
    expect(await rowsOf("SELECT Id FROM Opportunity WHERE Name = 'In francs'")).toBe(0);
    expect(await rowsOf('SELECT Id FROM Stage_Gate_Item__c')).toBe(items);
    expect(await hub.messages(since)).toEqual([]);
  });

  it('undoes what was saved in the same transaction', async () => {
    const rep = await hub.as('rep');
    const body = {
      allOrNone: true,
      records: [
        { attributes: { type: 'Task' }, Subject: 'Saved first', WhatId: deal },
        { attributes: { type: 'Opportunity' }, ...deals.fields({ Name: 'Saved second' }) },
      ],
    };
    const answers = await rep.requestPost<{ errors: { statusCode: string; message: string }[] }[]>(
      `/services/data/v${API_VERSION}/composite/sobjects`,
      body,
    );
    expect(answers.map(({ errors }) => errors[0]?.statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    ]);
    expect(answers[1]?.errors[0]?.message).toBe(REFUSAL);
    expect(await rowsOf("SELECT Id FROM Task WHERE Subject = 'Saved first'")).toBe(0);
  });

  it('refuses a change of what is compared, and no other change', async () => {
    expect(await hub.change('rep', 'Opportunity', deal, { Amount: 20_000 })).toEqual([REFUSAL]);
    expect(await hub.read('Opportunity', deal, 'Amount')).toEqual({ Amount: 10_000 });
    expect(await hub.change('rep', 'Opportunity', deal, { NextStep: 'Call' })).toEqual([]);
  });

  it.each([
    ['USD', 31_000],
    ['usd', 32_000],
    ['', 33_000],
  ])('is corrected by the currency "%s"', async (code, Amount) => {
    await setCurrency(code);
    expect(await hub.change('rep', 'Opportunity', deal, { Amount })).toEqual([]);
  });
});
