import type { SoqlExpression, SoslExpression } from '../../syntax/ast';
import type { Body } from './body';
import type { BoundExpression } from '../bound';

/** Binds a query in brackets. `SELECT COUNT()` is an Integer; everything else a list. */
export function bindQuery(body: Body, expression: SoqlExpression | SoslExpression): BoundExpression {
  const { kind, text, line } = expression;
  const checked = kind === 'soql' ? body.context.queries.soql(text) : body.context.queries.sosl(text);
  const binds = expression.binds.map((bind) => ({
    text: bind.text,
    value: body.value(bind.expression),
  }));
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
