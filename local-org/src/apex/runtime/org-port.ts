import type { AccessControl } from '../../access';
import type { ApiError, Clock } from '../../core';
import type { DmlEngine, SaveError } from '../../dml';
import type { EventBus } from '../../events';
import type {
  ApprovalOutcome,
  ApprovalSubmission,
  FormulaFieldEvaluator,
  RequestContext,
  RunningUser,
  TransactionManager,
} from '../../execution';
import type { JobQueue } from '../../jobs';
import type { ComponentStore } from '../../metadata';
import type { Outbox } from '../../outbox';
import type { QueryEngine } from '../../query';
import type { Schema } from '../../schema';
import type { RecordStore } from '../../storage';
import type { ApexValue } from './values/apex-value';

/** A lead to convert. @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_examples_convertlead.htm */
export interface LeadConversionRequest {
  readonly leadId: string;
  readonly convertedStatus: string;
  readonly accountId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly opportunityId?: string | undefined;
  readonly opportunityName?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly doNotCreateOpportunity: boolean;
  readonly overwriteLeadSource: boolean;
  readonly sendNotificationEmail: boolean;
}

/** What a lead became. */
export interface LeadConversionOutcome {
  readonly leadId: string;
  readonly success: boolean;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly errors: readonly SaveError[];
}

/** A request to the approval engine: to submit a record, or to answer a work item. */
export type ApexApprovalRequest =
  | { readonly kind: 'submit'; readonly submission: ApprovalSubmission }
  | {
      readonly kind: 'decide';
      readonly decision: {
        readonly workitemId: string;
        /** `Approve`, `Reject`, `Removed`. */
        readonly action: string;
        readonly comments?: string;
        readonly nextApproverIds?: readonly string[];
      };
    };

/** What became of a request. */
export type ApexApprovalResult =
  (ApprovalOutcome & { readonly success: true }) | { readonly success: false; readonly error: ApiError };

/** Approvals as Apex works with them. */
export interface ApexApprovals {
  /** @throws ApiError the first error, when `allOrNone` */
  process(
    requests: readonly ApexApprovalRequest[],
    context: RequestContext,
    allOrNone?: boolean,
  ): readonly ApexApprovalResult[];
  readonly locks: {
    lock(recordId: string): void;
    unlock(recordId: string): void;
    lockedAmong(recordIds: readonly string[]): ReadonlySet<string>;
  };
}

/** An action that code calls: a standard one by its type alone, others by type and name. */
export interface ActionReference {
  /** `flow`, `apex`, `emailAlert`, `chatterPost`. */
  readonly type: string;
  readonly name: string;
}

/** What an action gave for one set of inputs. */
export interface ActionAnswer {
  readonly outputs: Readonly<Record<string, ApexValue>>;
  /** Null when it went well. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** Flows, invocable methods and standard actions, as Apex calls them. */
export interface ApexActionCalls {
  /**
   * Runs an action once per set of inputs, all of them together.
   * @returns an answer per set; that there is no such action is an error of each
   */
  invoke(
    action: ActionReference,
    inputs: readonly Readonly<Record<string, ApexValue>>[],
    context: RequestContext,
  ): readonly ActionAnswer[];
}

/** An allowance of the org: `{ name: 'DailyApiRequests', limit: 15000, used: 12 }`. */
export interface OrgLimit {
  readonly name: string;
  readonly limit: number;
  readonly used: number;
}

/** What the Apex engine needs of the org beneath it. */
export interface OrgPort {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly access: AccessControl;
  readonly query: QueryEngine;
  readonly dml: DmlEngine;
  readonly formulas: FormulaFieldEvaluator;
  readonly transactions: TransactionManager;
  readonly jobs: JobQueue;
  readonly outbox: Outbox;
  readonly events: EventBus;
  readonly approvals: ApexApprovals;
  readonly actions: ApexActionCalls;
  /** Forgets what is cached of permissions when the transaction under way has changed any. */
  accessChanged(): void;
  findUser(id: string): RunningUser | undefined;
  convertLeads(
    conversions: readonly LeadConversionRequest[],
    context: RequestContext,
  ): readonly LeadConversionOutcome[];
  /** The id of a deployed class (`01p...`); null when there is none. */
  classId(name: string): string | null;
  /** The id of a deployed trigger (`01q...`); null when there is none. */
  triggerId(name: string): string | null;
  /** The CronTrigger (`08e...`) of a job of the queue, by the job's id. */
  cronTriggerId(jobId: number): string;
  /** Cancels a scheduled job by its CronTrigger. @returns whether there was one */
  cancelCronTrigger(id: string): boolean;
  /** The user as whom runs what nobody started. */
  automationUser(): RunningUser;
  /** The allowances of the org; null while nothing counts them. */
  limits(): readonly OrgLimit[] | null;
  /** Address at which the org's API listens; null while nothing does. */
  serverUrl(): string | null;
}
