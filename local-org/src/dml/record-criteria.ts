import type { FieldValue, RecordValues } from '../core';
import { readPath, type FormulaSession } from '../execution';
import type { FormulaRecord } from '../formula';
import type { FilterItem, SObjectType } from '../schema';
import { compileFilter } from './filter-items';

/** When a rule, a process or a step takes a record; every record when no part is there. */
export interface RecordCriteria {
  readonly items: readonly FilterItem[];
  /** How the items combine: `1 AND (2 OR 3)`; absent when all must hold. */
  readonly booleanFilter?: string;
  /** Takes the place of the items. */
  readonly formula?: string;
}

/**
 * Whether a record meets criteria. Fields of `User` are those of the running user; record type, profile and role
 * compare by name.
 * @throws FormulaError when the formula fails at run time
 * @see https://help.salesforce.com/s/articleView?id=sf.approvals_entry_criteria.htm
 * @see https://help.salesforce.com/s/articleView?id=sf.customize_leadrules.htm
 */
export function meetsCriteria(
  session: FormulaSession,
  type: SObjectType,
  values: Readonly<RecordValues>,
  criteria: RecordCriteria,
): boolean {
  if (criteria.formula !== undefined) {
    const compiled = session.compile({
      objectName: type.name,
      expression: criteria.formula,
      usage: 'rule',
      blankHandling: 'BlankAsBlank',
      returnType: 'Boolean',
    });
    return session.evaluate(compiled, { type, values, prior: null, isNew: false }) === true;
  }
  const filter = compileFilter(criteria.items, criteria.booleanFilter);
  return filter((path) => readCriterion(session, type, values, path));
}

/**
 * The parts of a criterion's path, without the record's own object in front: `Opportunity.Account.Name` of an
 * opportunity is `['Account', 'Name']`.
 */
export function criterionPath(type: SObjectType, path: string): readonly string[] {
  const parts = path.split('.');
  return parts.length > 1 && parts[0]?.toLowerCase() === type.name.toLowerCase() ? parts.slice(1) : parts;
}

/**
 * Whether a path names a field of the running user: `User.Department`. A name alone is a field of the record, also the
 * name `User`: objects stand only in front of a field.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm (FilterItem)
 */
export function isRunningUserPath(parts: readonly string[]): boolean {
  return parts.length > 1 && /^\$?user$/i.test(parts[0] ?? '');
}

/** References that criteria compare by the name of what they point at, not by its id. */
const COMPARED_BY_NAME: ReadonlyMap<string, readonly string[]> = new Map([
  ['recordtype', ['RecordType', 'Name']],
  ['recordtypeid', ['RecordType', 'Name']],
  ['profileid', ['Profile', 'Name']],
  ['userroleid', ['UserRole', 'Name']],
]);

function readCriterion(
  session: FormulaSession,
  type: SObjectType,
  values: Readonly<RecordValues>,
  path: string,
): FieldValue {
  const parts = criterionPath(type, path);
  if (isRunningUserPath(parts)) {
    const users = session.schema.find('User');
    const row = users && session.load(users, session.user.id);
    return users && row ? readNamed(session.record(users, row), parts.slice(1)) : null;
  }
  return readNamed(session.record(type, values), parts);
}

function readNamed(record: FormulaRecord, parts: readonly string[]): FieldValue {
  return readPath(record, COMPARED_BY_NAME.get(parts.join('.').toLowerCase()) ?? parts);
}
