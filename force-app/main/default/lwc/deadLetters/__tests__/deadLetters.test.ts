import DeadLetters from 'c/deadLetters';
import { graphql } from 'lightning/graphql';
import retry from '@salesforce/apex/SyncHealthController.retry';
import {
  button,
  expectErrorStates,
  findAll,
  press,
  provideQuery,
  render,
  toastsOf,
  wordsOf,
  type Rendered,
} from 'testing/page';
import { queryData } from 'testing/query-data';

const LETTER = {
  Id: 'a09000000000001AAA',
  Object_Name__c: 'Opportunity',
  Record_Key__c: 'OPP-1',
  Error_Code__c: 'UNABLE_TO_LOCK_ROW',
  Message__c: 'Locked by another user.',
  Attempts__c: 3,
  Status__c: 'Open',
  Retryable__c: true,
};

async function show(letters: readonly Record<string, unknown>[], refresh?: jest.Mock): Promise<Rendered> {
  const element = await render('dead-letters', DeadLetters);
  await provideQuery(graphql, queryData({ query: { Integration_Error__c: letters } }), refresh);
  return element;
}

describe('c-dead-letters', () => {
  it('shows what could not be delivered and why', async () => {
    const element = await show([LETTER]);
    expect(wordsOf(element)).toContain('Opportunity OPP-1 Open UNABLE_TO_LOCK_ROW Locked by another user.');
    await expect(element).toBeAccessible();
  });

  it('has one sent again, or all that may succeed', async () => {
    const refresh = jest.fn();
    const stuck = { ...LETTER, Id: 'a09000000000002AAA', Retryable__c: false };
    const element = await show([LETTER, stuck], refresh);
    await press(element, 'c.Letters_Retry');
    await press(element, 'c.Letters_Retry_All');
    expect(jest.mocked(retry).mock.calls).toEqual([[{ errorIds: [LETTER.Id] }], [{ errorIds: [LETTER.Id] }]]);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('offers nothing for what is being sent again', async () => {
    const element = await show([{ ...LETTER, Status__c: 'Retrying' }]);
    expect(button(element, 'c.Letters_Retry_All')['disabled']).toBe(true);
    expect(findAll(element, 'li lightning-button')).toEqual([]);
  });

  it('says why when the org refuses', async () => {
    jest.mocked(retry).mockRejectedValueOnce({ body: { message: 'Not yours.' } });
    const element = await show([LETTER]);
    const toasts = toastsOf(element);
    await press(element, 'c.Letters_Retry');
    expect(toasts).toEqual([expect.objectContaining({ variant: 'error', message: 'Not yours.' })]);
  });

  it('says that everything was delivered, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Letters_None');
    await expectErrorStates(element, graphql);
  });
});
