import { UnsupportedFeatureError, type FieldValue } from '../../core';
import type { RecordFilter, RecordFilterSet } from '../definition/conditions';
import { evaluateLogic, parseLogic, type Logic } from '../definition/logic';
import type { Field, SObjectType } from '../../schema';
import { dataTypeOfField } from '../definition/type-of-reference';
import { convertToField } from './convert';
import { FlowFault } from './flow-fault';
import { isCollection, type FlowValue } from './flow-value';
import type { Interview } from './interview';
import { RECORD_FILTER_OPERATORS } from './record-filter-operators';

/** The field that a filter names. @throws FlowFault when the object has none of that name */
export function filteredField(type: SObjectType, filter: RecordFilter): Field {
  const field = type.field(filter.field);
  if (!field) throw new FlowFault(`INVALID_FIELD: No such column '${filter.field}' on entity '${type.name}'`);
  return field;
}

/** @throws UnsupportedFeatureError for an operator that is not run */
export function filterOperator(name: string): NonNullable<ReturnType<typeof RECORD_FILTER_OPERATORS.get>> {
  const operator = RECORD_FILTER_OPERATORS.get(name);
  if (!operator) throw new UnsupportedFeatureError(`Flow: record filter operator ${name}`);
  return operator;
}

/** @throws FlowFault for logic that cannot be read */
export function filterLogic({ logic }: RecordFilterSet): Logic {
  const parsed = parseLogic(logic);
  if (!parsed) throw new FlowFault(`The filter logic ${logic} isn't valid.`);
  return parsed;
}

/** The values that an interview gives the filters, converted to the types of their fields. */
export function filterValues(
  interview: Interview,
  type: SObjectType,
  { filters }: RecordFilterSet,
): FlowValue[] {
  return filters.map((filter) => filterValue(interview, type, filter));
}

/** The value that an interview gives one filter. */
export function filterValue(interview: Interview, type: SObjectType, filter: RecordFilter): FlowValue {
  const value = interview.valueOf(filter.value);
  if (filter.operator === 'IsNull' || filter.operator === 'IsChanged') return value;
  const field = filteredField(type, filter);
  const from = interview.dataTypeOf(filter.value) ?? dataTypeOfField(field);
  const { user } = interview.run.context;
  return isCollection(value)
    ? value.map((item) => convertToField(item, from, field, user))
    : convertToField(value, from, field, user);
}

/** Whether a record passes filters with these values. */
export function recordPasses(
  type: SObjectType,
  { filters }: RecordFilterSet,
  logic: Logic,
  values: readonly FlowValue[],
  read: (field: Field) => FieldValue,
): boolean {
  return evaluateLogic(logic, filters.length, (index) => {
    const filter = filters[index];
    if (!filter) return false;
    const field = filteredField(type, filter);
    return filterOperator(filter.operator).matches(read(field), values[index] ?? null, field);
  });
}
