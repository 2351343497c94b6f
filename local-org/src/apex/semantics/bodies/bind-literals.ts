import type { Literal } from '../../syntax/ast';
import type { Body } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression } from '../bound';

const MAX_INTEGER = 2_147_483_647;
const MAX_LONG = 9_223_372_036_854_775_807n;

const TYPES = {
  integer: 'Integer',
  long: 'Long',
  decimal: 'Decimal',
  double: 'Double',
  string: 'String',
  boolean: 'Boolean',
} as const;

/** Binds a literal. The least Integer is written as a negated literal one beyond the greatest: see `bindUnary`. */
export function bindLiteral(body: Body, literal: Literal): BoundExpression {
  const { line } = literal;
  if (literal.type === 'null') return { kind: 'literal', value: null, type: body.types.null, line };
  const type = body.platform(TYPES[literal.type]);
  const value = valueOf(literal);
  if (value === undefined) {
    return body.refuse(literal, literal.type === 'long' ? MESSAGES.illegalLong() : MESSAGES.illegalInteger());
  }
  return { kind: 'literal', value, type, line };
}

function valueOf({ type, text }: Literal): string | number | bigint | boolean | undefined {
  switch (type) {
    case 'integer': {
      const value = Number(text);
      return value <= MAX_INTEGER && value >= -MAX_INTEGER - 1 ? value : undefined;
    }
    case 'long': {
      const value = BigInt(text);
      return value <= MAX_LONG && value >= -MAX_LONG - 1n ? value : undefined;
    }
    case 'boolean':
      return text === 'true';
    default:
      return text;
  }
}
