import { formatDatetime, recordIdFromSequence, type RecordValues } from '../core';
import type { Job } from '../jobs';
import type { Flow } from './definition/flow';
import type { FlowCatalogue } from './interview/flow-catalogue';
import type { StoredInterview } from './interview/interview-state';

const FLOW_PREFIX = '300';
const VERSION_PREFIX = '301';
const INTERVIEW_PREFIX = '0Fo';

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

/**
 * Rows of FlowInterview: the interviews that wait at a Wait element, by the jobs that will go on with them. Interviews of
 * screens are kept by the client and have none.
 *
 * UNVERIFIED: Name is the flow's label and the time at which the interview paused, in UTC.
 *
 * DEVIATION: they cannot be deleted through the API.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_flowinterview.htm
 */
export function flowInterviewRows(catalogue: FlowCatalogue, waits: readonly Job[]): RecordValues[] {
  const flows = catalogue.all();
  return waits.map(({ id, payload, createdMs }) => {
    const interview = payload['interview'] as StoredInterview;
    const userId = String(payload['userId']);
    const index = flows.findIndex(({ name }) => name === interview.flow);
    const label = flows[index]?.label ?? interview.flow;
    const paused = formatDatetime(createdMs);
    return {
      Id: recordIdFromSequence(INTERVIEW_PREFIX, id),
      OwnerId: userId,
      IsDeleted: false,
      Name: `${label} ${paused}`,
      CreatedDate: paused,
      CreatedById: userId,
      LastModifiedDate: paused,
      LastModifiedById: userId,
      SystemModstamp: paused,
      CurrentElement: interview.elementName,
      InterviewLabel: label,
      PauseLabel: null,
      Guid: interview.guid,
      WasPausedFromScreen: false,
      FlowVersionViewId: index < 0 ? null : recordIdFromSequence(VERSION_PREFIX, index + 1),
      InterviewStatus: 'Paused',
    };
  });
}
