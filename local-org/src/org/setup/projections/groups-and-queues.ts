import type { RecordValues } from '../../../core';
import { groups, queues, type QueueDefinition } from '../../../metadata';
import { syncSetupRows } from '../setup-rows';
import {
  idsByName,
  isComponentName,
  syncByName,
  type Projection,
  type ProjectionContext,
} from './projection';

/** Public groups and queues, what queues hold, and the members that the metadata names. */
export const projectGroupsAndQueues: Projection = (context) => {
  const deployedQueues = queues(context.components);
  const groupIds = projectGroups(context);
  const queueIds = projectQueues(context, deployedQueues);
  const idOf = (queue: QueueDefinition): string => queueIds.get(queue.developerName.toLowerCase()) ?? '';
  const ids = new Set(queueIds.values());
  syncSetupRows(context.target, {
    objectName: 'QueueSobject',
    key: ['QueueId', 'SobjectType'],
    owns: (row) => ids.has(String(row['QueueId'])),
    rows: deployedQueues.flatMap((queue) =>
      queue.objects.map((object) => ({ QueueId: idOf(queue), SobjectType: object })),
    ),
  });
  const members = deployedQueues.flatMap((queue) => queueMembers(context, idOf(queue), queue, groupIds));
  const withMembers = new Set(members.map((row) => row['GroupId']));
  syncSetupRows(context.target, {
    objectName: 'GroupMember',
    key: ['GroupId', 'UserOrGroupId'],
    rows: members,
    // Members of public groups, and of queues whose file names none, are set by hand.
    owns: (row) => withMembers.has(row['GroupId'] ?? null),
  });
};

function projectGroups(context: ProjectionContext): ReadonlyMap<string, string> {
  const isDeployed = isComponentName(context, 'Group');
  return syncByName(context, {
    objectName: 'Group',
    key: ['DeveloperName'],
    owns: (row) => row['Type'] === 'Regular' && isDeployed(row['DeveloperName']),
    rows: groups(context.components).map((group) => ({
      DeveloperName: group.developerName,
      Name: group.name,
      Type: 'Regular',
      DoesIncludeBosses: group.doesIncludeBosses,
    })),
  });
}

function projectQueues(
  context: ProjectionContext,
  deployed: readonly QueueDefinition[],
): ReadonlyMap<string, string> {
  const isDeployed = isComponentName(context, 'Queue');
  return syncByName(context, {
    objectName: 'Group',
    key: ['DeveloperName'],
    owns: (row) => row['Type'] === 'Queue' && isDeployed(row['DeveloperName']),
    rows: deployed.map((queue) => ({
      DeveloperName: queue.developerName,
      Name: queue.name,
      Type: 'Queue',
      Email: queue.email,
      DoesSendEmailToMembers: queue.doesSendEmailToMembers,
      DoesIncludeBosses: true,
    })),
  });
}

function queueMembers(
  context: ProjectionContext,
  queueId: string,
  queue: QueueDefinition,
  publicGroups: ReadonlyMap<string, string>,
): RecordValues[] {
  const sources: readonly [names: readonly string[], ids: ReadonlyMap<string, string>][] = [
    [queue.users, idsByName(context, 'User', 'Username')],
    [queue.groups, publicGroups],
    [queue.roles, idsByName(context, 'Group', 'DeveloperName', 'Role')],
    [queue.rolesAndSubordinates, idsByName(context, 'Group', 'DeveloperName', 'RoleAndSubordinates')],
  ];
  return sources.flatMap(([names, ids]) =>
    names.flatMap((name): RecordValues[] => {
      const id = ids.get(name.toLowerCase());
      return id ? [{ GroupId: queueId, UserOrGroupId: id }] : [];
    }),
  );
}
