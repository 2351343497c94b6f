import { LocalOrgError } from '../core';
import type { FormulaCompiler } from '../execution';
import { FormulaError } from '../formula';
import type { Schema, SObjectType } from '../schema';
import { compileFilter } from './filter-items';
import { criterionPath, isRunningUserPath, type RecordCriteria } from './record-criteria';

/** What criteria are checked against. */
export interface CriteriaCheckContext {
  readonly schema: Schema;
  readonly compiler: FormulaCompiler;
}

/** What stands against criteria at a deploy: unknown fields, operations and logic, a formula that does not compile. */
export function criteriaProblems(
  { schema, compiler }: CriteriaCheckContext,
  type: SObjectType,
  criteria: RecordCriteria,
): string[] {
  const problems = criteria.items.flatMap(({ field }) => {
    const path = criterionPath(type, field);
    const users = isRunningUserPath(path) ? schema.find('User') : undefined;
    return users ? unknownField(users, path.slice(1)) : unknownField(type, path);
  });
  return [
    ...problems,
    ...problemOf(() => compileFilter(criteria.items, criteria.booleanFilter)),
    ...problemOf(
      () => criteria.formula !== undefined && compiler.compile(schema, source(type, criteria.formula)),
    ),
  ];
}

function source(type: SObjectType, expression: string): Parameters<FormulaCompiler['compile']>[1] {
  return {
    objectName: type.name,
    expression,
    usage: 'rule',
    blankHandling: 'BlankAsBlank',
    returnType: 'Boolean',
  };
}

function unknownField(type: SObjectType, path: readonly string[]): string[] {
  const [first = ''] = path;
  const known = type.field(first) ?? type.parentField(first) ?? (/^RecordType$/i.test(first) || undefined);
  return known ? [] : [`In field: field - no CustomField named ${type.name}.${path.join('.')} found`];
}

function problemOf(check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof LocalOrgError || error instanceof FormulaError) return [error.message];
    throw error;
  }
}
