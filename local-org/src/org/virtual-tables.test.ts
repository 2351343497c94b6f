import { abortScheduledJob } from '../jobs';
import { expandFlow } from './testing/flow-package';
import { TestOrg } from './testing/test-org';

const SCHEDULED = expandFlow('Nightly', {
  label: 'Nightly clean-up',
  start: {
    triggerType: 'Scheduled',
    schedule: { frequency: 'Daily', startDate: '2026-01-16', startTime: '02:30:00.000Z' },
    connector: 'Note',
  },
  recordCreates: [{ name: 'Note', object: 'Account', inputAssignments: [{ field: 'Name', value: 'Ran' }] }],
});
const WAITING = expandFlow('Patient', {
  start: { connector: 'Pause' },
  waits: [
    {
      name: 'Pause',
      defaultConnectorLabel: 'Default',
      waitEvents: [
        {
          name: 'Later',
          label: 'Later',
          conditionLogic: 'and',
          eventType: 'AlarmEvent',
          inputParameters: [
            { name: 'TimeOffset', value: 2 },
            { name: 'TimeOffsetUnit', value: 'Hours' },
          ],
        },
      ],
    },
  ],
});
const HOUR_MS = 60 * 60 * 1000;

describe('virtual tables', () => {
  const test = new TestOrg();
  const { org } = test;
  beforeAll(() => test.deploy({ 'flows/Nightly.flow': SCHEDULED, 'flows/Patient.flow': WAITING }));
  afterAll(() => org.close());

  const rows = (soql: string): unknown[] => {
    const context = { user: test.admin, mode: 'user', apiVersion: 67 } as const;
    return org.query.query(soql, { context }).records.map(({ fields }) => fields);
  };

  it('CronTrigger and CronJobDetail: a row for each scheduled flow', () => {
    const soql =
      'SELECT Id, State, CronExpression, TimeZoneSidKey, NextFireTime, PreviousFireTime, TimesTriggered, CronJobDetail.Name, CronJobDetail.JobType FROM CronTrigger';
    const before = {
      Id: expect.stringMatching(/^08e/),
      State: 'WAITING',
      CronExpression: '0 30 2 * * ?',
      TimeZoneSidKey: 'America/Los_Angeles',
      NextFireTime: '2026-01-16T10:30:00.000+0000',
      PreviousFireTime: null,
      TimesTriggered: 0,
    };
    expect(rows(soql)).toMatchObject([before]);
    org.advanceClock(24 * HOUR_MS);
    expect(rows(soql)).toMatchObject([
      {
        NextFireTime: '2026-01-17T10:30:00.000+0000',
        PreviousFireTime: '2026-01-16T10:30:00.000+0000',
        TimesTriggered: 1,
      },
    ]);
    expect(rows("SELECT Id, Name FROM CronJobDetail WHERE JobType = '6'")).toMatchObject([
      { Id: expect.stringMatching(/^08a/), Name: 'Nightly clean-up' },
    ]);
  });

  it('FlowInterview: a row for each interview that waits, until it goes on', () => {
    org.flows.launch('Patient', {}, { user: test.admin, mode: 'user', apiVersion: 67 });
    expect(
      rows('SELECT Id, InterviewLabel, CurrentElement, InterviewStatus, OwnerId, Guid FROM FlowInterview'),
    ).toMatchObject([
      {
        Id: expect.stringMatching(/^0Fo/),
        InterviewLabel: 'Patient',
        CurrentElement: 'Pause',
        InterviewStatus: 'Paused',
        OwnerId: test.admin.id,
      },
    ]);
    org.advanceClock(3 * HOUR_MS);
    expect(rows('SELECT Id FROM FlowInterview')).toEqual([]);
  });

  it('AsyncApexJob: keeps what is written with the record store, joined to its scheduled job', () => {
    const type = org.schema().find('AsyncApexJob');
    if (!type) throw new Error('There is no AsyncApexJob');
    const [trigger] = rows('SELECT Id FROM CronTrigger') as { Id: string }[];
    const [id = ''] = org.store.newIds(type, 1);
    org.store.insert(type, [
      {
        Id: id,
        JobType: 'ScheduledApex',
        Status: 'Queued',
        JobItemsProcessed: 0,
        TotalJobItems: 0,
        NumberOfErrors: 0,
        MethodName: null,
        CronTriggerId: trigger?.Id ?? null,
        CreatedById: test.admin.id,
        CreatedDate: '2026-01-15T12:00:00.000+0000',
      },
    ]);
    org.store.update(type, id, { Status: 'Completed', CompletedDate: '2026-01-15T12:00:01.000+0000' });
    expect(
      rows(
        "SELECT Id, Status, CompletedDate, CronTrigger.CronJobDetail.Name FROM AsyncApexJob WHERE JobType = 'ScheduledApex'",
      ),
    ).toMatchObject([{ Id: expect.stringMatching(/^707/), Status: 'Completed' }]);
    expect(
      rows("SELECT Id FROM AsyncApexJob WHERE CronTrigger.CronJobDetail.Name = 'Nightly clean-up'"),
    ).toHaveLength(1);
  });

  it('a scheduled flow whose CronTrigger is aborted runs no more', () => {
    const [trigger] = rows('SELECT Id FROM CronTrigger') as { Id: string }[];
    expect(abortScheduledJob(org.jobs, trigger?.Id ?? '')).toBe(true);
    const before = rows('SELECT Id FROM Account').length;
    org.advanceClock(48 * HOUR_MS);
    expect(rows('SELECT Id FROM Account')).toHaveLength(before);
    expect(rows('SELECT Id FROM CronTrigger')).toEqual([]);
  });
});
