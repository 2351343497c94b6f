import { booleanOf, textOf } from '../../metadata';
import type { RecordInput } from '../../dml';
import { objectOf } from '../interview/fetch-records';
import { FlowRecord } from '../interview/flow-record';
import type { Interview } from '../interview/interview';
import { createInput, createRecords, upsertRecords, type SaveOutcome } from '../interview/save-records';
import type { ElementType } from './flow-element';
import { assignFields, checkInputAssignments } from './input-assignments';
import { checkedObject, recordElementOf, referencedRecords } from './record-element';
import { saveForEach, type SavePlan } from './save-for-each';

/** Create Records, and its form that updates records found by an id. */
export const recordCreateElement: ElementType = {
  tag: 'recordCreates',
  typeName: 'FlowRecordCreate',
  label: 'Create Records',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_data_create.htm',
  read(content, node) {
    const element = recordElementOf(content);
    const { objectName, inputReference, assignments, connectors } = element;
    const idTarget = textOf(content, 'assignRecordIdToReference') ?? null;
    const isUpsert = booleanOf(content, 'doesUpsert');
    const isAllOrNone = booleanOf(content, 'doesUpsertAllOrNone');
    const matchField =
      textOf(content, 'upsertExternalIdField') ?? textOf(content, 'upsertStandardIdField') ?? 'Id';
    const matches =
      textOf(content, 'operationMultMatchingRecords') ?? textOf(content, 'operationZeroMatchingRecords');
    const { key } = node;

    const recordsOf = (interview: Interview): readonly FlowRecord[] => {
      if (inputReference !== null) return referencedRecords(interview, inputReference);
      const type = objectOf(interview.run, objectName ?? '');
      return [assignFields(interview, new FlowRecord(type, {}), assignments)];
    };
    const inputOf = (record: FlowRecord): RecordInput =>
      isUpsert && matchField === 'Id' && record.id !== null
        ? { ...createInput(record), Id: record.id }
        : createInput(record);
    const store = ({ interview, results }: SaveOutcome, records: readonly FlowRecord[]): void => {
      records.forEach((record, index) => {
        const id = results[index]?.id ?? null;
        if (id !== null) record.created(id);
      });
      const first = results[0]?.id ?? null;
      interview.values.set(key, first);
      if (idTarget !== null && first !== null) interview.assign(idTarget, first, 'String');
    };
    const save: SavePlan['save'] = (type, run, requests) =>
      isUpsert
        ? upsertRecords(run, type, matchField, isAllOrNone, requests)
        : createRecords(run, type, requests);

    return {
      ...node,
      connectors,
      runBatch(interviews) {
        saveForEach(interviews, {
          ...element,
          recordsOf,
          inputOf,
          save,
          saved: store,
        });
      },
      output: () => ({ dataType: 'String', isCollection: false }),
      check(scope) {
        if (matches !== undefined)
          scope.problem('Checking for matching records is not supported by the local org.');
        if (idTarget !== null) scope.assignment(idTarget, { dataType: 'String', isCollection: false });
        const type = checkedObject(scope, element);
        if (type && inputReference === null) checkInputAssignments(scope, type, assignments);
      },
    };
  },
};
