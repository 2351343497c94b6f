import { textOf } from '../../metadata';
import { recordFiltersOf } from '../definition/conditions';
import { connectorOf } from '../definition/connector';
import { fetchRecords } from '../interview/fetch-records';
import { FlowFault } from '../interview/flow-fault';
import { deleteRecords } from '../interview/save-records';
import { present, type ElementType } from './flow-element';
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
    const connector = connectorOf(content);
    const faultConnector = connectorOf(content, 'faultConnector');
    const objectName = textOf(content, 'object') ?? null;
    const inputReference = textOf(content, 'inputReference') ?? null;
    const filters = recordFiltersOf(content);
    return {
      ...node,
      connectors: present(connector, faultConnector),
      runBatch(interviews) {
        const request = {
          objectName: objectName ?? '',
          filters,
          sortField: null,
          descending: false,
          limit: null,
        };
        const found = inputReference === null ? fetchRecords(interviews, request) : [];
        const byInterview = new Map(interviews.map((interview, index) => [interview, found[index] ?? []]));
        saveForEach(interviews, {
          recordsOf(interview) {
            if (inputReference === null) return byInterview.get(interview) ?? [];
            const value = interview.resolve(inputReference);
            if (value === null) throw new FlowFault(NOTHING_TO_DELETE);
            return recordsOfValue(value);
          },
          inputOf: (record) => ({ Id: record.id }),
          save: (_type, run, requests) => deleteRecords(run, requests),
          next: connector?.target ?? null,
          faultPath: faultConnector?.target ?? null,
        });
      },
      check(scope) {
        if (inputReference !== null) {
          const type = scope.reference(inputReference);
          if (type && type.dataType !== 'SObject')
            scope.problem(`The resource "${inputReference}" isn't a record.`);
          return;
        }
        const type = scope.object(objectName);
        if (type) scope.filters(type, filters);
      },
    };
  },
};
