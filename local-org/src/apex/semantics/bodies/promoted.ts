import type { BoundExpression } from '../bound';
import { assignment, numberType, type NumberKind } from '../conversions';
import { type Body, converted } from './body';

/** A number as the kind in which arithmetic is done. */
export function promoted(body: Body, value: BoundExpression, kind: NumberKind): BoundExpression {
  const type = numberType(kind, body.types);
  const found = assignment(value.type, type, body.types);
  return converted(value, found?.conversion ?? null, type);
}
