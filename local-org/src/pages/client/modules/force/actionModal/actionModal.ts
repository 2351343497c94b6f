import { api, getComponentDef, type LightningElement } from 'lwc';
import LightningModal from 'lightning/modal';
import { messageOf, request } from 'shell/http';
import { refreshRecord } from 'shell/records';
import { refreshAllWires } from 'shell/wire';
import type { QuickActionTarget } from '../../../../page-model/quick-action-target';

/** The dialog in which a component of the org, or a screen flow, is the action. */
export default class ActionModal extends LightningModal {
  @api recordId = '';
  @api objectApiName = '';
  @api target: QuickActionTarget | undefined;
  implementation: typeof LightningElement | undefined;
  failure: readonly string[] | undefined;

  connectedCallback(): void {
    void this.load();
  }

  get flowName(): string | undefined {
    return this.target?.kind === 'flow' ? this.target.flow : undefined;
  }

  /** A flow that has an input variable of that name gets the record. */
  get flowArguments(): Readonly<Record<string, unknown>> {
    return { recordId: this.recordId };
  }

  get isLoading(): boolean {
    return !this.implementation && this.flowName === undefined && !this.failure;
  }

  get componentName(): string {
    return this.target?.kind === 'component' ? `c:${this.target.name}` : '';
  }

  get properties(): Record<string, unknown> {
    const { implementation, recordId, objectApiName } = this;
    if (!implementation) return {};
    const asked = getComponentDef(implementation).props as Readonly<Record<string, unknown>>;
    return Object.fromEntries(Object.entries({ recordId, objectApiName }).filter(([name]) => name in asked));
  }

  errorCallback(error: unknown): void {
    this.failure = [messageOf(error)];
  }

  handleClose(): void {
    this.close();
    void Promise.all([refreshRecord(this.recordId), refreshAllWires()]);
  }

  private async load(): Promise<void> {
    if (this.target?.kind !== 'component') return;
    try {
      const { default: implementation } = (await import(this.target.module)) as {
        default: typeof LightningElement;
      };
      this.implementation = implementation;
    } catch (error) {
      this.failure = [messageOf(error)];
    }
  }
}

/** Reads what an action of a component or flow shows. @throws FetchResponseError when it is not there */
export function quickActionTarget(actionName: string): Promise<QuickActionTarget> {
  return request<QuickActionTarget>(`/local-org/quick-actions/${actionName}`);
}
