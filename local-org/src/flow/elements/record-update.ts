import { FlowRecord } from '../interview/flow-record';
import type { Interview } from '../interview/interview';
import { updateInput, updateRecords } from '../interview/save-records';
import type { ElementType } from './flow-element';
import { assignFields, checkInputAssignments } from './input-assignments';
import { checkedObject, filteredRecords, recordElementOf, referencedRecords } from './record-element';
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
    const element = recordElementOf(content);
    const { inputReference, filters, assignments, next, connectors } = element;
    const isTriggeringRecord = inputReference !== null && TRIGGERING_RECORD.test(inputReference);

    const referenced = (interview: Interview, reference: string): readonly FlowRecord[] => {
      if (assignments.length === 0) return referencedRecords(interview, reference);
      const found = reference.startsWith('$Record.')
        ? relatedRecords(interview, reference, filters)
        : recordsOfValue(interview.resolve(reference));
      return identified(interview, found);
    };
    const identified = (interview: Interview, records: readonly FlowRecord[]): readonly FlowRecord[] =>
      records.map((record) => assignFields(interview, identity(record), assignments));
    /** Whether the record is being saved anyway, so that the values go into that save. */
    const isBeforeSave = ({ trigger }: Interview): boolean =>
      isTriggeringRecord && trigger?.isBeforeSave === true;

    return {
      ...node,
      connectors,
      runBatch(interviews) {
        const found = inputReference === null ? filteredRecords(interviews, element) : null;
        for (const interview of interviews) {
          const record = interview.trigger?.record;
          if (!record || !isBeforeSave(interview)) continue;
          assignFields(interview, record, assignments);
          interview.next = next;
        }
        saveForEach(
          interviews.filter((interview) => !isBeforeSave(interview)),
          {
            ...element,
            recordsOf: (interview) =>
              inputReference === null
                ? identified(interview, found?.(interview) ?? [])
                : referenced(interview, inputReference),
            inputOf: updateInput,
            save: (type, run, requests) => updateRecords(run, type, requests),
          },
        );
      },
      check(scope) {
        const type = checkedObject(scope, element);
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
