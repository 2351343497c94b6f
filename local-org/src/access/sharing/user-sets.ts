import type { RunningUser } from '../../execution';
import type { RecordStore } from '../../storage';
import type { UserSet } from '../types';
import { RoleHierarchy } from './role-hierarchy';

interface GroupRow {
  readonly Id: string;
  readonly DeveloperName: string | null;
  readonly Type: string;
  readonly RelatedId: string | null;
  readonly DoesIncludeBosses: number | null;
}

/** Users of a group, or that it is everybody. */
type Members = ReadonlySet<string> | 'everyone';

/**
 * Who belongs together: role hierarchy, public groups and queues. Reads each relation once; lives as long as the
 * access cache.
 * @see https://help.salesforce.com/s/articleView?id=sf.user_groups.htm
 */
export class UserSets {
  private readonly hierarchy: RoleHierarchy;
  private readonly groups: ReadonlyMap<string, GroupRow>;
  private readonly memberIds: ReadonlyMap<string, readonly string[]>;
  private readonly members = new Map<string, Members>();

  constructor(store: RecordStore) {
    this.hierarchy = new RoleHierarchy(store);
    const groups = store
      .prepare('SELECT "Id", "DeveloperName", "Type", "RelatedId", "DoesIncludeBosses" FROM "Group"')
      .all() as unknown as GroupRow[];
    this.groups = new Map(groups.map((row) => [row.Id, row]));
    const members = store
      .prepare('SELECT "GroupId" AS "group", "UserOrGroupId" AS member FROM "GroupMember"')
      .all() as {
      group: string;
      member: string;
    }[];
    const memberIds = new Map<string, string[]>();
    for (const { group, member } of members) memberIds.set(group, [...(memberIds.get(group) ?? []), member]);
    this.memberIds = memberIds;
  }

  /** Ids of the users below this user in the role hierarchy. */
  subordinatesOf(user: RunningUser): readonly string[] {
    return this.hierarchy.usersBelow(user.roleId);
  }

  /**
   * Ids of the groups and queues whose access a user has: as a member, through nested groups and roles, or as the
   * manager of a member where the group includes managers.
   */
  groupsOf(user: RunningUser): string[] {
    return [...this.groups.values()].filter((group) => this.reaches(user, group)).map((group) => group.Id);
  }

  /** Whether a user has what is shared with a set: as a part of it, or as the manager of a part of it. */
  contains(set: UserSet, user: RunningUser): boolean {
    if (set.kind === 'allInternalUsers') return true;
    const group = this.groupOf(set);
    return group !== undefined && this.reaches(user, group);
  }

  /** Whether a user is in a set himself: managers of those who are do not count. */
  includes(set: UserSet, user: RunningUser): boolean {
    if (set.kind === 'allInternalUsers') return true;
    const group = this.groupOf(set);
    const members = group ? this.membersOf(group.Id, new Set()) : new Set<string>();
    return members === 'everyone' || members.has(user.id);
  }

  /** Ids of users and queues that own the records of an owner-based rule's source. */
  ownersIn(set: UserSet): string[] | 'everyone' {
    if (set.kind === 'allInternalUsers') return 'everyone';
    const group = this.groupOf(set);
    if (!group) return [];
    const members = this.membersOf(group.Id, new Set());
    return members === 'everyone' ? 'everyone' : [group.Id, ...members];
  }

  private reaches(user: RunningUser, group: GroupRow): boolean {
    const members = this.membersOf(group.Id, new Set());
    if (members === 'everyone' || members.has(user.id)) return true;
    const includesBosses = GROUP_TYPES_WITH_BOSSES.has(group.Type) || group.DoesIncludeBosses === 1;
    return includesBosses && this.subordinatesOf(user).some((id) => members.has(id));
  }

  private groupOf({ kind, name }: UserSet): GroupRow | undefined {
    const wanted = name.toLowerCase();
    return [...this.groups.values()].find(
      (group) => group.Type === GROUP_TYPES[kind] && group.DeveloperName?.toLowerCase() === wanted,
    );
  }

  private membersOf(groupId: string, visited: Set<string>): Members {
    const known = this.members.get(groupId);
    if (known) return known;
    const group = this.groups.get(groupId);
    if (!group || visited.has(groupId)) return new Set();
    visited.add(groupId);
    const members = this.expand(group, visited);
    // Inside a circle of groups the result is partial; only the outermost one is complete.
    if (visited.size === 1) this.members.set(groupId, members);
    visited.delete(groupId);
    return members;
  }

  private expand(group: GroupRow, visited: Set<string>): Members {
    if (group.Type === 'Organization') return 'everyone';
    if (group.Type === 'Role') return new Set(this.hierarchy.usersIn(group.RelatedId));
    if (group.Type === 'RoleAndSubordinates') {
      return new Set([
        ...this.hierarchy.usersIn(group.RelatedId),
        ...this.hierarchy.usersBelow(group.RelatedId),
      ]);
    }
    const all = new Set<string>();
    for (const member of this.memberIds.get(group.Id) ?? []) {
      if (!this.groups.has(member)) {
        all.add(member);
        continue;
      }
      const nested = this.membersOf(member, visited);
      if (nested === 'everyone') return 'everyone';
      for (const id of nested) all.add(id);
    }
    return all;
  }
}

const GROUP_TYPES: Readonly<Record<UserSet['kind'], string>> = {
  allInternalUsers: 'Organization',
  group: 'Regular',
  queue: 'Queue',
  role: 'Role',
  roleAndSubordinates: 'RoleAndSubordinates',
};

/** What is shared with a role is shared with the roles above it, whatever the group says. */
const GROUP_TYPES_WITH_BOSSES: ReadonlySet<string> = new Set(['Role', 'RoleAndSubordinates']);
