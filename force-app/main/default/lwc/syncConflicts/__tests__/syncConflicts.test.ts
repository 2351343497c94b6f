import SyncConflicts from 'c/syncConflicts';
import userId from '@salesforce/user/Id';
import { graphql } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import {
  expectErrorStates,
  press,
  provideQuery,
  render,
  toastsOf,
  wordsOf,
  type Rendered,
} from 'testing/page';
import { queryData } from 'testing/query-data';

const CONFLICT = {
  Id: 'a05000000000001AAA',
  Object_Name__c: 'Opportunity',
  Field_Name__c: 'Amount',
  Record_Key__c: 'OPP-1',
  Salesforce_Value__c: '100',
  Internal_Value__c: '120',
  Base_Value__c: '90',
  Reason__c: 'Both changed.',
};

async function show(conflicts: readonly Record<string, unknown>[], refresh?: jest.Mock): Promise<Rendered> {
  const element = await render('sync-conflicts', SyncConflicts);
  await provideQuery(graphql, queryData({ query: { Sync_Conflict__c: conflicts } }), refresh);
  return element;
}

describe('c-sync-conflicts', () => {
  it('shows both values with the last agreed one', async () => {
    const element = await show([CONFLICT]);
    expect(wordsOf(element)).toContain('Opportunity.Amount OPP-1 c.Conflict_Salesforce c.Conflict_Internal');
    await expect(element).toBeAccessible();
  });

  it('keeps the value that the user decides for, with who and when', async () => {
    const refresh = jest.fn();
    const element = await show([CONFLICT], refresh);
    await press(element, 'c.Conflict_Keep_Internal');
    expect(updateRecord).toHaveBeenCalledWith({
      fields: expect.objectContaining({
        Id: CONFLICT.Id,
        Winner__c: 'Internal',
        Status__c: 'Decided by User',
        Decided_By__c: userId,
      }) as object,
    });
    expect(refresh).toHaveBeenCalled();
  });

  it('says why when the org refuses', async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Decided already.' } });
    const element = await show([CONFLICT]);
    const toasts = toastsOf(element);
    await press(element, 'c.Conflict_Keep_Salesforce');
    expect(toasts).toEqual([expect.objectContaining({ variant: 'error', message: 'Decided already.' })]);
  });

  it('says that nothing is open, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Conflict_None');
    await expectErrorStates(element, graphql);
  });
});
