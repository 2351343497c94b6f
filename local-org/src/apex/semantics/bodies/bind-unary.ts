import type { PostfixExpression, UnaryExpression } from '../../syntax/ast';
import { bindLiteral } from './bind-literals';
import { checkAssignable } from './bind-assignments';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression } from '../bound';
import { numberKindOf } from '../conversions';
import { typeInMessage } from '../type-in-message';

/** Binds `-x`, `+x`, `!x`, `~x`, `++x`, `--x`. */
export function bindUnary(body: Body, expression: UnaryExpression): BoundExpression {
  const { operator, line } = expression;
  if (operator === '++' || operator === '--') return bindIncrement(body, expression, true);
  if (operator === '-' && expression.operand.kind === 'literal') {
    const { type, text } = expression.operand;
    if (type === 'integer' || type === 'long') {
      return bindLiteral(body, { ...expression.operand, text: `-${text}` });
    }
  }
  const operand = body.expression(expression.operand);
  if (operand.type === WRONG_TYPE) return body.wrong(expression);
  if (operator === '!') {
    if (operand.type !== body.platform('Boolean')) return body.refuse(expression, MESSAGES.notBoolean('!'));
    return { kind: 'not', operand, type: operand.type, line };
  }
  const operandKind = numberKindOf(operand.type);
  if (operator === '~') {
    if (operandKind !== 'integer' && operandKind !== 'long') {
      return body.refuse(expression, MESSAGES.negateBits(typeInMessage(operand.type)));
    }
    return { kind: 'complement', operandKind, operand, type: operand.type, line };
  }
  if (!operandKind) return body.refuse(expression, MESSAGES.negateOperand());
  return operator === '+' ? operand : { kind: 'negate', operandKind, operand, type: operand.type, line };
}

/** Binds `x++` and `x--`. */
export function bindPostfix(body: Body, expression: PostfixExpression): BoundExpression {
  return bindIncrement(body, expression, false);
}

function bindIncrement(
  body: Body,
  expression: UnaryExpression | PostfixExpression,
  prefix: boolean,
): BoundExpression {
  const target = body.expression(expression.operand);
  if (target.type === WRONG_TYPE || !checkAssignable(body, target, expression)) return body.wrong(expression);
  const operand = numberKindOf(target.type);
  if (!operand) {
    const form = prefix
      ? `prefix ${expression.operator === '++' ? 'increment' : 'decrement'}`
      : 'postfix increment/decrement';
    return body.refuse(expression, MESSAGES.incrementNumeric(form, typeInMessage(target.type)));
  }
  const delta = expression.operator === '++' ? 1 : -1;
  return { kind: 'increment', target, delta, prefix, operand, type: target.type, line: expression.line };
}
