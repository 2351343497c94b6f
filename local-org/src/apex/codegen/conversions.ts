import type { BoundConversion, BoundExpression } from '../semantics/bound';
import type { CallableScope } from './callable-scope';
import { queryText } from './queries';

/** An operand with a change of representation. */
export function conversionText(
  conversion: BoundConversion,
  operand: BoundExpression,
  scope: CallableScope,
): string {
  if (conversion.kind === 'count' && operand.kind === 'soql')
    return `$rt.data.count(${queryText(operand, scope)})`;
  const literal = literalAs(conversion, operand);
  if (literal && scope) return scope.unit.link(literal);
  return convertedText(conversion, scope.expression(operand), scope, scope.isNeverNull(operand));
}

/** `1` where a Decimal is expected is a constant Decimal. */
function literalAs(
  conversion: BoundConversion,
  operand: BoundExpression,
): { kind: 'decimal' | 'double'; text: string } | null {
  if (operand.kind !== 'literal' || operand.value === null) return null;
  if (conversion.kind === 'integerToDecimal' || conversion.kind === 'longToDecimal') {
    return { kind: 'decimal', text: String(operand.value) };
  }
  if (conversion.kind === 'integerToDouble' || conversion.kind === 'longToDouble') {
    return { kind: 'double', text: String(operand.value) };
  }
  return null;
}

/** The same for an operand whose text is there. */
export function convertedText(
  conversion: BoundConversion,
  text: string,
  scope: CallableScope,
  neverNull = false,
): string {
  const { unit } = scope;
  if (conversion.kind === 'checked') {
    return `${unit.helper('cast')}(${text},${unit.type(conversion.type)})`;
  }
  if (conversion.kind === 'integerToLong' && neverNull) return `${unit.helper('toLong')}(${text})`;
  if (conversion.kind === 'stringToId') return `${unit.helper('stringToId')}(${text})`;
  if (conversion.kind === 'singleRow') return `${unit.helper('singleRow')}(${text})`;
  return `${unit.helper(conversion.kind)}(${text})`;
}
