import ForecastAgainstTarget from 'c/forecastAgainstTarget';
import { graphql } from 'lightning/graphql';
import { getRecord } from 'lightning/uiRecordApi';
import {
  expectErrorStates,
  find,
  findAll,
  lastConfig,
  provide,
  provideQuery,
  render,
  settle,
  wordsOf,
  type Rendered,
} from 'testing/page';
import { queryData } from 'testing/query-data';

const CATEGORIES = [
  { ForecastCategoryName: 'Closed', 'Amount.sum': 60000 },
  { ForecastCategoryName: 'Commit', 'Amount.sum': 30000 },
];

async function show(
  target?: number,
  categories = CATEGORIES,
  office: string | null = null,
): Promise<Rendered> {
  const element = await render('forecast-against-target', ForecastAgainstTarget);
  await provide(getRecord, { apiName: 'User', fields: { Regional_Office__c: { value: office } } });
  const metrics = target ? [{ Id: 'a07000000000001AAA', Target__c: target }] : [];
  const data = queryData({ aggregate: { Opportunity: categories }, query: { Success_Metric__c: metrics } });
  await provideQuery(graphql, data);
  return element;
}

describe('c-forecast-against-target', () => {
  it('adds up the categories and compares with the target', async () => {
    const element = await show(100000);
    const rows = find(element, 'c-bar-chart')['rows'] as {
      key: string;
      parts: { from: number; to: number }[];
    }[];
    expect(rows.map(({ key, parts }) => [key, parts[0]?.from, parts[0]?.to])).toEqual([
      ['Closed', 0, 60000],
      ['Commit', 60000, 90000],
      ['Best Case', 90000, 90000],
      ['Pipeline', 90000, 90000],
      ['target', 0, 100000],
    ]);
    expect(wordsOf(element)).toContain('c.Forecast_Gap');
    await expect(element).toBeAccessible();
  });

  it('compares a regional office with its own target', async () => {
    const element = await show(100000, CATEGORIES, 'Central');
    const { variables } = lastConfig(graphql) as { variables: { code: string } };
    expect(variables.code).toMatch(/^BOOKINGS_\d{4}-Q\d_Central$/);
    expect(wordsOf(element)).toContain('c.Forecast_Target_Of');
  });

  it('says that the target is reached, and that there is none', async () => {
    expect(wordsOf(await show(50000))).toContain('c.Forecast_Reached');
    expect(wordsOf(await show())).toContain('c.Forecast_No_Target');
  });

  it('leads from a category to its opportunities', async () => {
    const element = await show(100000);
    findAll(element, 'button')[1]?.click();
    await settle();
    expect(find(element, 'c-deal-list')['filter']).toMatchObject({ ForecastCategoryName: { eq: 'Commit' } });
  });

  it('says that nothing is expected, what went wrong, and that access is missing', async () => {
    const element = await show(100000, []);
    expect(wordsOf(element)).toContain('c.Forecast_None');
    await expectErrorStates(element, graphql);
    await expectErrorStates(await show(), getRecord);
  });
});
