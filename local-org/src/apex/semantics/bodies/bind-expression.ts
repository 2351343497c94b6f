import type { Expression } from '../../syntax/ast';
import { bindAssign } from './bind-assignments';
import { bindCall } from './bind-calls';
import { bindCast, bindClassLiteral, bindInstanceOf } from './bind-casts';
import { bindNew } from './bind-creations';
import { bindLiteral } from './bind-literals';
import { bindFieldPath, bindNamePath } from './bind-names';
import { bindBinary, bindConditional } from './bind-operators';
import { bindQuery } from './bind-queries';
import { bindPostfix, bindUnary } from './bind-unary';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression } from '../bound';
import { isPlatform } from '../subtypes';
import { typeInMessage } from '../type-in-message';

/** Binds an expression to what it means. */
export function bindExpression(body: Body, expression: Expression): BoundExpression {
  switch (expression.kind) {
    case 'literal':
      return bindLiteral(body, expression);
    case 'name':
      return bindNamePath(body, expression);
    case 'field':
      return bindFieldPath(body, expression);
    case 'this':
      return bindThis(body, expression);
    case 'super':
      return body.refuse(expression, MESSAGES.notAStatement());
    case 'call':
      return bindCall(body, expression);
    case 'index':
      return bindIndex(body, expression);
    case 'new':
      return bindNew(body, expression);
    case 'assign':
      return bindAssign(body, expression);
    case 'binary':
      return bindBinary(body, expression);
    case 'unary':
      return bindUnary(body, expression);
    case 'postfix':
      return bindPostfix(body, expression);
    case 'conditional':
      return bindConditional(body, expression);
    case 'instanceOf':
      return bindInstanceOf(body, expression);
    case 'cast':
      return bindCast(body, expression);
    case 'classLiteral':
      return bindClassLiteral(body, expression);
    case 'soql':
    case 'sosl':
      return bindQuery(body, expression);
  }
}

function bindThis(body: Body, at: Extract<Expression, { kind: 'this' }>): BoundExpression {
  if (body.options.isStatic) return body.refuse(at, MESSAGES.thisStatic());
  if (body.inChainedCall) return body.refuse(at, MESSAGES.instanceVariableInChain('this'));
  return { kind: 'this', type: body.types.of(body.options.owner), line: at.line };
}

function bindIndex(body: Body, expression: Extract<Expression, { kind: 'index' }>): BoundExpression {
  const target = body.expression(expression.target);
  const index = body.expression(expression.index);
  const { line } = expression;
  if (target.type === WRONG_TYPE) return body.wrong(expression);
  if (!isPlatform(target.type, 'List')) {
    return body.refuse(expression, MESSAGES.listType(typeInMessage(target.type)));
  }
  const place = body.assigned(index, body.platform('Integer'), expression, (actual) =>
    MESSAGES.listIndex(actual),
  );
  const [element = body.platform('Object')] = target.type.arguments;
  return { kind: 'index', target, index: place, type: element, line };
}
