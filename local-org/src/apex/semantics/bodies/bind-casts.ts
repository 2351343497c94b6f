import type { CastExpression, ClassLiteral, InstanceOfExpression } from '../../syntax/ast';
import { type Body, converted, singleRow, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression } from '../bound';
import { castConversion, instanceOfOutcome } from '../conversions';
import { typeInMessage } from '../type-in-message';

/** Binds `(Type) value`. */
export function bindCast(body: Body, expression: CastExpression): BoundExpression {
  const type = body.typeOf(expression.type);
  const given = body.expression(expression.operand);
  if (type === WRONG_TYPE || given.type === WRONG_TYPE) return body.wrong(expression);
  if (given.type.kind === 'void') return body.refuse(expression, MESSAGES.castRefused('void'));
  const operand = type.kind === 'sobject' ? (singleRow(given, null) ?? given) : given;
  const found = castConversion(operand.type, type, body.types);
  if (!found && ![operand.type, type].every((each) => body.knows(each))) return body.wrong(expression);
  if (!found) {
    return body.refuse(expression, MESSAGES.castNever(typeInMessage(operand.type), typeInMessage(type)));
  }
  return found.conversion ? converted(operand, found.conversion, type) : { ...operand, type };
}

/** Binds `value instanceof Type`. What is known beforehand does not compile. */
export function bindInstanceOf(body: Body, expression: InstanceOfExpression): BoundExpression {
  const operand = body.expression(expression.operand);
  const tested = body.typeOf(expression.type);
  const boolean = body.platform('Boolean');
  if (operand.type === WRONG_TYPE || tested === WRONG_TYPE)
    return { ...body.wrong(expression), type: boolean };
  if (operand.type.kind === 'void') return body.refuse(expression, MESSAGES.instanceOfRefused('void'));
  const outcome = instanceOfOutcome(operand.type, tested, body.types);
  if (outcome !== 'unknown') {
    const message = outcome === 'always' ? MESSAGES.instanceOfAlways : MESSAGES.instanceOfNever;
    return body.refuse(expression, message(typeInMessage(operand.type), typeInMessage(tested)));
  }
  return { kind: 'instanceOf', operand, tested, type: boolean, line: expression.line };
}

/** Binds `Type.class`. */
export function bindClassLiteral(body: Body, expression: ClassLiteral): BoundExpression {
  const literal = expression.type ? body.typeOf(expression.type) : body.types.void;
  if (literal === WRONG_TYPE) return body.wrong(expression);
  return { kind: 'classLiteral', literal, type: body.platform('Type'), line: expression.line };
}
