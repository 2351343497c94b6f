import type { RecordValues } from '../../core';
import type { FlowEngineState } from '../engine-state';
import { FlowRecord } from './flow-record';
import { FlowRun } from './flow-run';
import { FlowStructure, isCollection, type FlowValue } from './flow-value';
import { Interview } from './interview';
import type { RequestContext } from '../../execution';

/** Kind of the job by which a waiting interview goes on. */
export const WAIT_JOB = 'flow.wait';

/** A value as JSON: records and structures carry a tag. */
export type StoredValue =
  | string
  | number
  | boolean
  | null
  | readonly StoredValue[]
  | { readonly record: string; readonly values: RecordValues; readonly assigned: readonly string[] }
  | { readonly members: Readonly<Record<string, StoredValue>> };

/** An interview as JSON, with those of its subflows. */
export interface StoredInterview {
  readonly flow: string;
  readonly guid: string;
  readonly values: Readonly<Record<string, StoredValue>>;
  readonly loops: Readonly<Record<string, { readonly items: StoredValue; readonly index: number }>>;
  readonly visited: readonly string[];
  readonly next: string | null;
  readonly elementName: string | null;
  readonly screen: string | null;
  readonly faultMessage: string | null;
  readonly executed: number;
  readonly child: StoredInterview | null;
}

/** Writes an interview that waits, so that it can go on later, in another process too. */
export function storeInterview(interview: Interview): StoredInterview {
  const loops = [...interview.loops].map(([name, { items, index }]) => [
    name,
    { items: items.map(storeValue), index },
  ]);
  return {
    flow: interview.flow.name,
    guid: interview.guid,
    values: Object.fromEntries([...interview.values].map(([name, value]) => [name, storeValue(value)])),
    loops: Object.fromEntries(loops) as StoredInterview['loops'],
    visited: [...interview.visited],
    next: interview.next,
    elementName: interview.elementName,
    screen: interview.screen,
    faultMessage: interview.faultMessage,
    executed: interview.executed,
    child: interview.child && storeInterview(interview.child),
  };
}

/** Reads a stored interview; undefined when a flow of it is gone or no longer active. */
export function restoreInterview(
  state: FlowEngineState,
  stored: StoredInterview,
  context: RequestContext,
): Interview | undefined {
  const { catalogue } = state.current();
  const flow = catalogue.active(stored.flow);
  if (!flow) return undefined;
  return restore(FlowRun.of(state.services, catalogue, flow, context), stored, null);
}

function restore(run: FlowRun, stored: StoredInterview, parent: Interview | null): Interview | undefined {
  const flow = run.catalogue.active(stored.flow);
  if (!flow) return undefined;
  const interview = new Interview(run, flow, null, parent, stored.guid);
  for (const [name, value] of Object.entries(stored.values))
    interview.values.set(name, restoreValue(run, value));
  for (const [name, { items, index }] of Object.entries(stored.loops)) {
    const restored = restoreValue(run, items);
    interview.loops.set(name, { items: isCollection(restored) ? restored : [], index });
  }
  for (const name of stored.visited) interview.visited.add(name);
  interview.next = stored.next;
  interview.elementName = stored.elementName;
  interview.screen = stored.screen;
  interview.faultMessage = stored.faultMessage;
  interview.executed = stored.executed;
  if (stored.child) {
    const child = restore(run, stored.child, interview);
    if (!child) return undefined;
    interview.child = child;
  }
  return interview;
}

function storeValue(value: FlowValue): StoredValue {
  if (value === null || typeof value !== 'object') return value;
  if (isCollection(value)) return value.map(storeValue);
  if (value instanceof FlowRecord)
    return { record: value.type.name, values: value.values, assigned: [...value.assigned] };
  return {
    members: Object.fromEntries([...value.members].map(([name, member]) => [name, storeValue(member)])),
  };
}

function restoreValue(run: FlowRun, value: StoredValue): FlowValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly StoredValue[]).map((item) => restoreValue(run, item));
  const tagged = value as Exclude<StoredValue, string | number | boolean | null | readonly StoredValue[]>;
  if ('members' in tagged) {
    const members = Object.entries(tagged.members).map(([name, member]): [string, FlowValue] => [
      name,
      restoreValue(run, member),
    ]);
    return new FlowStructure(new Map(members));
  }
  const type = run.catalogue.schema.find(tagged.record);
  return type ? FlowRecord.restored(type, { ...tagged.values }, tagged.assigned) : null;
}
