import { formatDatetime, localDate, type FieldValue } from '../../core';
import type { FormulaRecord } from '../../formula';
import type { Flow } from '../definition/flow';
import type { FlowResource } from '../definition/resources';
import { FlowRecord } from './flow-record';
import { FlowStructure, type FlowValue } from './flow-value';
import type { Interview } from './interview';

/** Reads a reference in an interview; null when nothing set it. */
export type ReadReference = (interview: Interview) => FlowValue;

const EACH_ITEM = '[$EachItem]';
const GLOBAL_CONSTANTS: ReadonlyMap<string, FieldValue> = new Map<string, FieldValue>([
  ['true', true],
  ['false', false],
  ['emptystring', ''],
]);

/** Compiles a reference of a flow: `$Record.Account.Name`, `Find_Deals`, `$Permission.May_Skip`. */
export function compileReference(flow: Flow, path: string): ReadReference {
  const segments = path.split('.');
  const [first = '', ...members] = segments;
  if (first.endsWith(EACH_ITEM)) return withMembers((interview) => interview.eachItem, members);
  if (!first.startsWith('$')) return withMembers(compileName(flow, first), members);
  const compileFlowGlobal = FLOW_GLOBALS.get(first.toLowerCase());
  return compileFlowGlobal ? compileFlowGlobal(members) : compileGlobal(flow, segments);
}

/** A global of formulas, as a formula without a record reads it. */
function compileGlobal(flow: Flow, path: readonly string[]): ReadReference {
  const record: FormulaRecord = {
    objectName: flow.start.objectName ?? '',
    get: () => null,
    parent: () => null,
  };
  return ({ run }) => run.session.global(path, record);
}

/** The globals that only flows have, compiled with the names behind them. */
const FLOW_GLOBALS: ReadonlyMap<string, (members: readonly string[]) => ReadReference> = new Map<
  string,
  (members: readonly string[]) => ReadReference
>([
  ['$record', (members) => withMembers((interview) => interview.triggeringRecord, members)],
  ['$record__prior', (members) => withMembers((interview) => interview.trigger?.prior ?? null, members)],
  ['$globalconstant', compileConstant],
  ['$flow', compileSystemVariable],
]);

function compileConstant(members: readonly string[]): ReadReference {
  const value = GLOBAL_CONSTANTS.get(members.join('.').toLowerCase()) ?? null;
  return () => value;
}

/** What `$Flow` has; anything else is what the flow assigned to it. */
function compileSystemVariable(members: readonly string[]): ReadReference {
  const name = members.join('.').toLowerCase();
  return SYSTEM_VARIABLES.get(name) ?? ((interview) => interview.values.get(`$flow.${name}`) ?? null);
}

/** @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_resources_system_variables.htm */
const SYSTEM_VARIABLES: ReadonlyMap<string, ReadReference> = new Map<string, ReadReference>([
  ['faultmessage', (interview) => interview.faultMessage],
  ['currentdate', ({ run }) => localDate(run.services.clock.now(), run.context.user.timeZone)],
  ['currentdatetime', ({ run }) => formatDatetime(run.services.clock.now())],
  ['interviewstarttime', ({ run }) => formatDatetime(run.startMs)],
  ['interviewguid', (interview) => interview.guid],
  ['currentrecord', (interview) => interview.trigger?.record.id ?? null],
]);

function compileName(flow: Flow, name: string): ReadReference {
  const key = name.toLowerCase();
  const resource = flow.resources.get(key);
  if (resource && resource.kind !== 'variable') return compileResource(resource, key);
  return (interview) => {
    const loop = interview.loops.get(key);
    return (loop ? loop.items[loop.index] : interview.values.get(key)) ?? null;
  };
}

function compileResource(resource: FlowResource, key: string): ReadReference {
  switch (resource.kind) {
    case 'constant':
    case 'choice':
      return (interview) => interview.converted(interview.valueOf(resource.value), undefined, resource);
    case 'formula':
      return (interview) => interview.formula(resource.expression, resource.dataType);
    case 'textTemplate':
      return (interview) => interview.text(resource.text);
    case 'stage':
      return () => resource.name;
    default:
      return (interview) => interview.values.get(key) ?? null;
  }
}

function withMembers(read: ReadReference, names: readonly string[]): ReadReference {
  const last = names.length - 1;
  if (last < 0) return read;
  return (interview) => {
    let value = read(interview);
    for (let i = 0; i <= last; i++) value = memberOf(value, names[i] as string, i === last, interview);
    return value;
  };
}

/** A field or parent of a record, or a member of a structure. Fields stand at the end of a path only. */
function memberOf(value: FlowValue, name: string, isLast: boolean, interview: Interview): FlowValue {
  if (value instanceof FlowStructure) return value.members.get(name.toLowerCase()) ?? null;
  if (!(value instanceof FlowRecord)) return null;
  if (!isLast) return value.parent(name, interview.run.session);
  const known = value.values[name];
  if (known !== undefined) return known;
  const { session } = interview.run;
  return value.type.field(name) ? value.get(name, session) : value.parent(name, session);
}
