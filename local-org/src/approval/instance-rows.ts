import { datetimeToEpochMs, formatDatetime, type FieldValue, type RecordValues } from '../core';
import type { SObjectType } from '../schema';
import type { ApprovalServices } from './types';

const MS_PER_MINUTE = 60_000;

/** What a step row tells: `Started`, `Approved`, `Rejected`, `Removed`, `Reassigned`, `NoResponse`. */
export interface StepEntry {
  readonly instanceId: string;
  readonly status: string;
  readonly originalActorId: string;
  readonly actorId: string;
  readonly comments: string | null;
  readonly nodeId: string | null;
}

/**
 * The records of approvals: instances, their nodes, work items and steps. The org writes them itself; no trigger or
 * rule sees them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_processinstance.htm
 */
export class InstanceRows {
  constructor(private readonly services: ApprovalServices) {}

  addInstance(definitionId: string, recordId: string, submitterId: string): string {
    return this.add('ProcessInstance', submitterId, {
      ProcessDefinitionId: definitionId,
      TargetObjectId: recordId,
      Status: 'Pending',
      SubmittedById: submitterId,
      LastActorId: submitterId,
    });
  }

  /** Ends an instance, or only notes who acted last. */
  updateInstance(instance: RecordValues, status: string, actorId: string): void {
    this.update('ProcessInstance', instance, actorId, {
      Status: status,
      LastActorId: actorId,
      ...(status !== 'Pending' && this.completion(instance)),
    });
  }

  addNode(instanceId: string, processNodeId: string, name: string, userId: string): string {
    return this.add('ProcessInstanceNode', userId, {
      ProcessInstanceId: instanceId,
      ProcessNodeId: processNodeId,
      ProcessNodeName: name,
      NodeStatus: 'Pending',
      LastActorId: userId,
    });
  }

  closeNode(node: RecordValues, status: string, actorId: string): void {
    const values = { NodeStatus: status, LastActorId: actorId, ...this.completion(node) };
    this.update('ProcessInstanceNode', node, actorId, values);
  }

  addWorkitem(instanceId: string, actorId: string, userId: string): string {
    return this.add('ProcessInstanceWorkitem', userId, {
      ProcessInstanceId: instanceId,
      OriginalActorId: actorId,
      ActorId: actorId,
    });
  }

  removeWorkitems(ids: readonly string[]): void {
    this.services.store.remove(this.type('ProcessInstanceWorkitem'), ids);
  }

  addStep(entry: StepEntry, userId: string): void {
    this.add('ProcessInstanceStep', userId, {
      ProcessInstanceId: entry.instanceId,
      StepStatus: entry.status,
      OriginalActorId: entry.originalActorId,
      ActorId: entry.actorId,
      Comments: entry.comments,
      StepNodeId: entry.nodeId,
    });
  }

  find(objectName: string, id: string): RecordValues | undefined {
    return this.services.store.find(this.type(objectName), id);
  }

  /** Rows whose field has a value, in order of creation. */
  findBy(objectName: string, fieldName: string, value: FieldValue): RecordValues[] {
    const type = this.type(objectName);
    const field = type.field(fieldName);
    return field ? this.services.store.findBy(type, field, [value]) : [];
  }

  private add(objectName: string, userId: string, values: RecordValues): string {
    const type = this.type(objectName);
    const [id = ''] = this.services.store.newIds(type, 1);
    const now = formatDatetime(this.services.clock.now());
    const row: RecordValues = {
      Id: id,
      IsDeleted: false,
      CreatedDate: now,
      CreatedById: userId,
      LastModifiedDate: now,
      LastModifiedById: userId,
      SystemModstamp: now,
      ...values,
    };
    this.services.store.insert(type, [row]);
    return id;
  }

  private update(objectName: string, row: RecordValues, userId: string, values: RecordValues): void {
    const now = formatDatetime(this.services.clock.now());
    const audit = { LastModifiedDate: now, LastModifiedById: userId, SystemModstamp: now };
    this.services.store.update(this.type(objectName), String(row['Id']), { ...values, ...audit });
  }

  private completion(row: RecordValues): RecordValues {
    const now = this.services.clock.now();
    const minutes = (now - datetimeToEpochMs(String(row['CreatedDate']))) / MS_PER_MINUTE;
    return {
      CompletedDate: formatDatetime(now),
      ElapsedTimeInMinutes: minutes,
      ElapsedTimeInHours: minutes / 60,
      ElapsedTimeInDays: minutes / (60 * 24),
    };
  }

  private type(objectName: string): SObjectType {
    const type = this.services.schema().find(objectName);
    if (!type) throw new Error(`The schema has no ${objectName}`);
    return type;
  }
}
