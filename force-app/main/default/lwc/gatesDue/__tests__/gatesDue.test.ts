import GatesDue from 'c/gatesDue';
import { graphql } from 'lightning/graphql';
import { expectErrorStates, provideQuery, render, wordsOf, type Rendered } from 'testing/page';
import { queryData } from 'testing/query-data';

async function show(items: readonly Record<string, unknown>[]): Promise<Rendered> {
  const element = await render('gates-due', GatesDue);
  await provideQuery(graphql, queryData({ query: { Stage_Gate_Item__c: items } }));
  return element;
}

describe('c-gates-due', () => {
  it('shows what is open for which opportunity, and what is overdue', async () => {
    const element = await show([
      {
        Id: 'a01000000000001AAA',
        Criterion__c: 'Presentation held',
        Due_Date__c: '2020-01-01',
        'Opportunity__r.Name': 'Perimeter',
      },
    ]);
    expect(wordsOf(element)).toContain('Perimeter c.Overdue c.Gate_Due Presentation held');
    await expect(element).toBeAccessible();
  });

  it('says that nothing is open, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Gates_Due_None');
    await expectErrorStates(element, graphql);
  });
});
