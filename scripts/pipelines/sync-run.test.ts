import { MemoryOrg } from '../salesforce/testing/memory-org';
import { InterruptedError, RequestRejectedError, VirtualClock } from '../shared';
import { recordSyncRun, reportOf, type SyncRunReport } from './sync-run';

const REPORT: SyncRunReport = {
  status: 'Partly Failed',
  read: 10,
  created: 5,
  updated: 2,
  unchanged: 1,
  rejected: 2,
  summary: '2 ACCOUNT_MISSING',
};
const KEY = 'Migration:2026-01-01T00:00:00.000Z';

const orgWithRuns = (refuse?: () => string): MemoryOrg =>
  new MemoryOrg(['External_Id__c'], refuse ? { refuse } : {});
const runsOf = (org: MemoryOrg): unknown => org.records.get('Sync_Run__c')?.get(KEY);

function record(org: MemoryOrg, run: () => Promise<string>): Promise<string> {
  return recordSyncRun(org.asIntegration(), {
    lane: 'Migration',
    run,
    report: () => REPORT,
    clock: new VirtualClock(),
  });
}

describe('recordSyncRun', () => {
  it('keeps a run from its beginning, and what it did at its end', async () => {
    const org = orgWithRuns();
    const result = await record(org, () => {
      expect(runsOf(org)).toMatchObject({ Lane__c: 'Migration', Status__c: 'Running' });
      return Promise.resolve('done');
    });
    expect(result).toBe('done');
    expect(runsOf(org)).toMatchObject({
      Status__c: 'Partly Failed',
      Started_At__c: '2026-01-01T00:00:00.000Z',
      Finished_At__c: '2026-01-01T00:00:00.000Z',
      Read__c: 10,
      Created__c: 5,
      Rejected__c: 2,
      Api_Calls__c: 0,
      Summary__c: '2 ACCOUNT_MISSING',
    });
  });

  it.each([
    [new RequestRejectedError('SERVER_UNAVAILABLE', 'down', 503), 'Failed', 'SERVER_UNAVAILABLE: down'],
    [new InterruptedError(), 'Stopped', 'INTERRUPTED: Stopped by the user'],
  ])('keeps how a run failed, and throws it: %s', async (error, status, summary) => {
    const org = orgWithRuns();
    await expect(record(org, () => Promise.reject(error))).rejects.toBe(error);
    expect(runsOf(org)).toMatchObject({ Status__c: status, Summary__c: summary });
  });

  it('begins no run that the org refuses to keep', async () => {
    const run = jest.fn();
    await expect(
      record(
        orgWithRuns(() => 'not yours'),
        run,
      ),
    ).rejects.toMatchObject({
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      actions: [expect.stringContaining('Opportunity_Hub_Integration')],
    });
    expect(run).not.toHaveBeenCalled();
  });
});

describe('reportOf', () => {
  const counts = { read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0, rejectedByReason: {} };

  it('succeeded when nothing was refused', () => {
    expect(reportOf(counts)).toMatchObject({ status: 'Succeeded', read: 3, created: 3, summary: '' });
  });

  it('names the reasons of what was refused', () => {
    const report = reportOf({ ...counts, created: 1, rejected: 2, rejectedByReason: { ID_MISSING: 2 } });
    expect(report).toMatchObject({ status: 'Partly Failed', rejected: 2, summary: '2 ID_MISSING' });
  });
});
