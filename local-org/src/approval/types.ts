import type { AccessControl } from '../access';
import type { Clock } from '../core';
import type { DmlEngine, RecordCriteria } from '../dml';
import type { FormulaFieldEvaluator, RunningUser, TransactionManager } from '../execution';
import type { ComponentStore } from '../metadata';
import type { Outbox } from '../outbox';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';

/** What approvals work with. */
export interface ApprovalServices {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly access: AccessControl;
  readonly formulas: FormulaFieldEvaluator;
  readonly transactions: TransactionManager;
  readonly dml: DmlEngine;
  readonly outbox: Outbox;
  /** The active user of that id. */
  findUser(id: string): RunningUser | undefined;
}

/** An action by type and name: `{ type: 'FieldUpdate', name: 'Set_Approved' }`. */
export interface ActionReference {
  readonly type: string;
  readonly name: string;
}

/** Who is to approve a step: `{ type: 'user', name: 'manager@example.com' }`. */
export interface ApproverDefinition {
  readonly type: string;
  readonly name: string | null;
}

export interface ApprovalStepDefinition {
  readonly name: string;
  readonly label: string;
  readonly criteria: RecordCriteria;
  readonly ifCriteriaNotMet: 'ApproveRecord' | 'RejectRecord' | 'GotoNextStep';
  readonly approvers: readonly ApproverDefinition[];
  /** Whether all approvers must approve; otherwise the first answer counts. */
  readonly unanimous: boolean;
  readonly allowDelegate: boolean;
  /** Whether a rejection goes back to the step before; otherwise it rejects the request. */
  readonly rejectsToPrevious: boolean;
  readonly approvalActions: readonly ActionReference[];
  readonly rejectionActions: readonly ActionReference[];
}

/**
 * An approval process as deployed.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_approvalprocess.htm
 */
export interface ApprovalProcessDefinition {
  /** `Opportunity.Large_Deal` */
  readonly fullName: string;
  readonly objectName: string;
  readonly developerName: string;
  readonly label: string;
  readonly description: string | null;
  readonly active: boolean;
  /** Active processes of an object are tried in this order. */
  readonly order: number;
  readonly criteria: RecordCriteria;
  readonly submitters: readonly ApproverDefinition[];
  readonly steps: readonly ApprovalStepDefinition[];
  readonly initialSubmissionActions: readonly ActionReference[];
  readonly finalApprovalActions: readonly ActionReference[];
  readonly finalRejectionActions: readonly ActionReference[];
  readonly recallActions: readonly ActionReference[];
  readonly allowRecall: boolean;
  readonly locksAfterApproval: boolean;
  readonly locksAfterRejection: boolean;
  /** Whether the present approver may edit the locked record; administrators always may. */
  readonly approverMayEdit: boolean;
  /** User field that names the next approver, and whether the record's owner is asked first. */
  readonly automatedApprover: { readonly field: string; readonly ofOwner: boolean } | null;
  /** Template of the mail that asks for approval. */
  readonly emailTemplate: string | null;
}
