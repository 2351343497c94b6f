import { booleanOf, textOf } from '../../metadata';
import type { RecordInput } from '../../dml';
import type { SObjectType } from '../../schema';
import { connectorOf } from '../definition/connector';
import { objectOf } from '../interview/fetch-records';
import { FlowFault } from '../interview/flow-fault';
import { FlowRecord } from '../interview/flow-record';
import type { Interview } from '../interview/interview';
import { createInput, createRecords, upsertRecords, type SaveOutcome } from '../interview/save-records';
import { present, type ElementType } from './flow-element';
import { assignFields, checkInputAssignments, inputAssignmentsOf } from './input-assignments';
import { recordsOfValue } from './records-of-value';
import { saveForEach } from './save-for-each';

/** Create Records, and its form that updates records found by an id. */
export const recordCreateElement: ElementType = {
  tag: 'recordCreates',
  typeName: 'FlowRecordCreate',
  label: 'Create Records',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_data_create.htm',
  read(content, node) {
    const connector = connectorOf(content);
    const faultConnector = connectorOf(content, 'faultConnector');
    const objectName = textOf(content, 'object') ?? null;
    const inputReference = textOf(content, 'inputReference') ?? null;
    const idTarget = textOf(content, 'assignRecordIdToReference') ?? null;
    const assignments = inputAssignmentsOf(content);
    const isUpsert = booleanOf(content, 'doesUpsert');
    const isAllOrNone = booleanOf(content, 'doesUpsertAllOrNone');
    const matchField =
      textOf(content, 'upsertExternalIdField') ?? textOf(content, 'upsertStandardIdField') ?? 'Id';
    const matches =
      textOf(content, 'operationMultMatchingRecords') ?? textOf(content, 'operationZeroMatchingRecords');
    const key = node.name.toLowerCase();

    const recordsOf = (interview: Interview): readonly FlowRecord[] => {
      if (inputReference !== null) return recordsOfValue(interview.resolve(inputReference));
      const type = objectOf(interview.run, objectName ?? '');
      return [assignFields(interview, new FlowRecord(type, {}), assignments)];
    };
    const inputOf = (record: FlowRecord): RecordInput =>
      isUpsert && matchField === 'Id' && record.id !== null
        ? { ...createInput(record), Id: record.id }
        : createInput(record);
    const store = ({ interview, results }: SaveOutcome, records: readonly FlowRecord[]): void => {
      const idField = records[0]?.type.field('Id');
      records.forEach((record, index) => {
        const id = results[index]?.id ?? null;
        if (id !== null && idField) record.values['Id'] = id;
      });
      const first = results[0]?.id ?? null;
      interview.values.set(key, first);
      if (idTarget !== null && first !== null) interview.assign(idTarget, first, 'String');
    };
    const save = (
      type: SObjectType,
      run: Interview['run'],
      requests: Parameters<typeof createRecords>[2],
    ): SaveOutcome[] =>
      isUpsert
        ? upsertRecords(run, type, matchField, isAllOrNone, requests)
        : createRecords(run, type, requests);

    return {
      ...node,
      connectors: present(connector, faultConnector),
      runBatch(interviews) {
        saveForEach(interviews, {
          recordsOf(interview) {
            const records = recordsOf(interview);
            if (inputReference !== null && records.length === 0 && interview.resolve(inputReference) === null)
              throw new FlowFault(
                `The flow failed to access the value for ${inputReference} because it hasn't been set or assigned.`,
              );
            return records;
          },
          inputOf,
          save,
          saved: store,
          next: connector?.target ?? null,
          faultPath: faultConnector?.target ?? null,
        });
      },
      output: () => ({ dataType: 'String', isCollection: false }),
      check(scope) {
        if (matches !== undefined)
          scope.problem('Checking for matching records is not supported by the local org.');
        if (idTarget !== null) scope.assignment(idTarget, { dataType: 'String', isCollection: false });
        if (inputReference !== null) {
          const type = scope.reference(inputReference);
          if (type && type.dataType !== 'SObject')
            scope.problem(`The resource "${inputReference}" isn't a record.`);
          return;
        }
        const type = scope.object(objectName);
        if (type) checkInputAssignments(scope, type, assignments);
      },
    };
  },
};
