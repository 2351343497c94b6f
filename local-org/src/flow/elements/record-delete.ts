import { FlowFault } from '../interview/flow-fault';
import { deleteRecords } from '../interview/save-records';
import type { ElementType } from './flow-element';
import { checkedObject, filteredRecords, recordElementOf } from './record-element';
import { recordsOfValue } from './records-of-value';
import { saveForEach } from './save-for-each';

const NOTHING_TO_DELETE = 'No records in Salesforce match your delete criteria.';

/** Delete Records. */
export const recordDeleteElement: ElementType = {
  tag: 'recordDeletes',
  typeName: 'FlowRecordDelete',
  label: 'Delete Records',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_data_delete.htm',
  read(content, node) {
    const element = recordElementOf(content);
    const { inputReference, connectors } = element;
    return {
      ...node,
      connectors,
      runBatch(interviews) {
        const found = inputReference === null ? filteredRecords(interviews, element) : null;
        saveForEach(interviews, {
          ...element,
          recordsOf(interview) {
            if (inputReference === null) return found?.(interview) ?? [];
            const value = interview.resolve(inputReference);
            if (value === null) throw new FlowFault(NOTHING_TO_DELETE);
            return recordsOfValue(value);
          },
          inputOf: (record) => ({ Id: record.id }),
          save: (_type, run, requests) => deleteRecords(run, requests),
        });
      },
      check(scope) {
        const type = checkedObject(scope, element);
        if (type && inputReference === null) scope.filters(type, element.filters);
      },
    };
  },
};
