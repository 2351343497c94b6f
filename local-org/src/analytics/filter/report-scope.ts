import type { RequestContext } from '../../execution';
import type { QueryEngine } from '../../query';
import { quote } from './filter-condition';

/** Whose records a report shows: all that the user may read, his own, or his and those of the roles below his. */
export const SCOPES = ['organization', 'user', 'team'] as const;
export type ReportScope = (typeof SCOPES)[number];

/** Whether a scope of the metadata is one that is run. */
export function isReportScope(text: string): text is ReportScope {
  return (SCOPES as readonly string[]).includes(text);
}

/** The condition of a scope on the owner's path; null when all records are shown. */
export function scopeCondition(
  scope: ReportScope,
  ownerPath: string,
  query: QueryEngine,
  context: RequestContext,
): string | null {
  if (scope === 'organization') return null;
  const own = `${ownerPath} = ${quote(context.user.id)}`;
  if (scope === 'user') return own;
  const roles = rolesBelow(query, context);
  if (roles.length === 0) return own;
  return `(${own} OR ${ownerPath} IN (SELECT Id FROM User WHERE UserRoleId IN (${roles.map(quote).join(', ')})))`;
}

function rolesBelow(query: QueryEngine, context: RequestContext): readonly string[] {
  const { user } = context;
  if (user.roleId === null) return [];
  const { records } = query.query('SELECT Id, ParentRoleId FROM UserRole', {
    context: { ...context, mode: 'system' },
  });
  const below: string[] = [];
  const waiting = [user.roleId];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    const children = records.flatMap(({ id, fields }) => (id && fields['ParentRoleId'] === parent ? id : []));
    below.push(...children);
    waiting.push(...children);
  }
  return below;
}
