import { FixedClock } from '../core';
import { TransactionManager } from '../execution';
import { RecordStore } from '../storage';
import { nextFireTime } from './cron-expression';
import { createJobQueue } from './job-queue';
import { cronExpressionOf, nextRun, type Recurrence } from './recurrence';
import { abortScheduledJob, cronJobDetailRows, cronTriggerId, cronTriggerRows } from './scheduled-jobs';
import type { JobQueue } from './types';

const START_MS = Date.UTC(2026, 0, 15, 12);
const HOUR_MS = 60 * 60 * 1000;
const OWNER = '005000000000001AAA';

describe('scheduled jobs', () => {
  let store: RecordStore;
  let clock: FixedClock;
  let queue: JobQueue;

  beforeEach(() => {
    store = RecordStore.open(':memory:');
    clock = new FixedClock(START_MS);
    queue = createJobQueue({ store, clock, transactions: new TransactionManager(store) });
  });
  afterEach(() => store.close());

  const schedule = (key: string, recurrence: Recurrence): number | null =>
    queue.scheduleRecurring({
      kind: 'k',
      key,
      recurrence,
      cronJob: { name: key, jobType: '7', ownerId: OWNER },
    });

  it('cronTriggerRows: one row per job that is listed', () => {
    queue.scheduleRecurring({
      kind: 'k',
      key: 'unlisted',
      recurrence: { cron: '0 0 1 * * ?', timeZone: 'UTC' },
    });
    schedule('Nightly', { cron: '0 0 13 * * ?', timeZone: 'UTC' });
    expect(cronTriggerRows(queue)).toEqual([
      {
        Id: '08e000000000002AAA',
        CronJobDetailId: '08a000000000002AAA',
        State: 'WAITING',
        NextFireTime: '2026-01-15T13:00:00.000+0000',
        PreviousFireTime: null,
        StartTime: '2026-01-15T12:00:00.000+0000',
        EndTime: null,
        CronExpression: '0 0 13 * * ?',
        TimeZoneSidKey: 'UTC',
        TimesTriggered: 0,
        OwnerId: OWNER,
        CreatedById: OWNER,
        LastModifiedById: OWNER,
        CreatedDate: '2026-01-15T12:00:00.000+0000',
      },
    ]);
    expect(cronJobDetailRows(queue)).toEqual([{ Id: '08a000000000002AAA', Name: 'Nightly', JobType: '7' }]);
  });

  it('cronTriggerRows: counts each start, whether it went well or not', () => {
    const outcomes = ['good', 'bad'];
    queue.handle('k', () => {
      if (outcomes.shift() === 'bad') throw new Error('bad');
    });
    schedule('Hourly', { cron: '0 0 * * * ?', timeZone: 'UTC' });
    for (let hour = 0; hour < 2; hour++) {
      clock.advance(HOUR_MS);
      queue.runDue();
    }
    expect(cronTriggerRows(queue)).toMatchObject([
      {
        State: 'WAITING',
        TimesTriggered: 2,
        PreviousFireTime: '2026-01-15T14:00:00.000+0000',
        NextFireTime: '2026-01-15T15:00:00.000+0000',
      },
    ]);
  });

  it('abortScheduledJob: takes the job of a CronTrigger away, by the long and the short id', () => {
    const ids = ['a', 'b'].map((key) =>
      cronTriggerId(schedule(key, { cron: '0 0 1 * * ?', timeZone: 'UTC' }) ?? 0),
    );
    const [first = '', second = ''] = ids;
    expect([first, second.slice(0, 15), first, OWNER].map((id) => abortScheduledJob(queue, id))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(queue.list()).toEqual([]);
  });

  it.each(['Once', 'Daily', 'Weekly'] as const)(
    'cronExpressionOf: %s fires when the schedule does',
    (frequency) => {
      const timeZone = 'America/Los_Angeles';
      const recurrence = { frequency, startMs: START_MS + HOUR_MS, timeZone };
      const expression = cronExpressionOf(recurrence);
      let at = START_MS;
      for (let run = 0; run < 3; run++) {
        const next = nextRun(recurrence, at);
        expect(nextFireTime(expression, at, timeZone)).toBe(next);
        if (next === null) break;
        at = next;
      }
    },
  );

  it('a queue opened on a database of before has the columns it needs', () => {
    store.database.exec(
      'ALTER TABLE "_job" DROP COLUMN times_fired; ALTER TABLE "_job" DROP COLUMN cron_job',
    );
    const again = createJobQueue({ store, clock, transactions: new TransactionManager(store) });
    again.scheduleRecurring({ kind: 'k', key: 'x', recurrence: { cron: '0 0 1 * * ?', timeZone: 'UTC' } });
    expect(again.list()).toMatchObject([{ timesFired: 0, cronJob: null }]);
  });
});
