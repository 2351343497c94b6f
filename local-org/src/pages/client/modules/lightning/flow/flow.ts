import { LightningElement, api } from 'lwc';
import type { FlowAnswer } from '../../flowruntime/interview/flow-answer';

/** A value for an input variable of the flow. */
interface FlowInput {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

interface Run {
  readonly key: number;
  readonly flowName: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * A screen flow inside a component. Fires `statuschange` with the status, the title of the screen and, at the end, the
 * output variables.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-flow.html
 */
export default class Flow extends LightningElement {
  /** What happens at the end: `NONE`, or `RESTART` for a new interview. */
  @api flowFinishBehavior: 'NONE' | 'RESTART' = 'NONE';
  /** The interview that is shown: a list, so that another one takes its place with a fresh component. */
  runs: readonly Run[] = [];
  private apiName: string | undefined;
  private variables: readonly FlowInput[] = [];

  @api get flowApiName(): string | undefined {
    return this.apiName;
  }
  set flowApiName(name: string | undefined) {
    this.apiName = name;
    if (this.isConnected) this.run();
  }

  @api get flowInputVariables(): readonly FlowInput[] {
    return this.variables;
  }
  set flowInputVariables(variables: readonly FlowInput[] | undefined) {
    this.variables = variables ?? [];
  }

  connectedCallback(): void {
    this.run();
  }

  /** Starts a flow, also the same one again. */
  @api startFlow(flowName: string, inputs: readonly FlowInput[] = []): void {
    this.apiName = flowName;
    this.variables = inputs;
    this.run();
  }

  handleAnswer(event: CustomEvent<FlowAnswer>): void {
    const { status, screen, outputs } = event.detail;
    const outputVariables = Object.entries(outputs).map(([name, value]) => ({ name, value }));
    const detail = {
      status,
      flowTitle: screen?.label ?? '',
      ...(status === 'FINISHED' && { outputVariables }),
    };
    this.dispatchEvent(new CustomEvent('statuschange', { detail }));
    if (status === 'FINISHED' && this.flowFinishBehavior === 'RESTART') this.run();
  }

  private run(): void {
    if (!this.apiName) return;
    const inputs = Object.fromEntries(this.variables.map(({ name, value }) => [name, value]));
    this.runs = [{ key: (this.runs[0]?.key ?? 0) + 1, flowName: this.apiName, inputs }];
  }
}
