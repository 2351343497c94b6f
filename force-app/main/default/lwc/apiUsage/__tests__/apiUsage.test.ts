import ApiUsage from 'c/apiUsage';
import { graphql } from 'lightning/graphql';
import { expectErrorStates, find, provideQuery, render, wordsOf, type Rendered } from 'testing/page';
import { queryData } from 'testing/query-data';

async function show(runs: readonly Record<string, unknown>[]): Promise<Rendered> {
  const element = await render('api-usage', ApiUsage);
  await provideQuery(graphql, queryData({ query: { Sync_Run__c: runs } }));
  return element;
}

describe('c-api-usage', () => {
  it('adds up the calls of a day, and shows days without', async () => {
    const run = { Id: 'a', Started_At__c: new Date().toISOString(), Api_Calls__c: 20, Read__c: 100 };
    const element = await show([run, { ...run, Id: 'b', Api_Calls__c: 5 }]);
    const points = find(element, 'c-trend-chart')['points'] as { value: number }[];
    expect(points).toHaveLength(14);
    expect(points.map(({ value }) => value).slice(-2)).toEqual([0, 25]);
    expect(wordsOf(element)).toContain('c.Usage_Per_Record');
    await expect(element).toBeAccessible();
  });

  it('says that nothing was used, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Usage_None');
    await expectErrorStates(element, graphql);
  });
});
