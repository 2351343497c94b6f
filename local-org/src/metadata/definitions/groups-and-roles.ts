import type { MetadataObject } from '../component';
import { booleanOf, objectOf, objectsOf, textOf, textsOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_role.htm */
export interface RoleDefinition {
  readonly developerName: string;
  readonly name: string;
  readonly description: string | null;
  /** Developer name of the role above; null at the top. */
  readonly parentRole: string | null;
  /** What the role may do with others' records of its accounts: `None`, `Read`, `Edit`. */
  readonly opportunityAccess: string | null;
  readonly caseAccess: string | null;
  readonly contactAccess: string | null;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_group.htm */
export interface GroupDefinition {
  readonly developerName: string;
  readonly name: string;
  /** Whether managers share what is shared with the group; true unless it says otherwise. */
  readonly doesIncludeBosses: boolean;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_queue.htm */
export interface QueueDefinition {
  readonly developerName: string;
  readonly name: string;
  readonly email: string | null;
  readonly doesSendEmailToMembers: boolean;
  /** Objects whose records it may own. */
  readonly objects: readonly string[];
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  readonly rolesAndSubordinates: readonly string[];
}

/** All roles. */
export function roles(store: ComponentStore): RoleDefinition[] {
  return store.all('Role').map(({ content, fullName }) => ({
    developerName: fullName,
    name: textOf(content, 'name') ?? fullName,
    description: textOf(content, 'description') ?? null,
    parentRole: textOf(content, 'parentRole') ?? null,
    opportunityAccess: textOf(content, 'opportunityAccessLevel') ?? null,
    caseAccess: textOf(content, 'caseAccessLevel') ?? null,
    contactAccess: textOf(content, 'contactAccessLevel') ?? null,
  }));
}

/** All public groups. Their members are data, not metadata. */
export function groups(store: ComponentStore): GroupDefinition[] {
  return store.all('Group').map(({ content, fullName }) => ({
    developerName: fullName,
    name: textOf(content, 'name') ?? fullName,
    doesIncludeBosses: booleanOf(content, 'doesIncludeBosses', true),
  }));
}

/** All queues with their members. */
export function queues(store: ComponentStore): QueueDefinition[] {
  return store.all('Queue').map(({ content, fullName }) => {
    const members = objectOf(content, 'queueMembers') ?? {};
    return {
      developerName: fullName,
      name: textOf(content, 'name') ?? fullName,
      email: textOf(content, 'email') ?? null,
      doesSendEmailToMembers: booleanOf(content, 'doesSendEmailToMembers'),
      objects: objectsOf(content, 'queueSobject').flatMap((entry) => textOf(entry, 'sobjectType') ?? []),
      users: memberNames(members, 'users', 'user'),
      groups: memberNames(members, 'publicGroups', 'publicGroup'),
      roles: memberNames(members, 'roles', 'role'),
      rolesAndSubordinates: memberNames(members, 'roleAndSubordinates', 'roleAndSubordinate'),
    };
  });
}

function memberNames(members: MetadataObject, container: string, element: string): readonly string[] {
  const list = objectOf(members, container);
  return list ? textsOf(list, element) : [];
}
