import IntelligenceDashboard from 'c/intelligenceDashboard';
import getBreakdown from '@salesforce/apex/IntelligenceBreakdownController.getBreakdown';
import getSummary from '@salesforce/apex/ExecutiveIntelligenceController.getSummary';
import {
  find,
  findAll,
  expectErrorStates,
  lastConfig,
  provide,
  render,
  settle,
  wordsOf,
  type Rendered,
} from 'testing/page';

const SUMMARY = {
  counts: [
    { kind: 'Competitor', severity: 'High', reports: 3 },
    { kind: 'Competitor', severity: 'Low', reports: 1 },
    { kind: 'Regulatory', severity: 'High', reports: 2 },
  ],
  dealsAtRisk: 4,
  amountAtRisk: 320000,
  waitingForConfirmation: 5,
};
const BREAKDOWN = {
  industries: [{ label: 'Manufacturing', reports: 6 }],
  competitors: [],
  weeks: [{ firstDay: '2026-11-16', reports: 6 }],
  items: [
    {
      reportId: 'a03000000000001AAA',
      headline: 'Granite cuts prices',
      kind: 'Competitor',
      severity: 'High',
      deals: 2,
      amount: 90000,
    },
  ],
};

async function show(summary: object = SUMMARY, breakdown: object = BREAKDOWN): Promise<Rendered> {
  const element = await render('intelligence-dashboard', IntelligenceDashboard);
  await provide(getSummary, summary);
  await provide(getBreakdown, breakdown);
  return element;
}

describe('c-intelligence-dashboard', () => {
  it('shows figures, a chart for each view that has data, the trend, and the effect on the pipeline', async () => {
    const element = await show();
    expect(findAll(element, 'c-stat-tile').map((tile) => tile['value'])).toEqual(['6', '4', '$320K', '5']);
    expect(findAll(element, 'h3').map(({ textContent }) => textContent)).toEqual([
      'c.Dashboard_By_Kind',
      'c.Dashboard_By_Severity',
      'c.Dashboard_By_Industry',
      'c.Dashboard_Trend',
      'c.Dashboard_Top_Items',
    ]);
    expect(wordsOf(element)).toContain('Competitor 4 3 High, 1 Low');
    expect(wordsOf(element)).toContain('Granite cuts prices High $90K');
    await expect(element).toBeAccessible();
  });

  it('leads from a bar to its reports, and back', async () => {
    const element = await show();
    const choose = async (name: string, key: string) => {
      const chart = find(element, `[data-name="${name}"]`);
      chart.dispatchEvent(new CustomEvent('select', { detail: { key } }));
      await settle();
    };
    await choose('industry', 'Manufacturing');
    const { and } = find(element, 'c-report-list')['filter'] as { and: object[] };
    expect(and).toContainEqual({ Industry__c: { eq: 'Manufacturing' } });
    await choose('week', '2026-11-16');
    expect(JSON.stringify(find(element, 'c-report-list')['filter'])).toContain('2026-11-23T00:00:00.000Z');
    await choose('week', '2026-11-16');
    expect(findAll(element, 'c-report-list')).toEqual([]);
  });

  it('asks for the period that the user chooses', async () => {
    const element = await show();
    find(element, 'lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value: '30' } }));
    await settle();
    expect(lastConfig(getSummary)).toEqual({ days: 30 });
  });

  it('says that there is nothing, what went wrong, and that access is missing', async () => {
    const nothing = { industries: [], competitors: [], weeks: [], items: [] };
    const element = await show({ ...SUMMARY, counts: [] }, nothing);
    expect(wordsOf(element)).toContain('c.Reports_None');
    await expectErrorStates(element, getSummary);
  });
});
