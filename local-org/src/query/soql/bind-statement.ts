import type { Schema } from '../../schema';
import { BindContext, type BindSettings } from './binder/bind-context';
import { bindRootQuery } from './binder/bind-query';
import type { BoundStatement } from './binder/bound';
import type { SoqlQuery } from './syntax/ast';

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
  const context = new BindContext(text, schema, settings);
  const query = bindRootQuery(context, syntax);
  return {
    text,
    query,
    requirements: context.requirements,
    mode: isMode(syntax.with) ? syntax.with : null,
    virtualObjects: [...context.virtualObjects.values()],
  };
}
