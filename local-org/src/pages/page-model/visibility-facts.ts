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

/** What readers work with. */
interface ReaderContext extends PageAudience {
  readonly org: LocalOrg;
  /** Ids of the records that were read. */
  readonly records: Set<string>;
}

/** Answers an expression by what follows its first name: `$User` gets `Profile.Name`. */
type Reader = (path: string, context: ReaderContext) => FieldValue;

/**
 * What expressions of visibility rules may begin with.
 * @see https://help.salesforce.com/s/articleView?id=sf.lightning_page_components_visibility.htm
 */
const READERS: Readonly<Record<string, Reader>> = {
  Record: (path, context) =>
    context.record ? fieldValue(context.record.objectName, context.record.id, path, context) : null,
  $User: (path, context) => fieldValue('User', context.user.id, path, context),
  $Client: (path, { formFactor }) => (path === 'FormFactor' ? formFactor : unknown(`$Client.${path}`)),
  $Permission: (path, { user, org: { access } }) => {
    const [kind, name = ''] = path.split('.');
    if (kind === 'CustomPermission') return access.hasCustomPermission(user, name);
    if (kind === 'StandardPermission') return access.hasUserPermission(user, name);
    return unknown(`$Permission.${path}`);
  },
};

/** The facts of an audience; each expression is read once. */
export function visibilityFacts(audience: PageAudience, org: LocalOrg): VisibilityFacts {
  const known = new Map<string, FieldValue>();
  const context: ReaderContext = { ...audience, org, records: new Set() };
  return {
    records: context.records,
    value: (expression) => {
      let value = known.get(expression);
      if (value === undefined) {
        const dot = expression.indexOf('.');
        const reader = READERS[expression.slice(0, dot)];
        value = reader ? reader(expression.slice(dot + 1), context) : unknown(expression);
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
  { user, org, records }: ReaderContext,
): FieldValue {
  const names = path.split('.');
  const context = {
    user,
    mode: objectName === 'User' ? 'system' : 'user',
    apiVersion: MAX_API_VERSION,
  } as const;
  try {
    const fields = [...withIds(names), path];
    const soql = `SELECT ${fields.join(', ')} FROM ${objectName} WHERE Id = :id`;
    const [row] = org.query.query(soql, { context, binds: { id } }).records;
    return row ? readPath(row, names, records) : null;
  } catch (error) {
    if (error instanceof ApiError && error.errorCode === 'INVALID_FIELD') return null;
    throw error;
  }
}

/** The ids of the records on a path, but for the field itself: `Owner.Name` passes `Id` and `Owner.Id`. */
function withIds(names: readonly string[]): string[] {
  const ids = names.map((_name, depth) => [...names.slice(0, depth), 'Id'].join('.'));
  return ids.filter((id) => id.toLowerCase() !== names.join('.').toLowerCase());
}

function readPath(
  row: ResultRecord,
  [name = '', ...rest]: readonly string[],
  records: Set<string>,
): FieldValue {
  if (row.id !== null) records.add(row.id);
  const value = Object.entries(row.fields).find(([field]) => field.toLowerCase() === name.toLowerCase())?.[1];
  if (rest.length > 0) return isRecord(value) ? readPath(value, rest, records) : null;
  return value === undefined || (typeof value === 'object' && value !== null) ? null : value;
}

function isRecord(value: unknown): value is ResultRecord {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

function unknown(expression: string): never {
  throw new UnsupportedFeatureError(`Lightning pages: visibility by ${expression}`);
}
