import { textOf } from '../../metadata';
import { recordFiltersOf } from '../definition/conditions';
import { connectorOf } from '../definition/connector';
import { fetchRecords } from '../interview/fetch-records';
import { FlowFault } from '../interview/flow-fault';
import { FlowRecord } from '../interview/flow-record';
import type { Interview } from '../interview/interview';
import { updateInput, updateRecords } from '../interview/save-records';
import { present, type ElementType } from './flow-element';
import { assignFields, checkInputAssignments, inputAssignmentsOf } from './input-assignments';
import { recordsOfValue } from './records-of-value';
import { relatedRecords } from './related-records';
import { saveForEach } from './save-for-each';

const TRIGGERING_RECORD = /^\$Record$/i;

/** Update Records: the triggering record, records of a variable, related records, or those that filters find. */
export const recordUpdateElement: ElementType = {
  tag: 'recordUpdates',
  typeName: 'FlowRecordUpdate',
  label: 'Update Records',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_data_update.htm',
  read(content, node) {
    const connector = connectorOf(content);
    const faultConnector = connectorOf(content, 'faultConnector');
    const objectName = textOf(content, 'object') ?? null;
    const inputReference = textOf(content, 'inputReference') ?? null;
    const filters = recordFiltersOf(content);
    const assignments = inputAssignmentsOf(content);
    const isTriggeringRecord = inputReference !== null && TRIGGERING_RECORD.test(inputReference);

    const referenced = (interview: Interview, reference: string): readonly FlowRecord[] => {
      if (assignments.length === 0) {
        const value = interview.resolve(reference);
        if (value === null)
          throw new FlowFault(
            `The flow failed to access the value for ${reference} because it hasn't been set or assigned.`,
          );
        return recordsOfValue(value);
      }
      const found = reference.startsWith('$Record.')
        ? relatedRecords(interview, reference, filters)
        : recordsOfValue(interview.resolve(reference));
      return found.map((record) => assignFields(interview, identity(record), assignments));
    };

    return {
      ...node,
      connectors: present(connector, faultConnector),
      runBatch(interviews) {
        const found =
          inputReference === null
            ? fetchRecords(interviews, {
                objectName: objectName ?? '',
                filters,
                sortField: null,
                descending: false,
                limit: null,
              })
            : [];
        const byInterview = new Map(interviews.map((interview, index) => [interview, found[index] ?? []]));
        const before = interviews.filter(
          (interview) => isTriggeringRecord && interview.trigger?.isBeforeSave,
        );
        for (const interview of before) {
          const record = interview.trigger?.record;
          if (record) assignFields(interview, record, assignments);
          interview.next = connector?.target ?? null;
        }
        saveForEach(
          interviews.filter((interview) => !before.includes(interview)),
          {
            recordsOf: (interview) =>
              inputReference !== null
                ? referenced(interview, inputReference)
                : (byInterview.get(interview) ?? []).map((record) =>
                    assignFields(interview, identity(record), assignments),
                  ),
            inputOf: updateInput,
            save: (type, run, requests) => updateRecords(run, type, requests),
            next: connector?.target ?? null,
            faultPath: faultConnector?.target ?? null,
          },
        );
      },
      check(scope) {
        const reference = inputReference === null ? undefined : scope.reference(inputReference);
        if (inputReference !== null) {
          if (reference && reference.dataType !== 'SObject')
            scope.problem(`The resource "${inputReference}" isn't a record.`);
          const type = reference?.objectName === undefined ? undefined : scope.object(reference.objectName);
          if (type) checkInputAssignments(scope, type, assignments);
          if (type) scope.filters(type, filters);
          return;
        }
        const type = scope.object(objectName);
        if (!type) return;
        scope.filters(type, filters);
        checkInputAssignments(scope, type, assignments);
      },
    };
  },
};

/** A record with nothing but its id, so that an update sends only what the element assigns. */
function identity(record: FlowRecord): FlowRecord {
  return new FlowRecord(record.type, { Id: record.id });
}
