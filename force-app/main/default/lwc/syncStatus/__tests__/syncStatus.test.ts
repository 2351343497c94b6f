import SyncStatus from 'c/syncStatus';
import { graphql } from 'lightning/graphql';
import { getRecord } from 'lightning/uiRecordApi';
import { expectErrorStates, provide, provideQuery, render, wordsOf, type Rendered } from 'testing/page';

async function show(fields: object): Promise<Rendered> {
  const element = await render('sync-status', SyncStatus, { recordId: '006000000000001AAA' });
  await provide(getRecord, { apiName: 'Opportunity', fields });
  return element;
}

const dealWith = (children: object) => ({
  uiapi: { query: { Opportunity: { edges: [{ node: { Id: '006000000000001AAA', ...children } }] } } },
});

const SYNCED = {
  Last_Synced__c: { value: '2026-01-01T00:00:00.000Z' },
  Source_System__c: { value: 'Spreadsheet' },
  External_Id__c: { value: 'OPP-1' },
};

describe('c-sync-status', () => {
  it('shows when it was synced, with a badge, and what is in conflict', async () => {
    const element = await show(SYNCED);
    const conflict = {
      Id: 'a05000000000001AAA',
      Field_Name__c: { value: 'Amount' },
      Reason__c: { value: 'Both changed.' },
    };
    await provideQuery(graphql, dealWith({ Sync_Conflicts__r: { edges: [{ node: conflict }] } }));
    expect(wordsOf(element)).toContain('c.Sync_Stale c.Sync_Last c.Sync_Source c.Sync_Key');
    expect(wordsOf(element)).toContain('Amount Both changed.');
    await expect(element).toBeAccessible();
  });

  it('says that a record was never synced', async () => {
    expect(wordsOf(await show({}))).toContain('c.Sync_Never');
  });

  it('leaves conflicts out for those who may not see them', async () => {
    const element = await show(SYNCED);
    await provideQuery(graphql, dealWith({}));
    expect(wordsOf(element)).not.toContain('c.Sync_Open_Conflicts');
  });

  it('says what went wrong, and that access is missing', async () => {
    await expectErrorStates(await show(SYNCED), getRecord);
  });
});
