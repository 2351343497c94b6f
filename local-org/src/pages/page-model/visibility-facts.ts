import { ApiError, MAX_API_VERSION, UnsupportedFeatureError, type FieldValue } from '../../core';
import type { RunningUser } from '../../execution';
import type { LocalOrg } from '../../org';
import type { ResultRecord } from '../../query';
import type { FormFactor } from './page-model';
import type { VisibilityFacts } from './visibility';

/** For whom and for which record a page is shown. */
export interface PageAudience {
  readonly user: RunningUser;
  readonly formFactor: FormFactor;
  /** Of record pages. */
  readonly record?: { readonly objectName: string; readonly id: string };
}

/** Answers an expression by what follows its first name: `$User` gets `Profile.Name`. */
type Reader = (path: string, audience: PageAudience, org: LocalOrg) => FieldValue;

/**
 * What expressions of visibility rules may begin with.
 * @see https://help.salesforce.com/s/articleView?id=sf.lightning_page_components_visibility.htm
 */
const READERS: Readonly<Record<string, Reader>> = {
  Record: (path, { user, record }, org) =>
    record ? fieldValue(record.objectName, record.id, path, user, org) : null,
  $User: (path, { user }, org) => fieldValue('User', user.id, path, user, org),
  $Client: (path, { formFactor }) => (path === 'FormFactor' ? formFactor : unknown(`$Client.${path}`)),
  $Permission: (path, { user }, { access }) => {
    const [kind, name = ''] = path.split('.');
    if (kind === 'CustomPermission') return access.hasCustomPermission(user, name);
    if (kind === 'StandardPermission') return access.hasUserPermission(user, name);
    return unknown(`$Permission.${path}`);
  },
};

/** The facts of an audience; each expression is read once. */
export function visibilityFacts(audience: PageAudience, org: LocalOrg): VisibilityFacts {
  const known = new Map<string, FieldValue>();
  return {
    value: (expression) => {
      let value = known.get(expression);
      if (value === undefined) {
        const dot = expression.indexOf('.');
        const reader = READERS[expression.slice(0, dot)];
        value = reader ? reader(expression.slice(dot + 1), audience, org) : unknown(expression);
        known.set(expression, value);
      }
      return value;
    },
  };
}

/** A field that the user may not see counts as blank. */
function fieldValue(
  objectName: string,
  id: string,
  path: string,
  user: RunningUser,
  { query }: LocalOrg,
): FieldValue {
  const context = {
    user,
    mode: objectName === 'User' ? 'system' : 'user',
    apiVersion: MAX_API_VERSION,
  } as const;
  try {
    const soql = `SELECT ${path} FROM ${objectName} WHERE Id = :id`;
    const [row] = query.query(soql, { context, binds: { id } }).records;
    return row ? readPath(row, path.split('.')) : null;
  } catch (error) {
    if (error instanceof ApiError && error.errorCode === 'INVALID_FIELD') return null;
    throw error;
  }
}

function readPath(row: ResultRecord, [name = '', ...rest]: readonly string[]): FieldValue {
  const value = Object.entries(row.fields).find(([field]) => field.toLowerCase() === name.toLowerCase())?.[1];
  if (rest.length > 0) return isRecord(value) ? readPath(value, rest) : null;
  return value === undefined || (typeof value === 'object' && value !== null) ? null : value;
}

function isRecord(value: unknown): value is ResultRecord {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

function unknown(expression: string): never {
  throw new UnsupportedFeatureError(`Lightning pages: visibility by ${expression}`);
}
