import type { RecordValues } from '../core';
import type { ApprovalPort, RunningUser } from '../execution';
import type { JobQueue } from '../jobs';
import type { Outbox } from '../outbox';
import type { ActionOutcome, ActionParameter } from './actions/flow-action';
import type { FlowValue } from './interview/flow-value';

/** Publishes the platform events that a flow creates. */
export interface FlowEvents {
  publish(
    eventName: string,
    events: readonly Readonly<RecordValues>[],
    user: RunningUser,
  ): readonly { readonly success: boolean }[];
}

/** Invocable methods of Apex classes, as flow actions of type `apex`. */
export interface FlowApex {
  /** The invocable method of a class; undefined when there is none. */
  describe(className: string):
    | {
        readonly label: string;
        readonly inputs: readonly ActionParameter[];
        readonly outputs: readonly ActionParameter[];
      }
    | undefined;
  /** Classes that have one. */
  list(): readonly string[];
  invoke(
    className: string,
    inputs: readonly Readonly<Record<string, FlowValue>>[],
    user: RunningUser,
  ): readonly ActionOutcome[];
}

/** What flows reach outside of the engine. An absent port makes a flow that needs it fail by name. */
export interface FlowPorts {
  jobs?: JobQueue;
  outbox?: Outbox;
  approvals?: ApprovalPort;
  events?: FlowEvents;
  apex?: FlowApex;
}
