import type { AssignExpression, Node } from '../../syntax/ast';
import type { VariableSymbol } from '../../types/symbols';
import { operate } from './bind-operators';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression, BoundOperator, OperandKind } from '../bound';
import { assignment, numberKindOf } from '../conversions';
import { isPlatform } from '../subtypes';
import { typeInMessage } from '../type-in-message';
import { isVisible } from '../visibility';

/** Binds `x = y` and `x += y`. */
export function bindAssign(body: Body, expression: AssignExpression): BoundExpression {
  const { operator, line } = expression;
  const target = operator === '=' ? body.assignee(expression.target) : body.expression(expression.target);
  const value = body.expression(expression.value);
  if (target.type === WRONG_TYPE || !checkAssignable(body, target, expression)) return body.wrong(expression);
  if (operator === '=') {
    return {
      kind: 'assign',
      target,
      value: body.assigned(value, target.type, expression),
      type: target.type,
      line,
    };
  }
  return bindCompound(body, expression, operator.slice(0, -1) as BoundOperator, target, value);
}

function bindCompound(
  body: Body,
  at: AssignExpression,
  operator: BoundOperator,
  target: BoundExpression,
  value: BoundExpression,
): BoundExpression {
  const { types } = body;
  const result = operate(body, at, operator, target, value);
  if (result.type === WRONG_TYPE) return result;
  const base = { target, operator, type: target.type, line: at.line };
  if (result.kind === 'concat') {
    if (!isPlatform(target.type, 'String')) {
      return body.refuse(at, MESSAGES.illegalAssignment('String', typeInMessage(target.type)));
    }
    return { kind: 'compoundAssign', ...base, operand: 'string', value, widen: null, narrow: null };
  }
  if (result.kind !== 'binary') return body.wrong(at);
  const widen = result.left.kind === 'convert' ? result.left.conversion : null;
  const narrow = assignment(result.type, target.type, types);
  if (!narrow) {
    return body.refuse(
      at,
      MESSAGES.illegalAssignment(typeInMessage(result.type), typeInMessage(target.type)),
    );
  }
  const operand: OperandKind = result.operand;
  return {
    kind: 'compoundAssign',
    ...base,
    operand,
    value: result.right,
    widen: numberKindOf(target.type) ? widen : null,
    narrow: narrow.conversion,
  };
}

/** Whether an expression names something that can be assigned; what cannot is reported. */
export function checkAssignable(body: Body, target: BoundExpression, at: Node): boolean {
  switch (target.kind) {
    case 'local':
    case 'index':
      return true;
    case 'recordField':
      if (target.access === 'children') break;
      return true;
    case 'variable':
      return checkVariable(body, target, at);
    default:
      break;
  }
  body.report(at, MESSAGES.notAssignable());
  return false;
}

function checkVariable(
  body: Body,
  { variable, backing }: Extract<BoundExpression, { kind: 'variable' }>,
  at: Node,
): boolean {
  if (variable.owner.origin === 'platform') {
    if (variable.write) return true;
    body.report(at, MESSAGES.notStored(variable.name, variable.owner.qualifiedName));
    return false;
  }
  if (variable.isFinal && !mayInitialize(body, variable)) {
    body.report(at, MESSAGES.finalAssignment(variable.name));
    return false;
  }
  if (backing || hasReachableSetter(body, variable)) return true;
  body.report(at, MESSAGES.variableNotVisible(`${variable.owner.qualifiedName}.${variable.name}`));
  return false;
}

/** Whether a property has a setter that code here may see; other variables can be set where they are visible. */
function hasReachableSetter(body: Body, { property, owner, annotations }: VariableSymbol): boolean {
  if (!property) return true;
  if (property.setter === null) return false;
  return isVisible({ access: property.setter.access, annotations }, owner, body.options.owner);
}

/** Final variables get their value in initialisers and constructors of their class. */
function mayInitialize(
  body: Body,
  variable: { readonly owner: unknown; readonly isStatic: boolean },
): boolean {
  const { kind, owner, isStatic, property } = body.options;
  if (owner !== variable.owner) return false;
  if (property === variable) return true;
  return kind === 'initializer'
    ? isStatic === variable.isStatic
    : kind === 'constructor' && !variable.isStatic;
}
