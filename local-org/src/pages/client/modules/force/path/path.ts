import { LightningElement, api, wire } from 'lwc';
import ClosedStepModal from 'force/closedStepModal';
import QuickActionModal from 'force/quickActionModal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, updateRecord } from 'lightning/uiRecordApi';
import { saveMessageOf, queryString, request } from 'shell/http';
import type { RecordRepresentation } from 'shell/records';
import type { FieldRepresentation, ObjectInfoRepresentation } from 'shell/uiApiTypes';
import type { WireResult } from 'shell/wire';

/** A step as the org answers it. */
interface PathStep {
  readonly value: string;
  readonly label: string;
  readonly closed: boolean;
  readonly won: boolean;
  readonly fields: readonly string[];
  readonly guidance: string | null;
}

interface RecordPath {
  readonly field: string;
  readonly steps: readonly PathStep[];
}

interface StepView {
  readonly key: string;
  readonly label: string;
  readonly className: string;
  readonly isSelected: 'true' | 'false';
  readonly tabIndex: 0 | -1;
  readonly assistiveText: string;
  readonly isComplete: boolean;
}

/** The last step stands for all closed values, of which one is chosen. */
const CLOSED = 'closed';

/** The path of a record: its steps, with fields to fill in and guidance, and a button that goes on. */
export default class Path extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  path: RecordPath | null | undefined;
  isOpen = true;
  isSaving = false;
  private record: RecordRepresentation | undefined;
  private objectInfo: ObjectInfoRepresentation | undefined;
  private selected: string | undefined;
  private loadedFor: string | undefined;
  /** Step that was brought into sight last. */
  private scrolledTo: string | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  receiveObjectInfo({ data }: WireResult<ObjectInfoRepresentation>): void {
    if (data) this.objectInfo = data;
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  receiveRecord({ data }: WireResult<RecordRepresentation>): void {
    if (!data) return;
    if (this.field && this.record && valueOf(this.record, this.field) !== valueOf(data, this.field))
      this.selected = undefined;
    this.record = data;
    void this.loadPath(data);
  }

  /** The id alone at first: the record type tells which path it is. */
  get fields(): string[] {
    const object = this.objectApiName ?? '';
    const names = this.path ? [this.path.field, ...this.path.steps.flatMap((step) => step.fields)] : [];
    return [...new Set(['Id', ...names])].map((name) => `${object}.${name}`);
  }

  get isShown(): boolean {
    return Boolean(this.path && this.record && this.current !== undefined);
  }

  /** The current step is in sight, also where not all of them have room. */
  renderedCallback(): void {
    const scroller = this.template?.querySelector<HTMLElement>('.slds-path__scroller');
    const item = this.template?.querySelector<HTMLElement>('.slds-path__item.slds-is-current');
    const step = this.shownKey;
    if (!scroller || !item || step === this.scrolledTo) return;
    this.scrolledTo = step;
    scroller.scrollLeft = item.offsetLeft - (scroller.clientWidth - item.clientWidth) / 2;
  }

  get steps(): StepView[] {
    const steps = this.openSteps;
    const currentIndex = this.isClosed
      ? steps.length
      : steps.findIndex(({ value }) => value === this.current);
    const views = steps.map(({ value, label }, index) => this.stepView(value, label, index, currentIndex));
    const closed = this.path?.steps.find(({ closed: isClosed, value }) => isClosed && value === this.current);
    if (!this.path?.steps.some(({ closed: isClosed }) => isClosed)) return views;
    const last = this.stepView(CLOSED, closed?.label ?? 'Closed', steps.length, currentIndex);
    const outcome = closed ? ` slds-is-${closed.won ? 'won' : 'lost'}` : '';
    return [...views, { ...last, className: last.className + outcome }];
  }

  get toggleIcon(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get toggleText(): string {
    return this.isOpen ? 'Hide details of the step' : 'Show details of the step';
  }

  /** `true` or `false`: attributes of ARIA are texts. */
  get expandedText(): string {
    return String(this.isOpen);
  }

  get isDisabled(): boolean {
    return this.isSaving || this.objectInfo?.updateable === false;
  }

  get buttonLabel(): string {
    const label = this.objectInfo?.fields[this.field ?? '']?.label ?? '';
    if (this.isClosed && this.shownKey === CLOSED) return `Change Closed ${label}`;
    if (this.shownKey === CLOSED) return `Select Closed ${label}`;
    return this.shownKey === this.current ? `Mark ${label} as Complete` : `Mark as Current ${label}`;
  }

  get guidance(): string | null {
    return this.shownStep?.guidance ?? null;
  }

  get keyFields(): { readonly key: string; readonly field: FieldRepresentation }[] {
    return (this.shownStep?.fields ?? []).flatMap((name) => {
      const field = this.objectInfo?.fields[name];
      return field ? [{ key: name, field }] : [];
    });
  }

  get hasCoaching(): boolean {
    return this.guidance !== null || this.keyFields.length > 0;
  }

  get hasDetails(): boolean {
    return this.isOpen && this.hasCoaching;
  }

  get pathClass(): string {
    const expanded = this.hasDetails ? ' slds-is-expanded' : '';
    return `slds-card slds-path slds-path_has-coaching slds-p-around_small${expanded}`;
  }

  /** Shown where the steps have no room for their names. */
  get stageName(): string {
    const label = this.objectInfo?.fields[this.field ?? '']?.label ?? '';
    return `${label}: ${this.path?.steps.find(({ value }) => value === this.current)?.label ?? ''}`;
  }

  get moreText(): string {
    return this.isOpen ? 'Show Less' : 'Show More';
  }

  get offersEdit(): boolean {
    return this.objectInfo?.updateable === true;
  }

  get shownRecord(): RecordRepresentation | undefined {
    return this.record;
  }

  private get closedOptions(): { readonly label: string; readonly value: string }[] {
    return (this.path?.steps ?? [])
      .filter(({ closed }) => closed)
      .map(({ label, value }) => ({ label, value }));
  }

  private get chosenClosed(): string | undefined {
    return this.closedOptions.find(({ value }) => value === this.current)?.value;
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }

  handleSelect(event: Event): void {
    this.selected = (event.currentTarget as HTMLElement).dataset['key'];
    this.isOpen = true;
  }

  /** The arrow keys go from step to step, as the steps are one group. */
  handleKey(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
    const move = moves[event.key];
    if (move === undefined) return;
    const keys = this.steps.map(({ key }) => key);
    const next = keys[keys.indexOf(this.shownKey ?? '') + move];
    if (next === undefined) return;
    event.preventDefault();
    this.selected = next;
    this.template?.querySelector<HTMLElement>(`[data-key="${next}"]`)?.focus();
  }

  handleEdit(): void {
    const { recordId, record } = this;
    if (!recordId || !record) return;
    const fieldNames = this.keyFields.map(({ key }) => key);
    const objectApiName = record.apiName;
    void QuickActionModal.open({
      size: 'small',
      label: 'Edit Key Fields',
      recordId,
      objectApiName,
      fieldNames,
    });
  }

  handleMark(): void {
    if (this.shownKey === CLOSED) {
      void this.chooseClosed();
      return;
    }
    const steps = this.openSteps;
    const next = steps[steps.findIndex(({ value }) => value === this.current) + 1];
    if (this.shownKey !== this.current) void this.save(this.shownKey ?? '');
    else if (next) void this.save(next.value);
    else void this.chooseClosed();
  }

  private get field(): string | undefined {
    return this.path?.field;
  }

  private get current(): string | undefined {
    return this.record && this.field ? valueOf(this.record, this.field) : undefined;
  }

  private get openSteps(): readonly PathStep[] {
    return (this.path?.steps ?? []).filter(({ closed }) => !closed);
  }

  private get isClosed(): boolean {
    return this.closedOptions.some(({ value }) => value === this.current);
  }

  /** The step whose details are shown: the chosen one, else the record's. */
  private get shownKey(): string | undefined {
    return this.selected ?? (this.isClosed ? CLOSED : this.current);
  }

  private get shownStep(): PathStep | undefined {
    const value = this.shownKey === CLOSED ? this.current : this.shownKey;
    return this.path?.steps.find((step) => step.value === value);
  }

  private stepView(key: string, label: string, index: number, currentIndex: number): StepView {
    const isCurrent = index === currentIndex;
    const isComplete = index < currentIndex;
    const state = isCurrent ? 'slds-is-current' : isComplete ? 'slds-is-complete' : 'slds-is-incomplete';
    const isShown = key === this.shownKey;
    return {
      key,
      label,
      isComplete,
      className: `slds-path__item ${state}${isShown ? ' slds-is-active' : ''}`,
      isSelected: isShown ? 'true' : 'false',
      tabIndex: isShown ? 0 : -1,
      assistiveText: isCurrent ? 'Current: ' : isComplete ? 'Complete: ' : '',
    };
  }

  private async chooseClosed(): Promise<void> {
    const value = await ClosedStepModal.open({
      size: 'small',
      label: this.buttonLabel,
      options: this.closedOptions,
      value: this.chosenClosed,
    });
    if (typeof value === 'string') await this.save(value);
  }

  private async loadPath(record: RecordRepresentation): Promise<void> {
    const key = `${record.apiName} ${record.recordTypeId ?? ''}`;
    if (key === this.loadedFor) return;
    this.loadedFor = key;
    const parameters = queryString({ recordTypeId: record.recordTypeId ?? undefined });
    this.path = await request<RecordPath | null>(`/local-org/record-path/${record.apiName}${parameters}`);
  }

  private async save(value: string): Promise<void> {
    if (!this.recordId || !this.field) return;
    this.isSaving = true;
    try {
      await updateRecord({ fields: { Id: this.recordId, [this.field]: value } });
      this.selected = undefined;
      const label = this.objectInfo?.fields[this.field]?.label ?? '';
      this.dispatchEvent(new ShowToastEvent({ title: `${label} changed successfully.`, variant: 'success' }));
    } catch (error) {
      const toast = {
        title: 'The record was not saved.',
        message: saveMessageOf(error),
        variant: 'error',
      } as const;
      this.dispatchEvent(new ShowToastEvent(toast));
    } finally {
      this.isSaving = false;
    }
  }
}

function valueOf(record: RecordRepresentation, field: string): string | undefined {
  const value = record.fields[field]?.value;
  return typeof value === 'string' ? value : undefined;
}
