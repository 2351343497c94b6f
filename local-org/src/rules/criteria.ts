import type { FieldValue, RecordValues } from '../core';
import { compileFilter } from '../dml';
import type { FormulaCompiler, FormulaSession } from '../execution';
import { objectsOf, textOf, type MetadataObject } from '../metadata';
import { readPath } from '../outbox';
import type { FilterItem, SObjectType } from '../schema';

/** The criteria of a rule; all records when there are none. */
export interface RuleCriteria {
  readonly items: readonly FilterItem[];
  readonly booleanFilter?: string;
  readonly formula?: string;
}

/** Reads criteria from metadata. @param element name of the repeated element: `criteriaItems` */
export function criteriaOf(content: MetadataObject, element: string): RuleCriteria {
  const booleanFilter = textOf(content, 'booleanFilter');
  const formula = textOf(content, 'formula');
  const items = objectsOf(content, element).map((item) => {
    const [value, valueField] = [textOf(item, 'value'), textOf(item, 'valueField')];
    const table = textOf(item, 'table');
    const field = textOf(item, 'field') ?? '';
    return {
      field: table === 'User' ? `User.${field.replace(/^User\./, '')}` : field,
      operation: textOf(item, 'operation') ?? '',
      ...(value !== undefined && { value }),
      ...(valueField !== undefined && { valueField }),
    };
  });
  return {
    items,
    ...(booleanFilter !== undefined && { booleanFilter }),
    ...(formula !== undefined && { formula }),
  };
}

/** Whether a record meets criteria; `User.` fields are those of the running user. */
export function meetsCriteria(
  compiler: FormulaCompiler,
  session: FormulaSession,
  type: SObjectType,
  values: Readonly<RecordValues>,
  criteria: RuleCriteria,
): boolean {
  if (criteria.formula !== undefined) {
    const compiled = compiler.compile(session.schema, {
      objectName: type.name,
      expression: criteria.formula,
      usage: 'rule',
      blankHandling: 'BlankAsBlank',
      returnType: 'Boolean',
    });
    return session.evaluate(compiled, { type, values, prior: null, isNew: false }) === true;
  }
  return compileFilter(
    criteria.items,
    criteria.booleanFilter,
  )((path) => readCriterion(session, type, values, path));
}

function readCriterion(
  session: FormulaSession,
  type: SObjectType,
  values: Readonly<RecordValues>,
  path: string,
): FieldValue {
  const parts = criterionPath(type, path);
  if (/^\$?user$/i.test(parts[0] ?? '') && parts.length > 1) {
    const users = session.schema.find('User');
    const row = users && session.load(users, session.user.id);
    return users && row ? readPath(session.record(users, row), parts.slice(1)) : null;
  }
  const named = /^RecordType(Id)?$/i.test(parts.join('.')) ? ['RecordType', 'Name'] : parts;
  return readPath(session.record(type, values), named);
}

/** The parts of a criterion's path, without the record's own object in front. */
export function criterionPath(type: SObjectType, path: string): readonly string[] {
  const parts = path.split('.');
  return parts.length > 1 && parts[0]?.toLowerCase() === type.name.toLowerCase() ? parts.slice(1) : parts;
}
