import FreshnessBadge from 'c/freshnessBadge';
import { render, wordsOf } from 'testing/page';

describe('c-freshness-badge', () => {
  it.each([
    ['within a day', new Date(Date.now() - 60_000).toISOString(), 'c.Sync_Current'],
    ['longer ago', '2026-01-01T00:00:00.000Z', 'c.Sync_Stale'],
    ['never', null, 'c.Sync_Never'],
  ])('says that a sync was %s', async (_when, time, expected) => {
    const element = await render('freshness-badge', FreshnessBadge, { time });
    expect(wordsOf(element)).toBe(expected);
    await expect(element).toBeAccessible();
  });
});
