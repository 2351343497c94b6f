import { recordIdFromSequence, type RecordValues } from '../core';
import type { Flow } from './definition/flow';
import type { FlowCatalogue } from './interview/flow-catalogue';

const FLOW_PREFIX = '300';
const VERSION_PREFIX = '301';

/**
 * Rows of FlowDefinitionView.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_flowdefinitionview.htm
 */
export function flowDefinitionRows(catalogue: FlowCatalogue): RecordValues[] {
  return catalogue.all().map((flow, index) => {
    const version = recordIdFromSequence(VERSION_PREFIX, index + 1);
    const definition = recordIdFromSequence(FLOW_PREFIX, index + 1);
    return {
      Id: definition,
      DurableId: definition,
      ApiName: flow.name,
      Label: flow.label,
      Description: flow.description,
      ProcessType: flow.processType,
      TriggerType: flow.start.triggerType === 'None' ? null : flow.start.triggerType,
      RecordTriggerType: flow.start.recordTriggerType,
      TriggerOrder: flow.triggerOrder,
      ActiveVersionId: catalogue.isActive(flow) ? version : null,
      LatestVersionId: version,
      VersionNumber: 1,
      IsActive: catalogue.isActive(flow),
      IsTemplate: false,
      ManageableState: 'unmanaged',
    };
  });
}

/**
 * Rows of FlowVersionView. DEVIATION: a deploy replaces the flow's one version; the platform keeps the older ones.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_flowversionview.htm
 */
export function flowVersionRows(catalogue: FlowCatalogue): RecordValues[] {
  return catalogue.all().map((flow, index) => ({
    Id: recordIdFromSequence(VERSION_PREFIX, index + 1),
    DurableId: recordIdFromSequence(VERSION_PREFIX, index + 1),
    FlowDefinitionViewId: recordIdFromSequence(FLOW_PREFIX, index + 1),
    Label: flow.label,
    Description: flow.description,
    Status: statusOf(catalogue, flow),
    VersionNumber: 1,
    ProcessType: flow.processType,
    ApiVersion: flow.apiVersion,
    RunInMode: flow.runInMode,
  }));
}

function statusOf(catalogue: FlowCatalogue, flow: Flow): string {
  if (catalogue.isActive(flow)) return 'Active';
  return flow.status === 'Active' ? 'Obsolete' : flow.status;
}
