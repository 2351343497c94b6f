import type { MigrationPlan, PlannedRecord } from '../pipelines';
import { inLists, type SalesforceIntegration } from '../salesforce';

/** Finds users by name, e-mail or user name, and puts their ids into the records. One call for all. */
export async function resolveUsers(org: SalesforceIntegration, plan: MigrationPlan): Promise<string[]> {
  const records = [...plan.values()].flatMap(({ accepted }) => accepted);
  const wanted = new Set(records.flatMap(({ users }) => users.map(({ text }) => text)));
  if (wanted.size === 0) return [];
  const ids = await userIds(org, [...wanted]);
  const unknown = new Set<string>();
  for (const planned of records) applyUsers(planned, ids, unknown);
  return unknown.size === 0
    ? []
    : [`no active user for ${[...unknown].sort().join(', ')}: the running user owns their records`];
}

async function userIds(org: SalesforceIntegration, texts: readonly string[]): Promise<Map<string, string>> {
  const lists = inLists(texts, 4_000);
  const [list] = lists;
  const named =
    lists.length === 1 ? ` AND (Name IN (${list}) OR Email IN (${list}) OR Username IN (${list}))` : '';
  const ids = new Map<string, string>();
  for await (const row of org.query(
    `SELECT Id, Name, Email, Username FROM User WHERE IsActive = true${named}`,
  )) {
    for (const field of ['Email', 'Name', 'Username'])
      ids.set(String(row[field]).toLowerCase(), String(row['Id']));
  }
  return ids;
}

function applyUsers(planned: PlannedRecord, ids: ReadonlyMap<string, string>, unknown: Set<string>): void {
  for (const { field, text, missing } of planned.users) {
    const id = ids.get(text.toLowerCase());
    if (id !== undefined) {
      planned.record[field] = id;
    } else if (missing === 'reject') {
      planned.rejections.push({ code: 'USER_NOT_FOUND', message: `No active user "${text}"`, field });
    } else {
      unknown.add(text);
    }
  }
}
