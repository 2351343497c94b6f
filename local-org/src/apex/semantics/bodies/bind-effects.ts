import type { Expression, Node } from '../../syntax/ast';
import type { BoundExpression } from '../bound';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';

/** Expressions that do something when they stand alone. */
const EFFECTS: ReadonlySet<BoundExpression['kind']> = new Set([
  'assign',
  'compoundAssign',
  'increment',
  'call',
  'new',
  'newCollection',
  'newRecord',
  'safe',
]);

/**
 * Binds an expression that stands for what it does: a statement, the beginning of a `for`. One that does nothing is reported.
 * @returns null when it is wrong
 */
export function bindEffect(body: Body, given: Expression, at: Node): BoundExpression | null {
  const expression = body.expression(given);
  if (expression.type === WRONG_TYPE) return null;
  if (EFFECTS.has(expression.kind) || given.kind === 'call') return expression;
  body.report(at, MESSAGES.notAStatement());
  return null;
}
