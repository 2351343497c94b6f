import { booleanOf, numberOf, objectOf, objectsOf, textOf, textsOf } from '../../metadata';
import { dataTypeOfField } from '../definition/type-of-reference';
import { fetchRecords } from '../interview/fetch-records';
import { FlowFault, FlowLimitFault } from '../interview/flow-fault';
import type { FlowRecord } from '../interview/flow-record';
import type { Interview } from '../interview/interview';
import type { ElementType } from './flow-element';
import { recordElementOf } from './record-element';

/** Get Records. */
export const recordLookupElement: ElementType = {
  tag: 'recordLookups',
  typeName: 'FlowRecordLookup',
  label: 'Get Records',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_data_get.htm',
  read(content, node) {
    const { connectors, next, faultPath, filters, ...element } = recordElementOf(content);
    const objectName = element.objectName ?? '';
    const storesAutomatically = booleanOf(content, 'storeOutputAutomatically');
    const outputReference = textOf(content, 'outputReference') ?? null;
    const assignments = objectsOf(content, 'outputAssignments').map((assignment) => ({
      target: textOf(assignment, 'assignToReference') ?? '',
      field: textOf(assignment, 'field') ?? '',
    }));
    const isFirstOnly = booleanOf(content, 'getFirstRecordOnly', assignments.length > 0);
    const clearsWhenNone = booleanOf(content, 'assignNullValuesIfNoRecordsFound');
    const limit = objectOf(content, 'limit');
    const queriedFields = textsOf(content, 'queriedFields');
    const related = objectsOf(content, 'relatedRecords');
    const request = {
      objectName,
      filters,
      sortField: textOf(content, 'sortField') ?? null,
      descending: textOf(content, 'sortOrder') === 'Desc',
      limit: isFirstOnly ? 1 : ((limit && numberOf(limit, 'numberValue')) ?? null),
    };
    const { key } = node;

    const store = (interview: Interview, records: readonly FlowRecord[]): void => {
      const first = records[0] ?? null;
      // A Get Records that keeps single fields reads as whether it found something.
      if (assignments.length > 0) interview.values.set(key, first !== null);
      else interview.values.set(key, isFirstOnly ? first : records.length === 0 ? null : records);
      if (first === null && !clearsWhenNone) return;
      if (outputReference !== null) {
        const isMany = interview.typeOf(outputReference)?.isCollection === true;
        const many = records.length === 0 ? null : records;
        interview.assign(outputReference, isMany ? many : first, 'SObject');
      }
      for (const { target, field } of assignments) {
        const value = first?.get(field, interview.run.session) ?? null;
        const definition = first?.type.field(field);
        interview.assign(target, value, definition && dataTypeOfField(definition));
      }
    };

    return {
      ...node,
      connectors,
      runBatch(interviews) {
        try {
          const found = fetchRecords(interviews, request);
          interviews.forEach((interview, index) => {
            store(interview, found[index] ?? []);
            interview.next = next;
          });
        } catch (error) {
          if (!(error instanceof FlowFault) || error instanceof FlowLimitFault) throw error;
          for (const interview of interviews) interview.fault(error.message, faultPath);
        }
      },
      output: () =>
        assignments.length > 0
          ? { dataType: 'Boolean', isCollection: false }
          : storesAutomatically || outputReference !== null
            ? { dataType: 'SObject', isCollection: !isFirstOnly, objectName }
            : undefined,
      check(scope) {
        if (related.length > 0)
          scope.problem('Getting related records in one element is not supported by the local org.');
        const type = scope.object(objectName);
        if (!type) return;
        scope.filters(type, filters);
        for (const name of queriedFields) scope.field(type, name);
        if (request.sortField !== null) scope.field(type, request.sortField);
        if (outputReference !== null) scope.reference(outputReference);
        for (const { target, field } of assignments) {
          const found = scope.field(type, field);
          scope.assignment(target, found && { dataType: dataTypeOfField(found), isCollection: false });
        }
      },
    };
  },
};
