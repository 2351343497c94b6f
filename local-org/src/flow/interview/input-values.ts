import type { RecordValues } from '../../core';
import type { Flow } from '../definition/flow';
import type { FlowValueType } from '../definition/data-type';
import { FlowRecord } from './flow-record';
import type { FlowRun } from './flow-run';
import { FlowStructure, isCollection, type FlowValue } from './flow-value';

/** Reads values from outside for the input variables of a flow, by name in lower case. */
export function inputValues(
  run: FlowRun,
  flow: Flow,
  inputs: Readonly<Record<string, unknown>>,
): Map<string, FlowValue> {
  const values = new Map<string, FlowValue>();
  for (const [name, value] of Object.entries(inputs)) {
    const variable = flow.resources.get(name.toLowerCase());
    if (variable?.kind === 'variable' && variable.isInput)
      values.set(name.toLowerCase(), flowValueOf(run, value, variable));
  }
  return values;
}

/** Turns JSON into a value of a type: objects become records, text dates stay as they are. */
export function flowValueOf(run: FlowRun, value: unknown, type: FlowValueType): FlowValue {
  if (value === null || value === undefined) return null;
  if (value instanceof FlowRecord || value instanceof FlowStructure) return value;
  if (Array.isArray(value))
    return (value as readonly unknown[]).map((item) =>
      flowValueOf(run, item, { ...type, isCollection: false }),
    );
  if (typeof value === 'object') return recordOf(run, value as Readonly<Record<string, unknown>>, type);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  return null;
}

function recordOf(
  run: FlowRun,
  value: Readonly<Record<string, unknown>>,
  { objectName }: FlowValueType,
): FlowValue {
  const attributes = value['attributes'] as { readonly type?: string } | undefined;
  const type = run.catalogue.schema.find(attributes?.type ?? objectName ?? '');
  if (!type) return null;
  const record = new FlowRecord(type, {});
  for (const [name, item] of Object.entries(value)) {
    const field = type.field(name);
    if (!field || (item !== null && typeof item === 'object')) continue;
    record.set(field, item as RecordValues[string]);
  }
  return record;
}

/** A value as JSON, as API answers carry it. */
export function jsonOf(value: FlowValue): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isCollection(value)) return value.map(jsonOf);
  if (value instanceof FlowRecord) return { attributes: { type: value.type.name }, ...value.values };
  return Object.fromEntries([...value.members].map(([name, member]) => [name, jsonOf(member)]));
}
