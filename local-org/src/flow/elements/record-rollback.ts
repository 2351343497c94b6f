import { connectorOf } from '../definition/connector';
import { RollBackSignal } from '../interview/roll-back-signal';
import { present, type ElementType } from './flow-element';

/** Roll Back Records: undoes what the flow saved in this transaction. */
export const recordRollbackElement: ElementType = {
  tag: 'recordRollbacks',
  typeName: 'FlowRecordRollback',
  label: 'Roll Back Records',
  documentation:
    'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_roll_back_records.htm',
  read(content, node) {
    const connector = connectorOf(content);
    return {
      ...node,
      connectors: present(connector),
      runBatch(interviews) {
        for (const interview of interviews) interview.next = connector?.target ?? null;
        throw new RollBackSignal();
      },
      check(scope) {
        if (scope.flow.processType !== 'Flow')
          scope.problem('Roll Back Records elements are available in screen flows only.');
      },
    };
  },
};
