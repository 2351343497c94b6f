import { FixedClock } from '../core';
import { TransactionManager } from '../execution';
import { RecordStore } from '../storage';
import { createJobQueue } from './job-queue';
import type { JobQueue } from './types';

const START_MS = Date.UTC(2026, 0, 15, 12);
const DAY_MS = 24 * 60 * 60 * 1000;

describe('createJobQueue', () => {
  let store: RecordStore;
  let clock: FixedClock;
  let transactions: TransactionManager;
  let queue: JobQueue;
  let runs: unknown[];

  beforeEach(() => {
    store = RecordStore.open(':memory:');
    clock = new FixedClock(START_MS);
    transactions = new TransactionManager(store);
    queue = createJobQueue({ store, clock, transactions });
    runs = [];
    queue.handle('note', ({ text }) => runs.push(text));
  });
  afterEach(() => store.close());

  const note = (text: string, afterMs: number, key?: string): number =>
    queue.schedule({ kind: 'note', runAtMs: START_MS + afterMs, payload: { text }, ...(key && { key }) });

  it('runDue: runs what is due, in order of time, when the clock has moved', () => {
    note('second', 2 * DAY_MS);
    note('first', DAY_MS);
    note('third', 3 * DAY_MS);
    expect(queue.runDue()).toBe(0);
    expect(queue.nextDueMs()).toBe(START_MS + DAY_MS);
    clock.advance(2 * DAY_MS);
    expect(queue.runDue()).toBe(2);
    expect(runs).toEqual(['first', 'second']);
    expect(queue.runDue()).toBe(0);
  });

  it('runDue: jobs that a job schedules for now run too', () => {
    queue.handle('chain', () => note('after', 0));
    queue.schedule({ kind: 'chain', runAtMs: START_MS });
    expect(queue.runDue()).toBe(2);
    expect(runs).toEqual(['after']);
  });

  it('schedule: a key replaces the waiting job of that key', () => {
    note('old', 0, 'k');
    note('new', 0, 'k');
    queue.runDue();
    expect(runs).toEqual(['new']);
  });

  it('schedule: a transaction that rolls back takes its jobs with it', () => {
    const work = (): void =>
      transactions.run(() => {
        note('never', 0);
        throw new Error('no');
      });
    expect(work).toThrow('no');
    expect(queue.runDue()).toBe(0);
  });

  it('cancel: by id and by key', () => {
    const id = note('a', 0);
    note('b', 0, 'k');
    expect([queue.cancel(id), queue.cancel('k'), queue.cancel('k')]).toEqual([true, true, false]);
    expect(queue.nextDueMs()).toBeNull();
  });

  it('cancelAll: by kind and start of the key', () => {
    note('a', 0, 'x/1');
    note('b', 0, 'x/2');
    note('c', 0, 'y/1');
    expect(queue.cancelAll('note', 'x/')).toBe(2);
    expect(queue.list('note').map(({ key }) => key)).toEqual(['y/1']);
  });

  it('runDue: a failure undoes the job, is counted and tried again, at most three times', () => {
    queue.handle('fail', () => {
      store.takeFromSequence('x');
      throw new Error('broken');
    });
    const id = queue.schedule({ kind: 'fail', runAtMs: START_MS });
    queue.runDue();
    expect(queue.find(id)).toMatchObject({ failures: 1, state: 'queued', lastError: 'broken' });
    expect(queue.find(id)?.runAtMs).toBe(START_MS + 60_000);
    clock.advance(DAY_MS);
    queue.runDue();
    clock.advance(DAY_MS);
    queue.runDue();
    expect(queue.find(id)).toMatchObject({ failures: 3, state: 'failed' });
    expect(queue.nextDueMs()).toBeNull();
    expect(store.takeFromSequence('x')).toBe(1);
  });

  it('scheduleRecurring: comes back at its time of day over a change of clocks', () => {
    const startMs = Date.parse('2026-03-06T16:00:00Z');
    const timeZone = 'America/Los_Angeles';
    queue.scheduleRecurring({
      kind: 'note',
      key: 'daily',
      recurrence: { frequency: 'Daily', startMs, timeZone },
    });
    const times: string[] = [];
    for (let i = 0; i < 4; i++) {
      const next = queue.nextDueMs() ?? 0;
      times.push(new Date(next).toISOString().slice(5, 16));
      clock.advance(next - clock.now());
      queue.runDue();
    }
    expect(times).toEqual(['03-06T16:00', '03-07T16:00', '03-08T15:00', '03-09T15:00']);
  });

  it('scheduleRecurring: weekly runs seven days apart, once does not come back', () => {
    const at = { startMs: START_MS + 1, timeZone: 'UTC' };
    queue.scheduleRecurring({ kind: 'note', key: 'w', recurrence: { frequency: 'Weekly', ...at } });
    queue.scheduleRecurring({ kind: 'note', key: 'o', recurrence: { frequency: 'Once', ...at } });
    clock.advance(1);
    expect(queue.runDue()).toBe(2);
    expect(queue.nextDueMs()).toBe(START_MS + 1 + 7 * DAY_MS);
    expect(queue.find('o')).toBeUndefined();
  });

  it('jobs of a kind that nobody runs wait', () => {
    queue.schedule({ kind: 'later', runAtMs: START_MS });
    expect([queue.runDue(), queue.nextDueMs()]).toEqual([0, null]);
    queue.handle('later', () => runs.push('later'));
    expect(queue.runDue()).toBe(1);
  });

  it('a queue opened on the same database finds the jobs', () => {
    note('kept', 0);
    const again = createJobQueue({ store, clock, transactions });
    again.handle('note', ({ text }) => runs.push(text));
    expect(again.runDue()).toBe(1);
    expect(runs).toEqual(['kept']);
  });
});
