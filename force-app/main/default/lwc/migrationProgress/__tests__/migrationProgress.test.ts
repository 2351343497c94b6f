import MigrationProgress from 'c/migrationProgress';
import { graphql } from 'lightning/graphql';
import { expectErrorStates, find, provideQuery, render, wordsOf, type Rendered } from 'testing/page';
import { queryData } from 'testing/query-data';

async function show(runs: readonly Record<string, unknown>[]): Promise<Rendered> {
  const element = await render('migration-progress', MigrationProgress);
  await provideQuery(graphql, queryData({ query: { Sync_Run__c: runs } }));
  return element;
}

describe('c-migration-progress', () => {
  it('shows what was loaded and what was refused', async () => {
    const element = await show([
      {
        Id: 'a08000000000001AAA',
        Status__c: 'Succeeded',
        Read__c: 708,
        Created__c: 650,
        Updated__c: 7,
        Rejected__c: 51,
      },
    ]);
    expect(find(element, 'c-bar-chart')['rows']).toMatchObject([
      {
        parts: [
          { from: 0, to: 657 },
          { from: 657, to: 708 },
        ],
      },
    ]);
    expect(wordsOf(element)).toContain('c.Migration_Counts');
    await expect(element).toBeAccessible();
  });

  it('says that nothing was migrated, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Migration_None');
    await expectErrorStates(element, graphql);
  });
});
