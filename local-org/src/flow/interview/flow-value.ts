import type { FieldValue } from '../../core';
import type { FlowRecord } from './flow-record';

/** Named values that belong together: outputs of a subflow or action. Names in lower case. */
export class FlowStructure {
  constructor(readonly members: ReadonlyMap<string, FlowValue>) {}
}

/** A value while a flow runs. Text may be empty, other than a field's. */
export type FlowValue = FieldValue | FlowRecord | FlowStructure | readonly FlowValue[];

/** Whether a value is a collection. */
export function isCollection(value: FlowValue): value is readonly FlowValue[] {
  return Array.isArray(value);
}
