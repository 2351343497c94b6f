import { ApiError, type RecordValues } from '../core';
import type { ApprovalOutcome } from '../execution';
import type { SObjectType } from '../schema';
import { approvalProcess } from './definitions';
import type { InstanceRows } from './instance-rows';
import type { ApprovalProcessDefinition, ApprovalServices } from './types';

/** A record on its way through a process. */
export interface ApprovalRequest {
  readonly process: ApprovalProcessDefinition;
  readonly definitionId: string;
  readonly type: SObjectType;
  readonly recordId: string;
  readonly instanceId: string;
  readonly submitterId: string;
}

/** The step that a request waits at. */
export interface OpenStep {
  readonly index: number;
  readonly node: RecordValues;
  readonly nodeId: string;
}

/** Reads a request from its instance. @throws ApiError INVALID_CROSS_REFERENCE_KEY when its process is gone */
export function readRequest(
  services: ApprovalServices,
  rows: InstanceRows,
  instanceId: string,
): ApprovalRequest {
  const instance = rows.find('ProcessInstance', instanceId);
  const definition = instance && rows.find('ProcessDefinition', String(instance['ProcessDefinitionId']));
  const name = definition && `${String(definition['TableEnumOrId'])}.${String(definition['DeveloperName'])}`;
  const component = name === undefined ? undefined : services.components().find('ApprovalProcess', name);
  const type = component && services.schema().find(approvalProcess(component).objectName);
  if (!instance || !definition || !component || !type) throw invalidReference();
  return {
    process: approvalProcess(component),
    definitionId: String(definition['Id']),
    type,
    recordId: String(instance['TargetObjectId']),
    instanceId,
    submitterId: String(instance['SubmittedById']),
  };
}

/** The id of a process's row. @throws ApiError INVALID_CROSS_REFERENCE_KEY */
export function definitionIdOf(services: ApprovalServices, process: ApprovalProcessDefinition): string {
  const row = services.store
    .prepare('SELECT "Id" AS id FROM "ProcessDefinition" WHERE "DeveloperName" = ? AND "TableEnumOrId" = ?')
    .get(process.developerName, process.objectName) as { id: string } | undefined;
  if (!row) throw invalidReference();
  return row.id;
}

/** The id of a step's row. @throws ApiError INVALID_CROSS_REFERENCE_KEY */
export function processNodeIdOf(services: ApprovalServices, definitionId: string, stepName: string): string {
  const row = services.store
    .prepare('SELECT "Id" AS id FROM "ProcessNode" WHERE "ProcessDefinitionId" = ? AND "DeveloperName" = ?')
    .get(definitionId, stepName) as { id: string } | undefined;
  if (!row) throw invalidReference();
  return row.id;
}

/** The nodes of a request with the positions of their steps, oldest first. */
export function nodesOf(rows: InstanceRows, request: ApprovalRequest): OpenStep[] {
  return rows.findBy('ProcessInstanceNode', 'ProcessInstanceId', request.instanceId).map((node) => {
    const nodeId = String(node['ProcessNodeId']);
    const name = rows.find('ProcessNode', nodeId)?.['DeveloperName'];
    return { node, nodeId, index: request.process.steps.findIndex((step) => step.name === name) };
  });
}

/** The step that a request waits at; undefined when it has ended. */
export function openStepOf(rows: InstanceRows, request: ApprovalRequest): OpenStep | undefined {
  return nodesOf(rows, request).find(({ node }) => node['NodeStatus'] === 'Pending');
}

/** What a request has come to. */
export function outcomeOf(
  rows: InstanceRows,
  instanceId: string,
  newWorkitemIds: readonly string[],
): ApprovalOutcome {
  const instance = rows.find('ProcessInstance', instanceId) ?? {};
  const workitems = rows.findBy('ProcessInstanceWorkitem', 'ProcessInstanceId', instanceId);
  return {
    entityId: String(instance['TargetObjectId']),
    instanceId,
    instanceStatus: String(instance['Status']),
    actorIds: [...new Set(workitems.map((row) => String(row['ActorId'])))],
    newWorkitemIds,
  };
}

/** AP-12: an id that leads nowhere. */
export function invalidReference(): ApiError {
  return new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
}
