import type { FieldValue, RecordValues } from '../core';
import { compileFilter } from '../dml';
import type { FormulaSession, RunningUser } from '../execution';
import { readPath } from '../outbox';
import type { SObjectType } from '../schema';
import type { ApprovalCriteria, ApprovalServices } from './types';

/**
 * Whether a record meets the criteria of a process or step.
 * @throws FormulaError when the formula fails at run time
 * @see https://help.salesforce.com/s/articleView?id=sf.approvals_entry_criteria.htm
 */
export function meetsCriteria(
  services: Pick<ApprovalServices, 'formulas'>,
  type: SObjectType,
  values: Readonly<RecordValues>,
  user: RunningUser,
  criteria: ApprovalCriteria,
): boolean {
  const session = services.formulas.open(user);
  if (criteria.formula !== undefined) {
    const compiled = services.formulas.services.compiler.compile(session.schema, {
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

/** A criterion's field: `Opportunity.Amount`, `Amount`, `Account.Industry`, `User.Department` of the running user. */
function readCriterion(
  session: FormulaSession,
  type: SObjectType,
  values: Readonly<RecordValues>,
  path: string,
): FieldValue {
  const parts = pathOf(type, path);
  if (/^\$?user$/i.test(parts[0] ?? '')) {
    const users = session.schema.find('User');
    const row = users && session.load(users, session.user.id);
    return users && row ? readPath(session.record(users, row), parts.slice(1)) : null;
  }
  // Criteria compare the record type by its name, not by its id.
  const named = /^RecordType(Id)?$/i.test(parts.join('.')) ? ['RecordType', 'Name'] : parts;
  return readPath(session.record(type, values), named);
}

/** The parts of a criterion's path, without the record's own object in front. */
export function pathOf(type: SObjectType, path: string): readonly string[] {
  const parts = path.split('.');
  return parts.length > 1 && parts[0]?.toLowerCase() === type.name.toLowerCase() ? parts.slice(1) : parts;
}
