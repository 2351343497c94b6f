import StalledDeals from 'c/stalledDeals';
import userId from '@salesforce/user/Id';
import { graphql } from 'lightning/graphql';
import { lastVariables, provideQuery, render, wordsOf } from 'testing/page';
import { queryData } from 'testing/query-data';

const STALLED = { IsClosed: { eq: false }, Hygiene_Flag_Count__c: { gt: 0 } };

describe('c-stalled-deals', () => {
  it.each([
    ['mine', { ...STALLED, OwnerId: { eq: userId } }, 'c.Stalled_Mine'],
    ['team', STALLED, 'c.Stalled_Team'],
  ])('scope %s: asks for the deals that need attention', async (scope, where, heading) => {
    const element = await render('stalled-deals', StalledDeals, { scope });
    await provideQuery(graphql, queryData({ query: { Opportunity: [] } }));
    expect(lastVariables(graphql)).toEqual({ where });
    expect(wordsOf(element)).toContain(heading);
    expect(wordsOf(element)).toContain('c.Stalled_None');
    await expect(element).toBeAccessible();
  });
});
