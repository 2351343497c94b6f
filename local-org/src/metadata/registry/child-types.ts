import type { ChildType, SupportLevel } from './metadata-type';

const child = (
  name: string,
  element: string,
  support: SupportLevel,
  sourceDirectory: string | null = null,
  sourceSuffix: string | null = null,
): ChildType => ({ name, element, sourceDirectory, sourceSuffix, support, ownNamespace: false });

/**
 * Types that stand inside the file of another type, by the parent's name.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm
 */
export const CHILD_TYPES: Readonly<Record<string, readonly ChildType[]>> = {
  CustomObject: [
    child('CustomField', 'fields', 'executed', 'fields', 'field'),
    child('BusinessProcess', 'businessProcesses', 'executed', 'businessProcesses', 'businessProcess'),
    child('RecordType', 'recordTypes', 'executed', 'recordTypes', 'recordType'),
    child('CompactLayout', 'compactLayouts', 'executed', 'compactLayouts', 'compactLayout'),
    child('FieldSet', 'fieldSets', 'executed', 'fieldSets', 'fieldSet'),
    child('ListView', 'listViews', 'executed', 'listViews', 'listView'),
    child('ValidationRule', 'validationRules', 'executed', 'validationRules', 'validationRule'),
    child('WebLink', 'webLinks', 'stored', 'webLinks', 'webLink'),
    child('SharingReason', 'sharingReasons', 'stored', 'sharingReasons', 'sharingReason'),
    child('Index', 'indexes', 'stored', 'indexes', 'index'),
  ],
  CustomLabels: [{ ...child('CustomLabel', 'labels', 'executed'), ownNamespace: true }],
  SharingRules: [
    child('SharingCriteriaRule', 'sharingCriteriaRules', 'executed'),
    child('SharingOwnerRule', 'sharingOwnerRules', 'executed'),
    child('SharingGuestRule', 'sharingGuestRules', 'stored'),
    child('SharingTerritoryRule', 'sharingTerritoryRules', 'stored'),
  ],
  Workflow: [
    child('WorkflowAlert', 'alerts', 'executed'),
    child('WorkflowFieldUpdate', 'fieldUpdates', 'executed'),
    child('WorkflowFlowAction', 'flowActions', 'stored'),
    child('WorkflowKnowledgePublish', 'knowledgePublishes', 'stored'),
    child('WorkflowOutboundMessage', 'outboundMessages', 'stored'),
    child('WorkflowRule', 'rules', 'stored'),
    child('WorkflowSend', 'send', 'stored'),
    child('WorkflowTask', 'tasks', 'executed'),
  ],
  AssignmentRules: [child('AssignmentRule', 'assignmentRule', 'executed')],
  AutoResponseRules: [child('AutoResponseRule', 'autoResponseRule', 'stored')],
  EscalationRules: [child('EscalationRule', 'escalationRule', 'stored')],
  MatchingRules: [child('MatchingRule', 'matchingRules', 'executed')],
};
