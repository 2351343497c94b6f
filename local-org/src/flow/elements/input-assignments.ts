import { objectsOf, textOf, type MetadataObject } from '../../metadata';
import type { SObjectType } from '../../schema';
import type { CheckScope } from '../checks/check-scope';
import { valueSourceOf, type ValueSource } from '../definition/value-source';
import { convertToField } from '../interview/convert';
import { FlowFault } from '../interview/flow-fault';
import type { FlowRecord } from '../interview/flow-record';
import type { Interview } from '../interview/interview';

/** A field and the value that it is to get. */
export interface InputAssignment {
  readonly field: string;
  readonly source: ValueSource;
}

/** Reads the field values of a create or update element. */
export function inputAssignmentsOf(content: MetadataObject): readonly InputAssignment[] {
  return objectsOf(content, 'inputAssignments').map((assignment) => ({
    field: textOf(assignment, 'field') ?? '',
    source: valueSourceOf(assignment),
  }));
}

/** Puts the values over a record. @throws FlowFault for a field that the object does not have */
export function assignFields(
  interview: Interview,
  record: FlowRecord,
  assignments: readonly InputAssignment[],
): FlowRecord {
  const values = assignments.map(({ source }) => interview.valueOf(source));
  assignments.forEach(({ field: name, source }, index) => {
    const field = record.type.field(name);
    if (!field)
      throw new FlowFault(`INVALID_FIELD: No such column '${name}' on sobject of type ${record.type.name}`);
    const from = interview.dataTypeOf(source);
    record.set(field, convertToField(values[index] ?? null, from, field, interview.run.context.user));
  });
  return record;
}

export function checkInputAssignments(
  scope: CheckScope,
  type: SObjectType,
  assignments: readonly InputAssignment[],
): void {
  for (const { field, source } of assignments) scope.fieldValue(type, field, source);
}
