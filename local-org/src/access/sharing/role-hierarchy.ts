import type { RecordStore } from '../../storage';

/** Roles and the users in them. */
export class RoleHierarchy {
  private readonly childRoles: ReadonlyMap<string, readonly string[]>;
  private readonly usersByRole: ReadonlyMap<string, readonly string[]>;

  constructor(store: RecordStore) {
    this.childRoles = grouped(
      store,
      'SELECT "ParentRoleId" AS key, "Id" AS value FROM "UserRole" WHERE "ParentRoleId" IS NOT NULL',
    );
    this.usersByRole = grouped(
      store,
      'SELECT "UserRoleId" AS key, "Id" AS value FROM "User" WHERE "UserRoleId" IS NOT NULL',
    );
  }

  /** Ids of the users in a role. */
  usersIn(roleId: string | null): readonly string[] {
    return roleId === null ? [] : (this.usersByRole.get(roleId) ?? []);
  }

  /** Ids of the users in all roles below a role. */
  usersBelow(roleId: string | null): readonly string[] {
    const below = new Set<string>();
    const pending = roleId === null ? [] : [roleId];
    for (let role = pending.pop(); role !== undefined; role = pending.pop()) {
      for (const child of this.childRoles.get(role) ?? []) {
        if (child === roleId || below.has(child)) continue;
        below.add(child);
        pending.push(child);
      }
    }
    return [...below].flatMap((role) => this.usersIn(role));
  }
}

function grouped(store: RecordStore, sql: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { key, value } of store.prepare(sql).all() as { key: string; value: string }[])
    groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
