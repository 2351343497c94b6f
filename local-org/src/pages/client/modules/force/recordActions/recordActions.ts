import { createElement, getComponentDef, type LightningElement } from 'lwc';
import ActionModal, { quickActionTarget } from 'force/actionModal';
import ApprovalModal from 'force/approvalModal';
import LeadConversionModal from 'force/leadConversionModal';
import QuickActionModal from 'force/quickActionModal';
import RecordModal from 'force/recordModal';
import { deleteRecord } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { ApprovalAction, ApprovalState } from 'shell/approvals';
import { confirmDeletion } from 'shell/confirmDeletion';
import { tellDeletion } from 'shell/deletions';
import { messageOf } from 'shell/http';
import { navigate } from 'shell/router';

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_platform_action.htm */
export interface PlatformAction {
  readonly apiName: string;
  readonly label: string;
  /** `StandardButton`, `QuickAction`, ... */
  readonly type: string;
  /** Of quick actions: `Create`, `Update`, `LightningWebComponent`, ... */
  readonly subtype: string | null;
  readonly section: string;
  readonly lwcComponent: string | null;
}

/** The record on whose page an action is taken. */
export interface ActionSubject {
  readonly recordId: string;
  readonly objectApiName: string;
  readonly objectLabel: string;
  readonly recordName: string;
  /** What the user may do about its approval. */
  readonly approval?: ApprovalState | undefined;
}

type Performer = (subject: ActionSubject, action: PlatformAction) => Promise<void> | void;

const openPage =
  (actionName: string): Performer =>
  ({ recordId, objectApiName }) =>
    navigate({ type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName } });

const approve =
  (action: ApprovalAction): Performer =>
  async ({ recordId, approval }, { label }) => {
    await ApprovalModal.open({
      size: 'small',
      label,
      action,
      recordId,
      workitemId: approval?.workitemId ?? null,
      choosesApprover: approval?.choosesApprover.includes(action) ?? false,
    });
  };

/** A field of the record in a dialog of its own. */
const editField =
  (fieldName: string): Performer =>
  async ({ recordId, objectApiName }, { label }) => {
    await QuickActionModal.open({ size: 'small', label, recordId, objectApiName, fieldNames: [fieldName] });
  };

const openQuickAction: Performer = async ({ recordId, objectApiName }, { apiName, label }) => {
  await QuickActionModal.open({ size: 'small', label, recordId, objectApiName, actionName: apiName });
};

const changeRecordType: Performer = async ({ recordId, objectApiName }, { label }) => {
  await RecordModal.open({ size: 'medium', label, mode: 'changeRecordType', recordId, objectApiName });
};

/** Goes on to what the lead has become. */
const convertLead: Performer = async ({ recordId }, { label }) => {
  const accountId = await LeadConversionModal.open({ size: 'medium', label, recordId });
  if (typeof accountId !== 'string') return;
  const attributes = { recordId: accountId, objectApiName: 'Account', actionName: 'view' };
  navigate({ type: 'standard__recordPage', attributes });
};

/** A component without a screen is only invoked, any other is shown in a dialog. */
const openComponent: Performer = async ({ recordId, objectApiName }, { apiName, label }) => {
  const target = await quickActionTarget(apiName);
  if (target.kind === 'component' && !target.hasScreen) {
    await invokeAction(target.module, { recordId, objectApiName });
    return;
  }
  await ActionModal.open({ size: 'small', label, recordId, objectApiName, target });
};

/** Standard buttons by name. */
const BUTTONS: Readonly<Record<string, Performer>> = {
  Approve: approve('Approve'),
  ChangeOwnerOne: editField('OwnerId'),
  ChangeRecordType: changeRecordType,
  Clone: openPage('clone'),
  Convert: convertLead,
  Delete: removeRecord,
  Edit: openPage('edit'),
  Reassign: approve('Reassign'),
  Recall: approve('Recall'),
  Reject: approve('Reject'),
  Submit: approve('Submit'),
};

/** Quick actions by their type. */
const QUICK_ACTIONS: Readonly<Record<string, Performer>> = {
  Create: openQuickAction,
  Flow: openComponent,
  LightningWebComponent: openComponent,
  LogACall: openQuickAction,
  Update: openQuickAction,
};

/** Takes an action on a record; says so by name when the local org does not have it. */
export async function performAction(action: PlatformAction, subject: ActionSubject): Promise<void> {
  const performer =
    action.type === 'QuickAction' ? QUICK_ACTIONS[action.subtype ?? ''] : BUTTONS[action.apiName];
  if (!performer) {
    const message = `${action.type} ${action.apiName}${action.subtype === null ? '' : ` (${action.subtype})`}`;
    tell({ title: 'The local org does not have this action', message, variant: 'error' });
    return;
  }
  try {
    await performer(subject, action);
  } catch (error) {
    tell({ title: `${action.label} has failed`, message: messageOf(error), variant: 'error' });
  }
}

async function removeRecord(subject: ActionSubject): Promise<void> {
  const { recordId, objectApiName, objectLabel, recordName } = subject;
  if (!(await confirmDeletion(objectLabel))) return;
  await deleteRecord(recordId);
  tellDeletion({ recordId, objectApiName, objectLabel, recordName });
  navigate({ type: 'standard__objectPage', attributes: { objectApiName, actionName: 'home' } }, true);
}

/**
 * Invokes a component that is an action without a screen. It lives in the page while it works, so that its events are
 * heard and its wires run.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/use-quick-actions-headless.html
 */
async function invokeAction(module: string, properties: Readonly<Record<string, unknown>>): Promise<void> {
  const { default: implementation } = (await import(module)) as { default: typeof LightningElement };
  const asked = getComponentDef(implementation).props as Readonly<Record<string, unknown>>;
  const element = createElement('local-org-action', { is: implementation }) as HTMLElement & {
    invoke?(): unknown;
  };
  Object.assign(element, Object.fromEntries(Object.entries(properties).filter(([name]) => name in asked)));
  element.hidden = true;
  document.body.append(element);
  try {
    await element.invoke?.();
  } finally {
    element.remove();
  }
}

function tell(toast: ConstructorParameters<typeof ShowToastEvent>[0]): void {
  document.body.dispatchEvent(new ShowToastEvent(toast));
}
