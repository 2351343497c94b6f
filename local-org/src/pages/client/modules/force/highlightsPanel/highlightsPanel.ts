import { LightningElement, api, wire } from 'lwc';
import { getRecordActions } from 'lightning/uiActionsApi';
import { getRecordUi } from 'lightning/uiRecordApi';
import { performAction, type PlatformAction } from 'force/recordActions';
import { approvalState, NO_APPROVAL, type ApprovalAction } from 'shell/approvals';
import { messageOf } from 'shell/http';
import { objectIcon } from 'shell/objectIcons';
import type { RecordRepresentation } from 'shell/records';
import {
  recordView,
  type FieldRepresentation,
  type RecordUiRepresentation,
  type RecordView,
} from 'shell/uiApiTypes';
import type { WireResult } from 'shell/wire';

interface HighlightView {
  readonly key: string;
  readonly label: string;
  readonly field: FieldRepresentation;
}

/** Buttons that stand beside the name unless the page says how many; the others are in the menu. */
const SHOWN_BUTTONS = 3;
const SHOWN_ON_PHONES = 2;
const PHONE = '(max-width: 48em)';
/** What can be done about an approval, by name of the button. */
const APPROVAL_LABELS: Readonly<Record<ApprovalAction, string>> = {
  Submit: 'Submit for Approval',
  Approve: 'Approve',
  Reject: 'Reject',
  Reassign: 'Reassign',
  Recall: 'Recall Approval Request',
};

/** The head of a record page: name, fields of the compact layout, and what the user can do with the record. */
export default class HighlightsPanel extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  /** Whether the page lists the actions, instead of the layout: `true`. */
  @api enableActionsConfiguration: string | undefined;
  /** Names of the page's actions in its order. */
  @api actionNames: string | readonly string[] | undefined;
  /** How many of them stand beside the name: `4`. */
  @api numVisibleActions: string | undefined;
  errorText: string | undefined;
  private view: RecordView | undefined;
  private actions: readonly PlatformAction[] = [];
  private approval = NO_APPROVAL;

  @wire(getRecordUi, { recordIds: '$recordId', layoutTypes: 'Compact', modes: 'View' })
  receive({ data, error }: WireResult<unknown>): void {
    if (data && this.recordId)
      this.view = recordView(data as RecordUiRepresentation, this.recordId, 'Compact');
    this.errorText = error === undefined ? undefined : messageOf(error);
  }

  @wire(getRecordActions, { recordIds: '$recordId', retrievalMode: '$retrievalMode', sections: 'Page' })
  receiveActions({ data }: WireResult<unknown>): void {
    const answer = data as
      | { readonly actions: Readonly<Record<string, { readonly actions: readonly PlatformAction[] }>> }
      | undefined;
    if (!answer) return;
    this.actions = Object.values(answer.actions).flatMap(({ actions }) => actions);
    void this.readApproval();
  }

  get retrievalMode(): 'All' | 'PageLayout' {
    return this.isOfPage ? 'All' : 'PageLayout';
  }

  get record(): RecordRepresentation | undefined {
    return this.view?.record;
  }

  get objectLabel(): string {
    return this.view?.objectInfo.label ?? '';
  }

  get iconName(): string {
    return objectIcon(this.view?.objectInfo);
  }

  get recordName(): string {
    const name = this.record?.fields[this.nameField ?? ''];
    return String(name?.displayValue ?? name?.value ?? '');
  }

  /** Without the name, which is the title. */
  get fields(): HighlightView[] {
    const { layout, objectInfo } = this.view ?? {};
    const items = (layout?.sections ?? []).flatMap(({ layoutRows }) =>
      layoutRows.flatMap(({ layoutItems }) => layoutItems),
    );
    return items.flatMap(({ label, layoutComponents }) => {
      const field = objectInfo?.fields[layoutComponents[0]?.apiName ?? ''];
      return field && field.apiName !== this.nameField ? [{ key: field.apiName, label, field }] : [];
    });
  }

  get buttons(): PlatformAction[] {
    return this.allActions.slice(0, this.shownButtons);
  }

  get menuActions(): PlatformAction[] {
    return this.allActions.slice(this.shownButtons);
  }

  get hasMenu(): boolean {
    return this.menuActions.length > 0;
  }

  handleButton(event: Event): void {
    this.perform((event.currentTarget as HTMLElement).dataset['action']);
  }

  handleMenu(event: CustomEvent<{ readonly value: string }>): void {
    this.perform(event.detail.value);
  }

  private perform(apiName: string | undefined): void {
    const action = this.allActions.find((candidate) => candidate.apiName === apiName);
    const { record, recordId } = this;
    if (!action || !record || !recordId) return;
    const { objectLabel, recordName, approval } = this;
    void performAction(action, {
      recordId,
      objectApiName: record.apiName,
      objectLabel,
      recordName,
      approval,
    });
  }

  private get isOfPage(): boolean {
    return this.enableActionsConfiguration === 'true';
  }

  private get shownButtons(): number {
    const most = window.matchMedia(PHONE).matches ? SHOWN_ON_PHONES : Infinity;
    return Math.min(most, this.isOfPage ? Number(this.numVisibleActions ?? SHOWN_BUTTONS) : SHOWN_BUTTONS);
  }

  /** In the order of the page when it lists them. */
  private placed(actions: readonly PlatformAction[]): readonly PlatformAction[] {
    if (!this.isOfPage) return actions;
    const names = [this.actionNames ?? []].flat();
    return names.flatMap((name) => actions.find(({ apiName }) => apiName === name) ?? []);
  }

  /** Those of the page or layout; what can be done about an approval depends on the record. */
  private get allActions(): PlatformAction[] {
    const own = this.actions.filter(({ apiName }) => !(apiName in APPROVAL_LABELS));
    const approvals = this.approval.actions.map((apiName): PlatformAction => ({
      apiName,
      label: APPROVAL_LABELS[apiName],
      type: 'StandardButton',
      subtype: null,
      section: 'Page',
      lwcComponent: null,
    }));
    return [...this.placed([...own, ...approvals])];
  }

  private async readApproval(): Promise<void> {
    if (this.recordId) this.approval = await approvalState(this.recordId);
  }

  private get nameField(): string | undefined {
    const names = this.view?.objectInfo.nameFields ?? [];
    return names.includes('Name') ? 'Name' : names[0];
  }
}
