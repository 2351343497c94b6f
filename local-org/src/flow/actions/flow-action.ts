import type { FlowValueType } from '../definition/data-type';
import type { FlowRun } from '../interview/flow-run';
import type { FlowValue } from '../interview/flow-value';

/** One parameter of an action. */
export interface ActionParameter extends FlowValueType {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
}

/** What an action gave for one interview. */
export interface ActionOutcome {
  /** Output values by parameter name. */
  readonly outputs?: Readonly<Record<string, FlowValue>>;
  /** The fault message; absent when it went well. */
  readonly fault?: string;
}

/** An action that flows call. Inputs are by parameter name, converted to the declared types. */
export interface FlowAction {
  /** `emailSimple`, `submit`, `apex`. */
  readonly type: string;
  readonly name: string;
  readonly label: string;
  readonly documentation: string;
  readonly inputs: readonly ActionParameter[];
  readonly outputs: readonly ActionParameter[];
  /** Runs for a whole batch: one outcome per entry of `inputs`. */
  invoke(inputs: readonly Readonly<Record<string, FlowValue>>[], run: FlowRun): readonly ActionOutcome[];
}

/** Finds actions by type and name; made per call, so that deployed ones are seen. */
export interface FlowActionRegistry {
  find(type: string, name: string): FlowAction | undefined;
  /** The deployed actions of a type that has names of its own; empty for others. */
  list(type: string): readonly FlowAction[];
}
