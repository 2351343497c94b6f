import { countOutcomes, upsertChanged, type UpsertCounts, type UpsertOutcome } from '../pipelines';
import type { SalesforceIntegration } from '../salesforce';
import { InterruptedError } from '../shared';
import type { IntelligenceFile, InvalidReport } from './intelligence-file';
import { toLinkRecord, toReportRecord } from './to-records';

const KEY_FIELD = 'External_Id__c';

/** A link that a person confirmed or dismissed stays so, with the reason that he gave. */
const DECIDED_BY_PEOPLE = ['Status__c', 'Reason__c'];

/** What became of the reports of a file and of their links. */
export interface IntelligenceResult extends UpsertCounts {
  readonly reports: UpsertCounts;
  readonly links: UpsertCounts;
  /** Reports that did not have the right shape; they are in `rejected` too, as `INVALID_REPORT`. */
  readonly invalid: readonly InvalidReport[];
  readonly rejections: readonly UpsertOutcome[];
}

/** Sends reports and then their links; what the org holds already as it should be is not sent. */
export async function pushReports(
  org: SalesforceIntegration,
  file: IntelligenceFile,
  signal?: AbortSignal,
): Promise<IntelligenceResult> {
  const options = signal ? { signal } : {};
  const records = file.reports.map(toReportRecord);
  const sent = await upsertChanged(
    org,
    { object: 'Market_Intelligence_Report__c', keyField: KEY_FIELD, records },
    options,
  );
  const reports = [...sent, ...file.invalid.map(invalidOutcome)];
  if (signal?.aborted) throw new InterruptedError();
  const refused = new Set(sent.filter(({ status }) => status === 'rejected').map(({ key }) => key));
  const linked = file.reports.filter(({ externalId }) => !refused.has(externalId));
  const linkRecords = linked.flatMap((report) => report.links.map((link) => toLinkRecord(report, link)));
  const links = await upsertChanged(
    org,
    {
      object: 'Intelligence_Link__c',
      keyField: KEY_FIELD,
      initialFields: DECIDED_BY_PEOPLE,
      records: linkRecords,
    },
    options,
  );
  const all = [...reports, ...links];
  return {
    ...countOutcomes(all),
    reports: countOutcomes(reports),
    links: countOutcomes(links),
    invalid: file.invalid,
    rejections: all.filter(({ status }) => status === 'rejected'),
  };
}

const invalidOutcome = ({ key, message }: InvalidReport): UpsertOutcome => ({
  key,
  status: 'rejected',
  code: 'INVALID_REPORT',
  message,
  recordId: '',
});
