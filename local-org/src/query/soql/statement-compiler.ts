import type { AccessControl } from '../../access';
import { ApiError } from '../../core';
import type { RequestContext } from '../../execution';
import type { Schema } from '../../schema';
import { InaccessibleFieldsError, type InaccessibleFields } from '../inaccessible-fields-error';
import type { QueryOptions } from '../types';
import { bindStatement } from './bind-statement';
import type { BindSettings } from './binder/bind-context';
import type { AccessRequirement, BoundStatement } from './binder/bound';
import { compileStatement, type CompiledStatement } from './compiled-statement';
import { needsFolding } from './compiler/compile-condition';
import type { CompileOptions } from './compiler/compile-query';
import { StatementCache } from './statement-cache';
import { MAX_CACHED_QUERY_CHARACTERS, parseSoql } from './syntax/parse-soql';

/** Makes statements ready to run, and refuses those that the user may not run. */
export class StatementCompiler {
  private readonly statements = new StatementCache<CompiledStatement>();

  constructor(
    private readonly access: AccessControl,
    private readonly settings: Pick<BindSettings, 'isVirtual' | 'formulaColumn'>,
  ) {}

  /** The statement of a text, compiled or from the cache; what the user may not read is refused. */
  statement(schema: Schema, soql: string, options: QueryOptions): CompiledStatement {
    const foldBinds = Object.values(options.binds ?? {}).some((value) =>
      Array.isArray(value) ? value.some(needsFolding) : needsFolding(value),
    );
    const compile = (): CompiledStatement => this.compile(schema, soql, options.context, { foldBinds });
    const statement = isCacheable(soql)
      ? this.statements.get(schema, `${Number(foldBinds)}${soql}`, compile)
      : compile();
    this.checkAccess(statement.bound, options);
    return statement;
  }

  /** Compiles a statement that is not kept. */
  compile(schema: Schema, soql: string, context: RequestContext, options: CompileOptions): CompiledStatement {
    const bound = bindStatement(soql, parseSoql(soql), schema, {
      canRead: (objectName, fieldName) =>
        context.mode === 'system' || this.access.fieldAccess(context.user, objectName, fieldName).read,
      ...this.settings,
    });
    return compileStatement(bound, options);
  }

  /**
   * Demands that the user may read every object and field of a statement.
   * UNVERIFIED: WITH SECURITY_ENFORCED is refused with the texts of user mode; over the API it changes nothing.
   * @throws ApiError the same as for names that do not exist
   */
  checkAccess(bound: BoundStatement, { context, binds }: QueryOptions): void {
    if (bound.mode === 'SYSTEM_MODE') {
      // Only Apex passes bind variables; an API client must not leave user mode.
      if (context.mode === 'user' && !binds)
        throw new ApiError('MALFORMED_QUERY', 'WITH SYSTEM_MODE is allowed in Apex only');
      return;
    }
    if (context.mode === 'system' && bound.mode === null) return;
    const denied = bound.requirements.filter((requirement) => !this.allows(requirement, context));
    const [first] = denied;
    if (first) throw new InaccessibleFieldsError(first.denied(), inaccessibleFields(bound, denied));
  }

  private allows({ objectName, fieldName }: AccessRequirement, { user }: RequestContext): boolean {
    if (fieldName === null) return this.access.objectAccess(user, objectName).read;
    return this.access.fieldAccess(user, objectName, fieldName).read;
  }
}

/** The fields of a statement that are denied themselves or with their object. WITH SECURITY_ENFORCED does not tell them. */
function inaccessibleFields(
  { requirements, mode }: BoundStatement,
  denied: readonly AccessRequirement[],
): InaccessibleFields {
  const fields = new Map<string, string[]>();
  if (mode === 'SECURITY_ENFORCED') return fields;
  const objects = new Set(denied.flatMap((each) => (each.fieldName === null ? [each.objectName] : [])));
  for (const requirement of requirements) {
    const { objectName, fieldName } = requirement;
    if (fieldName === null || (!objects.has(objectName) && !denied.includes(requirement))) continue;
    fields.set(objectName, [...(fields.get(objectName) ?? []), fieldName]);
  }
  return fields;
}

/** What FIELDS() stands for depends on the user, so such a statement serves one run only. */
function isCacheable(soql: string): boolean {
  return soql.length <= MAX_CACHED_QUERY_CHARACTERS && !/\bFIELDS\s*\(/i.test(soql);
}
