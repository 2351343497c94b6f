import type { BoundExpression } from '../semantics/bound';
import { incrementStatement } from './assignments';
import type { CallableScope } from './callable-scope';

/** An expression whose value nobody needs. */
export function expressionStatement(expression: BoundExpression, scope: CallableScope): string {
  const text =
    expression.kind === 'increment' ? incrementStatement(expression, scope) : scope.expression(expression);
  return `${text};`;
}
