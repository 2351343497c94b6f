import { LightningElement, api } from 'lwc';
import { API, messageOf, request } from 'shell/http';
import type { FlowAnswer, FlowField, FlowNavigation } from './flow-answer';

interface ButtonView {
  readonly action: FlowNavigation;
  readonly label: string;
  readonly variant: 'brand' | 'neutral';
}

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

  get heading(): string | null {
    return this.answer?.screen?.heading ?? null;
  }

  get helpText(): string | null {
    return this.answer?.screen?.helpText ?? null;
  }

  get buttons(): ButtonView[] {
    const { buttons = [], showsButtons = false } = this.answer?.screen ?? {};
    if (!showsButtons) return [];
    return buttons.map(({ action, label }) => ({
      action,
      label,
      variant: action === 'NEXT' || action === 'FINISH' ? 'brand' : 'neutral',
    }));
  }

  get availableActions(): FlowNavigation[] {
    return (this.answer?.screen?.buttons ?? []).map(({ action }) => action);
  }

  get fields(): FlowField[] {
    return (this.answer?.screen?.fields ?? []).filter(({ isVisible }) => isVisible);
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

  handleButton(event: Event): void {
    this.ask((event.currentTarget as HTMLElement).dataset['action']);
  }

  handleRestart(): void {
    void this.start();
  }

  /** Components of the org in a screen may ask to go on themselves. */
  handleFlowNavigation(event: CustomEvent<{ readonly navigation: string }>): void {
    this.ask(event.detail.navigation);
  }

  /** Does what the screen offers; anything else is nothing here. */
  private ask(navigation: string | undefined): void {
    const action = this.availableActions.find((available) => available === navigation);
    if (action !== undefined) void this.navigate(action);
  }

  private async start(): Promise<void> {
    const { flowName } = this;
    if (!flowName) return;
    await this.send('startFlow', { flowDevName: flowName, arguments: this.inputs() });
  }

  private async navigate(action: FlowNavigation): Promise<void> {
    const state = this.answer?.state;
    if (!state || this.isWaiting) return;
    const elements = [
      ...(this.template?.querySelectorAll<ScreenFieldElement>('flowruntime-screen-field') ?? []),
    ];
    if (action !== 'BACK' && !elements.map((element) => element.validateField()).every((valid) => valid))
      return;
    const fields = Object.fromEntries(elements.map(({ fieldName, current }) => [fieldName, current]));
    await this.send('navigateFlow', { action, serializedEncodedState: state, fields });
  }

  private async send(resource: string, body: object): Promise<void> {
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
