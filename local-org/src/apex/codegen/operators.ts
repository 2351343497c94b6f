import type { BoundExpression, BoundOperator, OperandKind } from '../semantics/bound';
import type { CallableScope } from './callable-scope';

type Of<K extends BoundExpression['kind']> = Extract<BoundExpression, { kind: K }>;

/** 32-bit arithmetic by JavaScript's own operators; operands are not null. */
const INTEGER_OPERATORS: Readonly<Record<BoundOperator, (left: string, right: string) => string>> = {
  '+': (left, right) => `(${left}+${right}|0)`,
  '-': (left, right) => `(${left}-${right}|0)`,
  '*': (left, right) => `$imul(${left},${right})`,
  '/': (left, right) => `$divide(${left},${right})`,
  '<<': (left, right) => `(${left}<<${right})`,
  '>>': (left, right) => `(${left}>>${right})`,
  '>>>': (left, right) => `(${left}>>>${right}|0)`,
  '&': (left, right) => `(${left}&${right})`,
  '|': (left, right) => `(${left}|${right})`,
  '^': (left, right) => `(${left}^${right})`,
};

/** Names of operators in the helpers: `addLong`, `shiftLeftLong`. */
const OPERATOR_NAMES: Readonly<Record<BoundOperator, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '<<': 'shiftLeft',
  '>>': 'shiftRight',
  '>>>': 'shiftRightUnsigned',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
};

const capitalized = (kind: OperandKind): string => kind.charAt(0).toUpperCase() + kind.slice(1);

export function binary(expression: Of<'binary'>, scope: CallableScope): string {
  const { left, right, operand, operator } = expression;
  if (operand === 'integer') {
    return operationText(operand, operator, scope.present(left), scope.present(right), scope);
  }
  return operationText(operand, operator, scope.expression(left), scope.expression(right), scope);
}

/** An operation on texts of operands: for integers they must not be null, helpers check the others. */
export function operationText(
  operand: OperandKind,
  operator: BoundOperator,
  left: string,
  right: string,
  scope: CallableScope,
): string {
  if (operand === 'integer') {
    if (operator === '/') return `${scope.unit.helper('divideInteger')}(${left},${right})`;
    return INTEGER_OPERATORS[operator](left, right);
  }
  if (operand === 'string') return `${scope.unit.helper('limitText')}(""+${left}+${right})`;
  return `${scope.unit.helper(OPERATOR_NAMES[operator] + capitalized(operand))}(${left},${right})`;
}

/** Kinds whose values are equal when they are the same to JavaScript. */
const IDENTICAL_WHEN_EQUAL: ReadonlySet<OperandKind> = new Set(['integer', 'long', 'boolean', 'id', 'enum']);

export function comparison(expression: Of<'compare'>, scope: CallableScope): string {
  const { left, right, operand, operator } = expression;
  const [a, b] = [scope.expression(left), scope.expression(right)];
  if (operator === '===' || operator === '!==') {
    return exactly(operand)
      ? `(${a}${operator}${b})`
      : equalityText(operand, operator === '!==', a, b, scope);
  }
  if (operator === '==' || operator === '!=') {
    const eitherNull = [left, right].some(({ kind, type }) => kind === 'literal' && type.kind === 'null');
    if (eitherNull || IDENTICAL_WHEN_EQUAL.has(operand)) return `(${a}${operator}=${b})`;
    return equalityText(operand, operator === '!=', a, b, scope);
  }
  const neverNull = scope.isNeverNull(left) && scope.isNeverNull(right);
  if (neverNull && (operand === 'integer' || operand === 'long')) return `(${a}${operator}${b})`;
  return `(${scope.unit.helper(`compare${capitalized(operand)}`)}(${a},${b})${operator}0)`;
}

/** Whether `===` of Apex compares the objects themselves and not their values. */
const exactly = (operand: OperandKind): boolean =>
  operand === 'object' || operand === 'string' || IDENTICAL_WHEN_EQUAL.has(operand);

/** Kinds whose equality has a helper of its own; the others ask the runtime. */
const EQUALITY_HELPERS: Partial<Record<OperandKind, string>> = {
  string: 'equalString',
  decimal: 'equalDecimal',
  double: 'equalDouble',
};

function equalityText(
  operand: OperandKind,
  negated: boolean,
  left: string,
  right: string,
  scope: CallableScope,
): string {
  const not = negated ? '!' : '';
  const helper = EQUALITY_HELPERS[operand];
  if (helper) return `(${not}${scope.unit.helper(helper)}(${left},${right}))`;
  return `(${not}$rt.equal(${left},${right}))`;
}

export function negation(kind: OperandKind, operand: BoundExpression, scope: CallableScope): string {
  if (kind === 'integer') return `(-${scope.present(operand)}|0)`;
  return `${scope.unit.helper(`negate${capitalized(kind)}`)}(${scope.expression(operand)})`;
}

export function complement(kind: OperandKind, operand: BoundExpression, scope: CallableScope): string {
  if (kind === 'integer') return `(~${scope.present(operand)})`;
  return `${scope.unit.helper(`complement${capitalized(kind)}`)}(${scope.expression(operand)})`;
}

/** Types that JavaScript writes into a text as Apex does. */
const PLAIN_IN_TEXT: ReadonlySet<string> = new Set(['String', 'Id', 'Integer', 'Long', 'Boolean', 'null']);

export function concatenation(parts: readonly BoundExpression[], scope: CallableScope): string {
  const texts = parts.map((part) => {
    const text = scope.expression(part);
    return PLAIN_IN_TEXT.has(part.type.name) ? text : `$rt.toText(${text})`;
  });
  const [first] = parts;
  // JavaScript adds numbers before it meets the first text.
  const start =
    first?.kind === 'literal' && first.type.name === 'String' && first.value !== null ? '' : '""+';
  return `${scope.unit.helper('limitText')}(${start}${texts.join('+')})`;
}
