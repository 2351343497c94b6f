import { textOf, type MetadataObject } from '../../metadata';
import type { SObjectType } from '../../schema';
import type { CheckScope } from '../checks/check-scope';
import { recordFiltersOf, type RecordFilterSet } from '../definition/conditions';
import { connectorOf, type FlowConnector } from '../definition/connector';
import { allRecords, fetchRecords } from '../interview/fetch-records';
import { notSet } from '../interview/flow-fault';
import type { FlowRecord } from '../interview/flow-record';
import type { Interview } from '../interview/interview';
import { present } from './flow-element';
import { inputAssignmentsOf, type InputAssignment } from './input-assignments';
import { recordsOfValue } from './records-of-value';

/** What the elements that get, create, update and delete records have in common. */
export interface RecordElement {
  /** The object whose records it makes or looks for; null when they come from `inputReference`. */
  readonly objectName: string | null;
  /** A record or collection of records: `$Record`, `Deals_To_Close`. */
  readonly inputReference: string | null;
  readonly filters: RecordFilterSet;
  readonly assignments: readonly InputAssignment[];
  /** Name of the next element; null where the flow ends. */
  readonly next: string | null;
  /** Name of the element that a fault leads to. */
  readonly faultPath: string | null;
  readonly connectors: readonly FlowConnector[];
}

/** Reads what the elements that get, create, update and delete records have in common. */
export function recordElementOf(content: MetadataObject): RecordElement {
  const connector = connectorOf(content);
  const faultConnector = connectorOf(content, 'faultConnector');
  return {
    objectName: textOf(content, 'object') ?? null,
    inputReference: textOf(content, 'inputReference') ?? null,
    filters: recordFiltersOf(content),
    assignments: inputAssignmentsOf(content),
    next: connector?.target ?? null,
    faultPath: faultConnector?.target ?? null,
    connectors: present(connector, faultConnector),
  };
}

/** Reads the records that the filters find for each interview, with one query for all of them. */
export function filteredRecords(
  interviews: readonly Interview[],
  { objectName, filters }: RecordElement,
): (interview: Interview) => readonly FlowRecord[] {
  const found = fetchRecords(interviews, allRecords(objectName ?? '', filters));
  const byInterview = new Map(interviews.map((interview, index) => [interview, found[index] ?? []]));
  return (interview) => byInterview.get(interview) ?? [];
}

/** The records of a reference. @throws FlowFault when nothing set it */
export function referencedRecords(interview: Interview, reference: string): readonly FlowRecord[] {
  const value = interview.resolve(reference);
  if (value === null) throw notSet(reference);
  return recordsOfValue(value);
}

/** The object that the element works on, as far as it is known. Reports a reference that is no record. */
export function checkedObject(
  scope: CheckScope,
  { inputReference, objectName }: RecordElement,
): SObjectType | undefined {
  if (inputReference === null) return scope.object(objectName);
  const type = scope.reference(inputReference);
  if (type && type.dataType !== 'SObject') scope.problem(`The resource "${inputReference}" isn't a record.`);
  return type?.objectName === undefined ? undefined : scope.object(type.objectName);
}
