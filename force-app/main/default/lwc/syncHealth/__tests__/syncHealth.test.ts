import SyncHealth from 'c/syncHealth';
import getHealth from '@salesforce/apex/SyncHealthController.getHealth';
import { expectErrorStates, findAll, provide, render, wordsOf, type Rendered } from 'testing/page';

const RUN = {
  Id: 'a08000000000001AAA',
  Name: 'RUN-1',
  Lane__c: 'Scheduled',
  Status__c: 'Succeeded',
  Started_At__c: '2026-11-20T10:00:00.000Z',
  Finished_At__c: '2026-11-20T10:01:00.000Z',
  Read__c: 10,
};

async function show(health: object): Promise<Rendered> {
  const element = await render('sync-health', SyncHealth);
  await provide(getHealth, health);
  return element;
}

describe('c-sync-health', () => {
  it('shows what is open and the last runs', async () => {
    const element = await show({
      runs: [RUN],
      openConflicts: 2,
      errors: [{ code: 'UNABLE_TO_LOCK_ROW', count: 3 }],
    });
    expect(findAll(element, 'c-stat-tile').map((tile) => [tile['value'], tile['detail']])).toEqual([
      ['2', ''],
      ['3', 'UNABLE_TO_LOCK_ROW'],
    ]);
    expect(wordsOf(element)).toContain('RUN-1 · Scheduled Succeeded');
    expect(wordsOf(element)).toContain('c.Sync_Stale');
    await expect(element).toBeAccessible();
  });

  it('says that nothing ran, what went wrong, and that access is missing', async () => {
    const element = await show({ runs: [], openConflicts: 0, errors: [] });
    expect(wordsOf(element)).toContain('c.Sync_Health_Empty');
    await expectErrorStates(element, getHealth);
  });
});
