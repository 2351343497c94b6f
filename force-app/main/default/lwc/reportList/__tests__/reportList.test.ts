import ReportList from 'c/reportList';
import { graphql } from 'lightning/graphql';
import { expectErrorStates, lastVariables, provideQuery, render, wordsOf, type Rendered } from 'testing/page';
import { queryData } from 'testing/query-data';

const FILTER = { Kind__c: { eq: 'Competitor' } };

async function show(reports: readonly Record<string, unknown>[]): Promise<Rendered> {
  const element = await render('report-list', ReportList, { heading: 'Competitor', filter: FILTER });
  await provideQuery(graphql, queryData({ query: { Market_Intelligence_Report__c: reports } }));
  return element;
}

describe('c-report-list', () => {
  it('asks for what meets the conditions and shows it', async () => {
    const element = await show([
      {
        Id: 'a03000000000001AAA',
        Headline__c: 'Granite cuts prices',
        Severity__c: 'High',
        Source_Name__c: 'Trade Daily',
        Published_At__c: '2026-11-20T20:00:00.000Z',
      },
    ]);
    expect(lastVariables(graphql)).toEqual({ where: FILTER });
    expect(wordsOf(element)).toContain('Granite cuts prices High Nov 20, 2026 Trade Daily');
    await expect(element).toBeAccessible();
  });

  it('says that there is none, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Reports_None');
    await expectErrorStates(element, graphql);
  });
});
