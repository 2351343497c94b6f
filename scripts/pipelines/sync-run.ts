import type { RecordInput } from 'opportunity-hub/records';
import type { SalesforceIntegration } from '../salesforce';
import { InterruptedError, IntegrationError, RequestRejectedError, systemClock, type Clock } from '../shared';
import type { UpsertCounts } from './upsert-changed';

const OBJECT = 'Sync_Run__c';
const KEY_FIELD = 'External_Id__c';

/** Kinds of runs: values of `Sync_Run__c.Lane__c`. */
export type SyncLane = 'Migration' | 'Intelligence' | 'Seed';

/** How a run ended: values of `Sync_Run__c.Status__c`. */
export type SyncRunStatus = 'Succeeded' | 'Partly Failed' | 'Failed' | 'Stopped';

/** What a run did, as administrators read it. */
export interface SyncRunReport {
  readonly status: SyncRunStatus;
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** In a line or more. */
  readonly summary: string;
}

/** A run that is to be recorded. */
export interface RecordedRun<Result> {
  readonly lane: SyncLane;
  readonly run: () => Promise<Result>;
  readonly report: (result: Result) => SyncRunReport;
  readonly clock?: Clock | undefined;
}

/**
 * Carries a run out and keeps it in the org as a Sync Run: as running when it begins, with its counts when it ends, with
 * the code of the error when it fails. Every run is a record of its own.
 * @throws RequestRejectedError when the org refuses the record; and what the run throws
 */
export async function recordSyncRun<Result>(
  org: SalesforceIntegration,
  { lane, run, report, clock = systemClock }: RecordedRun<Result>,
): Promise<Result> {
  const now = (): string => new Date(clock.now()).toISOString();
  const startedAt = now();
  const key = `${lane}:${startedAt}`;
  const callsBefore = org.metrics().calls;
  const save = (values: RecordInput<typeof OBJECT>): Promise<void> =>
    saveRun(org, { [KEY_FIELD]: key, ...values });
  const end = (values: RecordInput<typeof OBJECT>): Promise<void> =>
    save({ ...values, Finished_At__c: now(), Api_Calls__c: org.metrics().calls - callsBefore });
  await save({ Lane__c: lane, Status__c: 'Running', Started_At__c: startedAt });
  try {
    const result = await run();
    await end(toRecord(report(result)));
    return result;
  } catch (error) {
    // What went wrong is thrown; that the org could not be told of it as well says nothing more.
    await end(failureRecord(error)).catch(() => undefined);
    throw error;
  }
}

/** Reports counts: succeeded when nothing was refused; the summary names each reason with its number. */
export function reportOf(counts: UpsertCounts): SyncRunReport {
  const { read, created, updated, unchanged, rejected, rejectedByReason } = counts;
  const reasons = Object.entries(rejectedByReason).map(([code, count]) => `${count} ${code}`);
  const status = rejected > 0 ? 'Partly Failed' : 'Succeeded';
  return { status, read, created, updated, unchanged, rejected, summary: reasons.join('\n') };
}

function toRecord(report: SyncRunReport): RecordInput<typeof OBJECT> {
  return {
    Status__c: report.status,
    Read__c: report.read,
    Created__c: report.created,
    Updated__c: report.updated,
    Unchanged__c: report.unchanged,
    Rejected__c: report.rejected,
    Failed__c: 0,
    Summary__c: report.summary,
  };
}

function failureRecord(error: unknown): RecordInput<typeof OBJECT> {
  const text = error instanceof IntegrationError ? `${error.code}: ${error.message}` : String(error);
  return { Status__c: error instanceof InterruptedError ? 'Stopped' : 'Failed', Summary__c: text };
}

async function saveRun(org: SalesforceIntegration, record: RecordInput<typeof OBJECT>): Promise<void> {
  const [result] = await org.upsert(OBJECT, KEY_FIELD, [record]);
  const [error] = result?.errors ?? [];
  if (!error) return;
  throw new RequestRejectedError(error.code, `${OBJECT}: ${error.message}`, 0, {
    actions: ['Give the user of the integration the permission set Opportunity_Hub_Integration'],
    fields: error.fields,
  });
}
