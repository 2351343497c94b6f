import type { RecordInput } from 'opportunity-hub/records';
import type { IntelligenceLink, IntelligenceReport } from './intelligence-file';

const KEY = 'External_Id__c';

/** Longest name of a report, in characters. */
const NAME_LENGTH = 80;

const parent = (externalId: string | undefined): { readonly [KEY]: string } | undefined =>
  externalId === undefined ? undefined : { [KEY]: externalId };

/** Leaves out what a report does not say. */
function present<Values extends object>(values: {
  readonly [Field in keyof Values]: Values[Field] | undefined;
}): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}

/** A report as a `Market_Intelligence_Report__c` record. */
export function toReportRecord(report: IntelligenceReport): RecordInput<'Market_Intelligence_Report__c'> {
  return present<RecordInput<'Market_Intelligence_Report__c'>>({
    [KEY]: report.externalId,
    Name:
      report.headline.length <= NAME_LENGTH
        ? report.headline
        : `${report.headline.slice(0, NAME_LENGTH - 1)}…`,
    Kind__c: report.kind,
    Headline__c: report.headline,
    Summary__c: report.summary,
    Evidence__c: report.evidence,
    Source_Name__c: report.source.name,
    Source_Url__c: report.source.url,
    Source_System__c: 'Market Intelligence',
    Published_At__c: report.publishedAt,
    Retrieved_At__c: report.retrievedAt,
    Cluster__c: report.cluster,
    Confidence__c: report.confidence,
    Severity__c: report.severity,
    Industry__c: report.industry,
    Region__c: report.region,
    Expires_On__c: report.expiresOn,
    Action_Due_On__c: report.actionDueOn,
    Competitor__r: parent(report.competitor),
  });
}

/** A link of a report as an `Intelligence_Link__c` record. */
export function toLinkRecord(
  report: IntelligenceReport,
  link: IntelligenceLink,
): RecordInput<'Intelligence_Link__c'> {
  return present<RecordInput<'Intelligence_Link__c'>>({
    [KEY]: link.externalId,
    Report__r: parent(report.externalId),
    Account__r: parent(link.account),
    Opportunity__r: parent(link.opportunity),
    Confidence__c: link.confidence,
    Reason__c: link.reason,
    Evidence__c: link.evidence,
    Match_Method__c: link.matchMethod,
    Status__c: link.status,
  });
}
