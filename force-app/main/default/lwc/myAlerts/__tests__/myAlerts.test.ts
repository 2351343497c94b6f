import MyAlerts from 'c/myAlerts';
import { graphql } from 'lightning/graphql';
import { expectErrorStates, provideQuery, render, wordsOf, type Rendered } from 'testing/page';
import { queryData } from 'testing/query-data';

async function show(query: Readonly<Record<string, readonly Record<string, unknown>[]>>): Promise<Rendered> {
  const element = await render('my-alerts', MyAlerts);
  await provideQuery(graphql, queryData({ query }));
  return element;
}

describe('c-my-alerts', () => {
  it('shows tasks that are overdue and what is new on the market', async () => {
    const element = await show({
      Task: [{ Id: '00T000000000001AAA', Subject: 'Call Mia', ActivityDate: '2026-11-01' }],
      Intelligence_Delivery__c: [
        {
          Id: 'a06000000000001AAA',
          Sent_On__c: '2026-11-20',
          'Report__r.Headline__c': 'Granite cuts prices',
          'Report__r.Severity__c': 'High',
          'Link__r.Reason__c': 'Competes for Perimeter.',
        },
      ],
    });
    expect(wordsOf(element)).toContain('Call Mia c.Overdue c.Gate_Due');
    expect(wordsOf(element)).toContain('Granite cuts prices High Nov 20, 2026 Competes for Perimeter.');
    await expect(element).toBeAccessible();
  });

  it('says that there is nothing, what went wrong, and that access is missing', async () => {
    const element = await show({});
    expect(wordsOf(element)).toContain('c.Alerts_None');
    await expectErrorStates(element, graphql);
  });
});
