import DealList from 'c/dealList';
import { graphql } from 'lightning/graphql';
import { expectErrorStates, lastVariables, provideQuery, render, wordsOf, type Rendered } from 'testing/page';
import { queryData } from 'testing/query-data';

const DEAL = {
  Id: '006000000000001AAA',
  Name: 'Perimeter',
  Amount: 70000,
  StageName: 'Qualification',
  CloseDate: '2026-12-01',
  Hygiene_Summary__c: 'No next step',
  'Account.Name': 'Palisade',
};
const FILTER = { StageName: { eq: 'Qualification' } };

async function show(deals: readonly object[]): Promise<Rendered> {
  const element = await render('deal-list', DealList, { heading: 'In Qualification', filter: FILTER });
  await provideQuery(graphql, queryData({ query: { Opportunity: deals as Record<string, unknown>[] } }));
  return element;
}

describe('c-deal-list', () => {
  it('asks for what meets the conditions and shows it', async () => {
    const element = await show([DEAL]);
    expect(lastVariables(graphql)).toEqual({ where: FILTER });
    expect(wordsOf(element)).toContain('Perimeter $70K Palisade · Qualification · Dec 1, 2026 No next step');
    await expect(element).toBeAccessible();
  });

  it('says how many there are when not all are shown', async () => {
    const element = await show([DEAL]);
    const data = queryData({ query: { Opportunity: [DEAL] } }) as {
      uiapi: { query: { Opportunity: object } };
    };
    Object.assign(data.uiapi.query.Opportunity, { totalCount: 90 });
    await provideQuery(graphql, data);
    expect(wordsOf(element)).toContain('c.Deals_Shown');
  });

  it('says that there is none, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Deals_None');
    await expectErrorStates(element, graphql);
  });
});
