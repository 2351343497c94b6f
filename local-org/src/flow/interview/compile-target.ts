import type { FlowDataType } from '../definition/data-type';
import type { CompiledFlow } from './compiled-flow';
import { convertToField } from './convert';
import { notSet } from './flow-fault';
import { FlowRecord } from './flow-record';
import { isCollection, type FlowValue } from './flow-value';
import type { Interview } from './interview';

/** Assigns a value of a data type, converted to what the target holds. @throws FlowFault when there is no such target */
export type AssignTarget = (interview: Interview, value: FlowValue, from: FlowDataType | undefined) => void;

const FLOW_GLOBAL = /^\$Flow$/i;

/** Compiles what a flow assigns to: a variable, a field of a record, or `$Flow`. */
export function compileTarget(compiled: CompiledFlow, path: string): AssignTarget {
  const segments = path.split('.');
  if (segments.length === 1 || FLOW_GLOBAL.test(segments[0] ?? '')) return variableTarget(compiled, path);
  const fieldName = segments.at(-1) ?? '';
  const recordOf = compileOwner(compiled, segments.slice(0, -1).join('.'));
  return (interview, value, from) => {
    const record = recordOf(interview);
    const field = record?.type.field(fieldName);
    if (!record || !field) throw notSet(path);
    record.set(field, convertToField(value, from, field, interview.run.context.user));
  };
}

function variableTarget(compiled: CompiledFlow, path: string): AssignTarget {
  const key = path.toLowerCase();
  const type = compiled.typeOf(path);
  if (!type) return (interview, value) => void interview.values.set(key, value);
  return (interview, value, from) => void interview.values.set(key, interview.converted(value, from, type));
}

/** The record whose field is assigned; a record variable without a record gets a new one. */
function compileOwner(compiled: CompiledFlow, path: string): (interview: Interview) => FlowRecord | null {
  const read = compiled.reference(path);
  const key = path.toLowerCase();
  const variable = compiled.variables.get(key);
  const type = variable?.dataType === 'SObject' ? compiled.schema.find(variable.objectName ?? '') : undefined;
  return (interview) => {
    const value = read(interview);
    if (value instanceof FlowRecord) return value;
    if (!type || isCollection(value)) return null;
    const record = new FlowRecord(type, {});
    interview.values.set(key, record);
    return record;
  };
}
