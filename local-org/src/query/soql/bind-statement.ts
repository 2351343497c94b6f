import type { Schema } from '../../schema';
import { BindContext } from './binder/bind-context';
import { bindRootQuery } from './binder/bind-query';
import type { BoundStatement } from './binder/bound';
import type { SoqlQuery } from './syntax/ast';

/** What binding asks about objects and fields. */
export interface BindSettings {
  /** Whether FIELDS() may expand to a field. */
  canRead(objectName: string, fieldName: string): boolean;
  /** Whether an object's rows come from the org itself. */
  isVirtual(objectName: string): boolean;
}

const MODES = { SECURITY_ENFORCED: true, USER_MODE: true, SYSTEM_MODE: true } as const;

function isMode(clause: string | null): clause is keyof typeof MODES {
  return clause !== null && Object.hasOwn(MODES, clause);
}

/**
 * Resolves the names of a query against a schema.
 * @throws ApiError with the platform's code, text and position
 */
export function bindStatement(
  text: string,
  syntax: SoqlQuery,
  schema: Schema,
  settings: BindSettings,
): BoundStatement {
  const context = new BindContext(text, schema, settings, (name) => settings.isVirtual(name));
  const query = bindRootQuery(context, syntax);
  return {
    text,
    query,
    requirements: context.requirements,
    mode: isMode(syntax.with) ? syntax.with : null,
    virtualObjects: [...context.virtualObjects.values()],
  };
}
