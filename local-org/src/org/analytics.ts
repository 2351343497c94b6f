import type { AccessControl } from '../access';
import { createAnalytics, type Analytics } from '../analytics';
import type { Clock } from '../core';
import { findOrganization, type RunningUser } from '../execution';
import type { ComponentStore } from '../metadata';
import type { QueryEngine } from '../query';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';

/** What the analytics of an org are composed of. */
export interface OrgAnalyticsDeps {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
  readonly access: AccessControl;
  readonly query: QueryEngine;
  readonly clock: Clock;
  findUser(username: string): RunningUser | undefined;
}

const DEFAULT_CURRENCY = 'USD';

/** Analytics on the records of an org; its fiscal year and roles are those of its own rows. */
export function createOrgAnalytics(deps: OrgAnalyticsDeps): Analytics {
  const { store } = deps;
  return createAnalytics({
    ...deps,
    fiscalYearStartMonth: () => Number(findOrganization(deps)?.['FiscalYearStartMonth'] ?? 1),
    currencyIsoCode: () => DEFAULT_CURRENCY,
    rolePath: ({ roleId }) =>
      names(
        store,
        `WITH RECURSIVE "path"("Id", "depth") AS (
           SELECT ?, 0 UNION ALL
           SELECT "UserRole"."ParentRoleId", "depth" + 1 FROM "UserRole" JOIN "path" ON "UserRole"."Id" = "path"."Id"
           WHERE "UserRole"."ParentRoleId" IS NOT NULL)
         SELECT "DeveloperName" AS "name" FROM "path" JOIN "UserRole" USING ("Id") ORDER BY "depth"`,
        roleId,
      ),
    groups: ({ id }) =>
      names(
        store,
        `SELECT "Group"."DeveloperName" AS "name" FROM "GroupMember"
         JOIN "Group" ON "Group"."Id" = "GroupMember"."GroupId" WHERE "GroupMember"."UserOrGroupId" = ?`,
        id,
      ),
  });
}

function names(store: RecordStore, sql: string, parameter: string | null): string[] {
  const rows = store.prepare(sql).all(parameter) as { name: string }[];
  return rows.map(({ name }) => name);
}
