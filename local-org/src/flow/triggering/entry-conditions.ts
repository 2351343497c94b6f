import type { SaveOperation } from '../../execution';
import type { RecordFilter } from '../definition/conditions';
import type { FlowStart } from '../definition/start';
import { evaluateLogic } from '../definition/logic';
import { areEqual } from '../interview/compare';
import type { FlowRecord } from '../interview/flow-record';
import type { Interview } from '../interview/interview';
import { filterLogic, filterOperator, filterValue, filteredField } from '../interview/record-filters';

const OPERATIONS: Readonly<Record<string, readonly SaveOperation[]>> = {
  Create: ['insert'],
  Update: ['update'],
  CreateAndUpdate: ['insert', 'update'],
  Delete: ['delete'],
};

/** Whether a flow is started by that kind of save. */
export function startsOn({ recordTriggerType }: FlowStart, operation: SaveOperation): boolean {
  return (OPERATIONS[recordTriggerType ?? 'Create'] ?? []).includes(operation);
}

/**
 * Whether the record meets the entry conditions, and, where the flow asks for it, did not meet them before.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_concepts_trigger_record.htm
 */
export function meetsEntryConditions(interview: Interview): boolean {
  const { start } = interview.flow;
  if (!conditionsMet(interview)) return false;
  if (!start.requiresChange || interview.trigger?.isNew !== false) return true;
  return !interview.asBefore(() => conditionsMet(interview));
}

/** Whether the record, as it is now, meets the conditions. */
export function conditionsMet(interview: Interview): boolean {
  const { start } = interview.flow;
  if (start.filterFormula !== null && interview.formula(start.filterFormula, 'Boolean') !== true)
    return false;
  const record = interview.triggeringRecord;
  if (!record || start.filters.filters.length === 0) return true;
  const { filters } = start.filters;
  return evaluateLogic(filterLogic(start.filters), filters.length, (index) => {
    const filter = filters[index];
    return filter !== undefined && passes(interview, record, filter);
  });
}

function passes(interview: Interview, record: FlowRecord, filter: RecordFilter): boolean {
  const field = filteredField(record.type, filter);
  const value = filterValue(interview, record.type, filter);
  if (filter.operator === 'IsChanged')
    return isChanged(interview, record, field.name) === areEqual(value, true);
  const actual = record.get(field.name, interview.run.session);
  return filterOperator(filter.operator).matches(actual, value, field);
}

function isChanged(interview: Interview, record: FlowRecord, fieldName: string): boolean {
  const prior = interview.trigger?.prior ?? null;
  const { session } = interview.run;
  const current = record.get(fieldName, session);
  if (!prior) return current !== null && current !== false;
  return current !== prior.get(fieldName, session);
}
