import { criteriaOf, type RecordCriteria } from '../dml';
import {
  booleanOf,
  childName,
  numberOf,
  objectOf,
  objectsOf,
  parentName,
  textOf,
  type Component,
  type ComponentStore,
  type MetadataObject,
} from '../metadata';
import type {
  ActionReference,
  ApprovalProcessDefinition,
  ApprovalStepDefinition,
  ApproverDefinition,
} from './types';

const known = new WeakMap<Component, ApprovalProcessDefinition>();

/** The approval processes of an object, in the order they are tried. */
export function approvalProcessesOf(store: ComponentStore, objectName: string): ApprovalProcessDefinition[] {
  return store
    .childrenOf('ApprovalProcess', objectName)
    .map(approvalProcess)
    .sort((a, b) => a.order - b.order);
}

/** Reads a process from its component. */
export function approvalProcess(component: Component): ApprovalProcessDefinition {
  let definition = known.get(component);
  if (!definition) known.set(component, (definition = read(component)));
  return definition;
}

function read({ fullName, content }: Component): ApprovalProcessDefinition {
  const automated = objectOf(content, 'nextAutomatedApprover');
  return {
    fullName,
    objectName: parentName(fullName),
    developerName: childName(fullName),
    label: textOf(content, 'label') ?? fullName,
    description: textOf(content, 'description') ?? null,
    active: booleanOf(content, 'active'),
    order: numberOf(content, 'processOrder') ?? Number.MAX_SAFE_INTEGER,
    criteria: entryCriteriaOf(content),
    submitters: objectsOf(content, 'allowedSubmitters').map((entry) => ({
      type: textOf(entry, 'type') ?? '',
      name: textOf(entry, 'submitter') ?? null,
    })),
    steps: objectsOf(content, 'approvalStep').map(stepOf),
    initialSubmissionActions: actionsOf(content, 'initialSubmissionActions'),
    finalApprovalActions: actionsOf(content, 'finalApprovalActions'),
    finalRejectionActions: actionsOf(content, 'finalRejectionActions'),
    recallActions: actionsOf(content, 'recallActions'),
    allowRecall: booleanOf(content, 'allowRecall'),
    locksAfterApproval: booleanOf(content, 'finalApprovalRecordLock'),
    locksAfterRejection: booleanOf(content, 'finalRejectionRecordLock'),
    approverMayEdit: textOf(content, 'recordEditability') === 'AdminOrCurrentApprover',
    automatedApprover: automated
      ? {
          field: textOf(automated, 'userHierarchyField') ?? 'Manager',
          ofOwner: booleanOf(automated, 'useApproverFieldOfRecordOwner'),
        }
      : null,
    emailTemplate: textOf(content, 'emailTemplate') ?? null,
  };
}

function stepOf(step: MetadataObject): ApprovalStepDefinition {
  const assigned = objectOf(step, 'assignedApprover') ?? {};
  const notMet = textOf(step, 'ifCriteriaNotMet');
  return {
    name: textOf(step, 'name') ?? '',
    label: textOf(step, 'label') ?? '',
    criteria: entryCriteriaOf(step),
    ifCriteriaNotMet: notMet === 'ApproveRecord' || notMet === 'RejectRecord' ? notMet : 'GotoNextStep',
    approvers: objectsOf(assigned, 'approver').map((entry): ApproverDefinition => ({
      type: textOf(entry, 'type') ?? '',
      name: textOf(entry, 'name') ?? null,
    })),
    unanimous: textOf(assigned, 'whenMultipleApprovers') === 'Unanimous',
    allowDelegate: booleanOf(step, 'allowDelegate'),
    rejectsToPrevious: textOf(objectOf(step, 'rejectBehavior') ?? {}, 'type') === 'BackToPrevious',
    approvalActions: actionsOf(step, 'approvalActions'),
    rejectionActions: actionsOf(step, 'rejectionActions'),
  };
}

function entryCriteriaOf(content: MetadataObject): RecordCriteria {
  return criteriaOf(objectOf(content, 'entryCriteria') ?? {}, 'criteriaItems');
}

function actionsOf(content: MetadataObject, element: string): ActionReference[] {
  return objectsOf(objectOf(content, element) ?? {}, 'action').map((action) => ({
    type: textOf(action, 'type') ?? '',
    name: textOf(action, 'name') ?? '',
  }));
}
