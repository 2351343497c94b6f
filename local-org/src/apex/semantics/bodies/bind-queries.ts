import type { SoqlExpression, SoslExpression } from '../../syntax/ast';
import type { Body } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression } from '../bound';

/** First API version without `WITH SECURITY_ENFORCED`. */
const WITHOUT_SECURITY_ENFORCED = 67;
const SECURITY_ENFORCED = /\bWITH\s+SECURITY_ENFORCED\b/i;

/**
 * Binds a query in brackets. `SELECT COUNT()` is an Integer; everything else a list.
 *
 * UNVERIFIED: what is said of WITH SECURITY_ENFORCED in the versions that no longer have it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apex/versioned_behavior_changes.htm
 */
export function bindQuery(body: Body, expression: SoqlExpression | SoslExpression): BoundExpression {
  const { kind, text, line } = expression;
  const binds = expression.binds.map((bind) => ({
    text: bind.text,
    value: body.expression(bind.expression),
  }));
  if (enforcesSecurity(text) && body.options.owner.apiVersion >= WITHOUT_SECURITY_ENFORCED) {
    return body.refuse(expression, MESSAGES.securityEnforced());
  }
  const checked = kind === 'soql' ? body.context.queries.soql(text) : body.context.queries.sosl(text);
  if (checked.kind === 'problem') return body.refuse(expression, checked.message);
  const { types, access } = body;
  const query = { kind, text, binds, access, line } as const;
  if (checked.kind === 'records') return { ...query, type: checked.type };
  return {
    kind: 'convert',
    conversion: { kind: 'count' },
    operand: { ...query, type: types.list(types.sobject) },
    type: body.platform('Integer'),
    line,
  };
}

/** Texts in quotes do not count. */
function enforcesSecurity(text: string): boolean {
  return SECURITY_ENFORCED.test(text.replace(/'(?:\\.|[^'\\])*'/g, "''"));
}
