import AccountSummary from 'c/accountSummary';
import { graphql } from 'lightning/graphql';
import { expectErrorStates, find, findAll, provideQuery, render, wordsOf, type Rendered } from 'testing/page';
import { queryData } from 'testing/query-data';

const ACCOUNT_ID = '001000000000001AAA';

async function show(data: object, refresh?: jest.Mock): Promise<Rendered> {
  const element = await render('account-summary', AccountSummary, { recordId: ACCOUNT_ID });
  await provideQuery(graphql, data, refresh);
  return element;
}

const tilesOf = (element: Rendered) =>
  findAll(element, 'c-stat-tile').map((tile) => [tile['label'], tile['value']]);

describe('c-account-summary', () => {
  it('shows pipeline, outcomes, intelligence, contacts and open deals of the customer', async () => {
    const element = await show(
      queryData({
        aggregate: {
          Opportunity: [
            { IsClosed: false, IsWon: false, 'Amount.sum': 120000, 'Id.count': 2 },
            { IsClosed: true, IsWon: true, 'Amount.sum': 50000, 'Id.count': 1 },
          ],
          Contact: [{ 'Id.count': 4 }],
          Intelligence_Link__c: [{ 'Id.count': 7 }],
        },
        query: {
          Account: [{ Id: ACCOUNT_ID, LastActivityDate: '2026-11-20' }],
          Opportunity: [
            {
              Id: '006000000000001AAA',
              Name: 'Perimeter',
              StageName: 'Qualification',
              Amount: 70000,
              CloseDate: '2026-12-01',
            },
          ],
        },
      }),
    );
    expect(tilesOf(element)).toEqual([
      ['c.Account_Open_Pipeline', '$120K'],
      ['c.Pipeline_Won', '$50K'],
      ['c.Pipeline_Lost', '$0'],
      ['c.Account_Intelligence', '7'],
      ['c.Account_Contacts', '4'],
      ['c.Account_Last_Activity', 'Nov 20, 2026'],
    ]);
    expect(wordsOf(element)).toContain('Perimeter $70K Qualification, Dec 1, 2026');
    await expect(element).toBeAccessible();
  });

  it('shows zeros for a customer without anything', async () => {
    const element = await show(queryData({}));
    expect(tilesOf(element)).toContainEqual(['c.Account_Last_Activity', 'c.Account_No_Activity']);
    expect(wordsOf(element)).not.toContain('c.Account_Open_Deals');
  });

  it('asks again on request', async () => {
    const refresh = jest.fn();
    const element = await show(queryData({}), refresh);
    find(element, 'c-state-frame').dispatchEvent(new CustomEvent('retry'));
    expect(refresh).toHaveBeenCalled();
  });

  it('says what went wrong, and that access is missing', async () => {
    await expectErrorStates(await show(queryData({})), graphql);
  });
});
