import { FlowRecord } from '../interview/flow-record';
import { isCollection, type FlowValue } from '../interview/flow-value';

/** The records in a value: one, those of a collection, or none. */
export function recordsOfValue(value: FlowValue): readonly FlowRecord[] {
  if (value instanceof FlowRecord) return [value];
  return isCollection(value) ? value.filter((item) => item instanceof FlowRecord) : [];
}
