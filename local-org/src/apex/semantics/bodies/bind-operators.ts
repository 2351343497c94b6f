import type { BinaryExpression, BinaryOperator, ConditionalExpression } from '../../syntax/ast';
import type { ApexType } from '../../types/apex-type';
import { bindComparison } from './bind-comparisons';
import { type Body, converted, singleRow, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import { promoted } from './promoted';
import type { BoundExpression, BoundOperator, OperandKind } from '../bound';
import { assignment, numberKindOf, numberType, promotedKind, type NumberKind } from '../conversions';
import { isPlatform, isSubtype } from '../subtypes';
import { typeInMessage } from '../type-in-message';

const COMPARISONS: ReadonlySet<BinaryOperator> = new Set(['<', '<=', '>', '>=', '==', '!=', '===', '!==']);

/** Binds an operator with two operands. Chains are walked in a loop: a text of a thousand parts nests as deeply. */
export function bindBinary(body: Body, expression: BinaryExpression): BoundExpression {
  const chain: BinaryExpression[] = [];
  let leftmost = expression as BinaryExpression['left'];
  while (leftmost.kind === 'binary') {
    chain.push(leftmost);
    leftmost = leftmost.left;
  }
  let left = body.expression(leftmost);
  for (const link of chain.reverse()) left = combine(body, link, left, body.expression(link.right));
  return left;
}

function combine(
  body: Body,
  expression: BinaryExpression,
  left: BoundExpression,
  right: BoundExpression,
): BoundExpression {
  const { operator } = expression;
  if (operator === '??') return coalesce(body, expression, left, right);
  if (left.type === WRONG_TYPE || right.type === WRONG_TYPE) return body.wrong(expression);
  if (operator === '&&' || operator === '||') {
    const boolean = body.platform('Boolean');
    if ([left, right].some(({ type }) => type !== boolean && type.kind !== 'null')) {
      return body.refuse(expression, MESSAGES.logical());
    }
    return { kind: 'logical', operator, left, right, type: boolean, line: expression.line };
  }
  if (COMPARISONS.has(operator)) return bindComparison(body, expression, left, right);
  return operate(body, expression, operator as BoundOperator, left, right);
}

/** Arithmetic, concatenation and bit operators, also as part of a compound assignment. */
export function operate(
  body: Body,
  at: Pick<BinaryExpression, 'line' | 'column'>,
  operator: BoundOperator,
  left: BoundExpression,
  right: BoundExpression,
): BoundExpression {
  const { line } = at;
  if (left.type.kind === 'void' || right.type.kind === 'void') {
    return body.refuse(at, MESSAGES.arithmeticOfVoid());
  }
  if (operator === '+' && (isText(left.type) || isText(right.type))) {
    const parts = left.kind === 'concat' ? [...left.parts, right] : [left, right];
    return { kind: 'concat', parts, type: body.platform('String'), line };
  }
  const moment = momentArithmetic(body, at, operator, left, right);
  if (moment) return moment;
  if (operator === '<<' || operator === '>>' || operator === '>>>')
    return shift(body, at, operator, left, right);
  if (operator === '&' || operator === '|' || operator === '^') return bits(body, at, operator, left, right);
  const operand = promotedKind(left.type, right.type);
  if (!operand) return body.refuse(at, MESSAGES.numericArguments());
  const type = numberType(operand, body.types);
  return {
    kind: 'binary',
    operator,
    operand,
    left: promoted(body, left, operand),
    right: promoted(body, right, operand),
    type,
    line,
  };
}

const isText = (type: ApexType): boolean => isPlatform(type, 'String');

const MOMENTS: readonly {
  readonly name: string;
  readonly operand: OperandKind;
  readonly added: readonly NumberKind[];
}[] = [
  { name: 'Date', operand: 'date', added: ['integer', 'long'] },
  { name: 'Datetime', operand: 'datetime', added: ['integer', 'long', 'double', 'decimal'] },
  { name: 'Time', operand: 'time', added: ['integer', 'long'] },
];

const MOMENT_MESSAGES: Readonly<Record<string, () => string>> = {
  Date: MESSAGES.dateOperand,
  Datetime: MESSAGES.datetimeOperand,
  Time: MESSAGES.timeOperand,
};

/** Days added to a date, and the like; null when the left side is no moment. */
function momentArithmetic(
  body: Body,
  at: Pick<BinaryExpression, 'line' | 'column'>,
  operator: BoundOperator,
  left: BoundExpression,
  right: BoundExpression,
): BoundExpression | null {
  const moment = MOMENTS.find(({ name }) => isPlatform(left.type, name));
  if (!moment) return null;
  const added = numberKindOf(right.type);
  if ((operator !== '+' && operator !== '-') || !added || !moment.added.includes(added)) {
    return body.refuse(at, MOMENT_MESSAGES[moment.name]?.() ?? MESSAGES.numericArguments());
  }
  return { kind: 'binary', operator, operand: moment.operand, left, right, type: left.type, line: at.line };
}

function shift(
  body: Body,
  at: Pick<BinaryExpression, 'line' | 'column'>,
  operator: BoundOperator,
  left: BoundExpression,
  right: BoundExpression,
): BoundExpression {
  const operand = numberKindOf(left.type);
  const by = numberKindOf(right.type);
  const whole = (kind: NumberKind | null): boolean => kind === 'integer' || kind === 'long';
  if (!operand || !whole(operand) || !whole(by)) return body.refuse(at, MESSAGES.shiftOperands(operator));
  const kind = by === 'long' ? 'long' : operand;
  const type = numberType(kind, body.types);
  return {
    kind: 'binary',
    operator,
    operand: kind,
    left: promoted(body, left, kind),
    right: promoted(body, right, kind),
    type,
    line: at.line,
  };
}

function bits(
  body: Body,
  at: Pick<BinaryExpression, 'line' | 'column'>,
  operator: BoundOperator,
  left: BoundExpression,
  right: BoundExpression,
): BoundExpression {
  const boolean = body.platform('Boolean');
  const { line } = at;
  if (left.type === boolean && right.type === boolean) {
    return { kind: 'binary', operator, operand: 'boolean', left, right, type: boolean, line };
  }
  const operand = promotedKind(left.type, right.type);
  if (operand !== 'integer' && operand !== 'long') return body.refuse(at, MESSAGES.bitOperands(operator));
  return {
    kind: 'binary',
    operator,
    operand,
    left: promoted(body, left, operand),
    right: promoted(body, right, operand),
    type: numberType(operand, body.types),
    line,
  };
}

function coalesce(
  body: Body,
  at: BinaryExpression,
  left: BoundExpression,
  right: BoundExpression,
): BoundExpression {
  const pair = commonType(body, rowBeside(left, right), rowBeside(right, left));
  if (!pair) {
    return body.refuse(
      at,
      MESSAGES.incompatibleCoalesce(typeInMessage(left.type), typeInMessage(right.type)),
    );
  }
  return { kind: 'coalesce', left: pair.left, right: pair.right, type: pair.type, line: at.line };
}

/** A query beside a record is the record that it finds. */
function rowBeside(value: BoundExpression, other: BoundExpression): BoundExpression {
  return other.type.kind === 'sobject' ? (singleRow(value, null) ?? value) : value;
}

/** Binds `condition ? a : b`. */
export function bindConditional(body: Body, expression: ConditionalExpression): BoundExpression {
  const condition = body.condition(body.expression(expression.condition), expression.condition);
  const then = body.expression(expression.then);
  const otherwise = body.expression(expression.otherwise);
  const pair = commonType(body, rowBeside(then, otherwise), rowBeside(otherwise, then));
  if (!pair) {
    return body.refuse(
      expression,
      MESSAGES.incompatibleTernary(typeInMessage(otherwise.type), typeInMessage(then.type)),
    );
  }
  return {
    kind: 'conditional',
    condition,
    then: pair.left,
    otherwise: pair.right,
    type: pair.type,
    line: expression.line,
  };
}

interface CommonType {
  readonly left: BoundExpression;
  readonly right: BoundExpression;
  readonly type: ApexType;
}

/** Two values as one type: the wider number, the supertype, what the one can be assigned to; null when there is none. */
function commonType(body: Body, left: BoundExpression, right: BoundExpression): CommonType | null {
  const { types } = body;
  if (left.type === WRONG_TYPE || right.type === WRONG_TYPE) return { left, right, type: WRONG_TYPE };
  if (left.type === right.type) return { left, right, type: left.type };
  if (left.type.kind === 'void' || right.type.kind === 'void') return null;
  if (right.type.kind === 'null') return { left, right, type: left.type };
  if (left.type.kind === 'null') return { left, right, type: right.type };
  const number = promotedKind(left.type, right.type);
  if (number) {
    const type = numberType(number, types);
    return { left: promoted(body, left, number), right: promoted(body, right, number), type };
  }
  if (isSubtype(right.type, left.type, types)) return { left, right, type: left.type };
  if (isSubtype(left.type, right.type, types)) return { left, right, type: right.type };
  const toLeft = assignment(right.type, left.type, types);
  if (toLeft) return { left, right: converted(right, toLeft.conversion, left.type), type: left.type };
  const toRight = assignment(left.type, right.type, types);
  if (toRight) return { left: converted(left, toRight.conversion, right.type), right, type: right.type };
  return null;
}
