import type { BinaryExpression } from '../../syntax/ast';
import type { ApexType } from '../../types/apex-type';
import { promoted } from './promoted';
import { type Body, converted, singleRow } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression, OperandKind } from '../bound';
import { assignment, castable, numberKindOf, promotedKind } from '../conversions';
import { isPlatform } from '../subtypes';
import { typeInMessage } from '../type-in-message';

type Comparison = Extract<BoundExpression, { kind: 'compare' }>['operator'];

const ORDERINGS: ReadonlySet<Comparison> = new Set(['<', '<=', '>', '>=']);
const IDENTITIES: ReadonlySet<Comparison> = new Set(['===', '!==']);

/** Kinds of operands by the name of their type. */
const KINDS: Readonly<Record<string, OperandKind>> = {
  String: 'string',
  Id: 'id',
  Boolean: 'boolean',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time',
};
const ORDERED: ReadonlySet<OperandKind> = new Set([
  ...(['integer', 'long', 'double', 'decimal', 'string', 'id', 'date', 'datetime', 'time'] as const),
]);

/**
 * Binds a comparison. Texts compare without regard to case; numbers as the wider of both; a Date with a Datetime as
 * midnight GMT.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm
 */
export function bindComparison(
  body: Body,
  expression: BinaryExpression,
  givenLeft: BoundExpression,
  givenRight: BoundExpression,
): BoundExpression {
  const operator = expression.operator as Comparison;
  const [left, right] = rows(givenLeft, givenRight);
  if ([expression.left, expression.right].some((side) => side.kind === 'instanceOf')) {
    return body.refuse(expression, MESSAGES.comparison(typeInMessage(left.type), typeInMessage(right.type)));
  }
  if (IDENTITIES.has(operator)) return identity(body, expression, operator, left, right);
  const pair = comparable(body, left, right);
  if (!pair) {
    return body.refuse(expression, MESSAGES.comparison(typeInMessage(left.type), typeInMessage(right.type)));
  }
  if (ORDERINGS.has(operator) && !ORDERED.has(pair.operand)) {
    return body.refuse(expression, MESSAGES.inequalityType(typeInMessage(left.type)));
  }
  return { kind: 'compare', operator, ...pair, type: body.platform('Boolean'), line: expression.line };
}

/** A query beside a record is the record that it finds. */
function rows(left: BoundExpression, right: BoundExpression): [BoundExpression, BoundExpression] {
  return [
    right.type.kind === 'sobject' ? (singleRow(left, null) ?? left) : left,
    left.type.kind === 'sobject' ? (singleRow(right, null) ?? right) : right,
  ];
}

function identity(
  body: Body,
  expression: BinaryExpression,
  operator: Comparison,
  left: BoundExpression,
  right: BoundExpression,
): BoundExpression {
  const pair = comparable(body, left, right);
  if (!pair) {
    return body.refuse(expression, MESSAGES.comparison(typeInMessage(left.type), typeInMessage(right.type)));
  }
  if (isValue(left.type) && isValue(right.type)) {
    const wider = numberKindOf(pair.left.type) ? pair.left.type : left.type;
    return body.refuse(expression, MESSAGES.exactEquality(typeInMessage(wider)));
  }
  return { kind: 'compare', operator, ...pair, type: body.platform('Boolean'), line: expression.line };
}

/** Values are told apart by what they are; only objects can be the same. */
const isValue = (type: ApexType): boolean => !['object', 'enum'].includes(kindOf(type));

interface Operands {
  readonly operand: OperandKind;
  readonly left: BoundExpression;
  readonly right: BoundExpression;
}

function comparable(body: Body, left: BoundExpression, right: BoundExpression): Operands | null {
  const number = promotedKind(left.type, right.type);
  if (number) {
    return { operand: number, left: promoted(body, left, number), right: promoted(body, right, number) };
  }
  const [leftKind, rightKind] = [kindOf(left.type), kindOf(right.type)];
  if (left.type.kind === 'null') return { operand: rightKind, left, right };
  if (right.type.kind === 'null') return { operand: leftKind, left, right };
  if (leftKind === rightKind && leftKind !== 'object' && leftKind !== 'enum') {
    return { operand: leftKind, left, right };
  }
  const texts = new Set([leftKind, rightKind]);
  if (texts.size === 2 && texts.has('string') && texts.has('id')) return { operand: 'id', left, right };
  if (texts.has('date') && texts.has('datetime')) {
    return { operand: 'datetime', left: asDatetime(body, left), right: asDatetime(body, right) };
  }
  if (leftKind === 'enum' && left.type === right.type) return { operand: 'enum', left, right };
  const related = castable(left.type, right.type, body.types) || castable(right.type, left.type, body.types);
  return related ? { operand: 'object', left, right } : null;
}

function asDatetime(body: Body, value: BoundExpression): BoundExpression {
  const type = body.platform('Datetime');
  return converted(value, assignment(value.type, type, body.types)?.conversion ?? null, type);
}

function kindOf(type: ApexType): OperandKind {
  const number = numberKindOf(type);
  if (number) return number;
  if (type.kind !== 'class') return 'object';
  if (type.symbol.kind === 'enum') return 'enum';
  const name = Object.keys(KINDS).find((each) => isPlatform(type, each));
  return name === undefined ? 'object' : (KINDS[name] ?? 'object');
}
