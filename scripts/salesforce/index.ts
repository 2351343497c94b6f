export { classifyError, isRetryableCode, type ErrorClass, type ErrorTreatment } from './error-taxonomy';
export { connectToOrg, type OrgChoice } from './connect';
export { CONNECTION_FILE, readConnectionFile, writeConnectionFile } from './connection-file';
export { inLists, quoteSoql, startsWithSoql } from './soql';
export { SalesforceIntegration, type SalesforceOptions } from './salesforce-integration';
export type { FieldDescribe, ObjectDescribe } from './describe';
export type { GraphNode, RecordTree } from './composite-graph';
export type { JwtSettings } from './jwt-session';
export type { Lane, UsageLevel } from './api-usage';
export type { Subrequest, Subresponse } from './composite';
export { planSend, type SendPlan, type SendRequest, type SendWay } from './send-planner';
export type { SendOptions } from './record-sender';
export {
  checkSubmission,
  type CheckedSubmission,
  type OpportunitySubmission,
} from './submission/opportunity-submission';
export { readStagePolicies, stageFaults, type StagePolicy } from './submission/stage-policy';
export type { SubmissionResult } from './submission/submit-opportunities';
