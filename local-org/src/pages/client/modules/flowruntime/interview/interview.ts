import { LightningElement, api } from 'lwc';
import { API, messageOf, request } from 'shell/http';
import type { FlowAnswer, FlowField } from './flow-answer';

type Navigation = 'NEXT' | 'BACK' | 'FINISH';

interface ScreenFieldElement extends HTMLElement {
  readonly fieldName: string;
  readonly current: unknown;
  validateField(): boolean;
}

const RUNTIME = `${API}/connect/interaction/runtime`;

/**
 * Runs a screen flow in a page: screen after screen, until it is finished. Fires `finished` then, and `answer`
 * with every answer of the org.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_distribute_lightning_page.htm
 */
export default class Interview extends LightningElement {
  /** Name of the flow. */
  @api flowName: string | undefined;
  /**
   * Values of the flow's input variables; `{!recordId}` stands for the record of the page.
   * UNVERIFIED: how a page writes them; they are read as JSON: `{"recordId":"{!recordId}"}`.
   */
  @api flowArguments: Readonly<Record<string, unknown>> | string | undefined;
  @api recordId: string | undefined;
  answer: FlowAnswer | undefined;
  errorText: string | undefined;
  isWaiting = true;

  connectedCallback(): void {
    void this.start();
  }

  get heading(): string {
    return this.answer?.screen?.label ?? '';
  }

  get fields(): FlowField[] {
    return (this.answer?.screen?.fields ?? []).filter(({ isVisible }) => isVisible);
  }

  get screenKey(): string {
    return this.answer?.screen?.name ?? '';
  }

  get hasScreen(): boolean {
    return this.answer?.status === 'STARTED';
  }

  get isFinished(): boolean {
    return this.answer?.status === 'FINISHED';
  }

  get failureText(): string | undefined {
    return this.errorText ?? (this.answer?.status === 'ERROR' ? (this.answer.error ?? 'Error') : undefined);
  }

  get allowBack(): boolean {
    return this.answer?.screen?.allowBack ?? false;
  }

  handleBack(): void {
    void this.navigate('BACK');
  }

  handleNext(): void {
    void this.navigate('NEXT');
  }

  handleRestart(): void {
    void this.start();
  }

  /** Components of the org in a screen may ask to go on themselves. */
  handleFlowNavigation(event: CustomEvent<{ readonly navigation: string }>): void {
    const action = event.detail.navigation;
    if (action === 'NEXT' || action === 'BACK' || action === 'FINISH') void this.navigate(action);
  }

  private async start(): Promise<void> {
    const { flowName } = this;
    if (!flowName) return;
    await this.ask('startFlow', { flowDevName: flowName, arguments: this.inputs() });
  }

  private async navigate(action: Navigation): Promise<void> {
    const state = this.answer?.state;
    if (!state || this.isWaiting) return;
    const elements = [
      ...(this.template?.querySelectorAll<ScreenFieldElement>('flowruntime-screen-field') ?? []),
    ];
    if (action !== 'BACK' && !elements.map((element) => element.validateField()).every((valid) => valid))
      return;
    const fields = Object.fromEntries(elements.map(({ fieldName, current }) => [fieldName, current]));
    await this.ask('navigateFlow', { action, serializedEncodedState: state, fields });
  }

  private async ask(resource: string, body: object): Promise<void> {
    this.isWaiting = true;
    try {
      this.answer = await request<FlowAnswer>(`${RUNTIME}/${resource}`, { method: 'POST', body });
      this.errorText = undefined;
      this.dispatchEvent(new CustomEvent('answer', { detail: this.answer }));
      if (this.isFinished) this.dispatchEvent(new CustomEvent('finished'));
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isWaiting = false;
    }
  }

  private inputs(): Record<string, unknown> {
    const { flowArguments, recordId } = this;
    const given =
      typeof flowArguments === 'string'
        ? (JSON.parse(flowArguments) as Readonly<Record<string, unknown>>)
        : (flowArguments ?? {});
    const resolved = Object.entries(given).map(([name, value]) => [
      name,
      value === '{!recordId}' ? recordId : value,
    ]);
    return Object.fromEntries(resolved) as Record<string, unknown>;
  }
}
