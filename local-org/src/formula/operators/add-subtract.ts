import type { Evaluate, Expression } from '../compiler/expression';
import { wrongArgumentType, wrongType } from '../compiler/type-errors';
import { FormulaError } from '../errors';
import type { FormulaType } from '../types';
import { MS_PER_DAY } from '../values/calendar';
import type { ExactNumber } from '../values/decimal';
import { add, divide, multiply, negate, roundTo, subtract, toDouble, toInteger } from '../values/decimal';
import { isText } from '../values/value';
import type { Value } from '../values/value';
import type { BinaryOperation, CompiledOperation, FormulaOperator } from './operator';
import { OPERATORS_PAGE } from './operator';

const SECONDS_PER_DAY = 86_400;
/** What messages list as the operands of `+` and `-`. */
const EXPECTED = ['Number', 'Date', 'DateTime'];

type Compute = (left: Value & {}, right: Value & {}) => Value;

/** What `left operator right` gives, by `'Date - Number'`. */
const COMBINATIONS: Readonly<Record<string, readonly [FormulaType, Compute]>> = {
  'Number + Number': ['Number', (left, right) => add(left as ExactNumber, right as ExactNumber)],
  'Number - Number': ['Number', (left, right) => subtract(left as ExactNumber, right as ExactNumber)],
  'Date + Number': ['Date', (left, right) => addDays(left as number, right as ExactNumber)],
  'Number + Date': ['Date', (left, right) => addDays(right as number, left as ExactNumber)],
  'Date - Number': ['Date', (left, right) => addDays(left as number, negate(right as ExactNumber))],
  'Date - Date': ['Number', daysBetween],
  'DateTime + Number': ['DateTime', (left, right) => addSeconds(left as number, right as ExactNumber)],
  'Number + DateTime': ['DateTime', (left, right) => addSeconds(right as number, left as ExactNumber)],
  'DateTime - Number': [
    'DateTime',
    (left, right) => addSeconds(left as number, negate(right as ExactNumber)),
  ],
  'DateTime - DateTime': ['Number', daysBetween],
  'Time + Number': ['Time', (left, right) => shiftTime(left as number, toInteger(right as ExactNumber))],
  'Time - Number': ['Time', (left, right) => shiftTime(left as number, -toInteger(right as ExactNumber))],
  'Time - Time': [
    'Number',
    (left, right) => ((left as number) - (right as number) + MS_PER_DAY) % MS_PER_DAY,
  ],
};

/** `+`: sums, moves dates by days and times by milliseconds, joins text. */
export const addition: FormulaOperator = {
  operator: '+',
  documentation: OPERATORS_PAGE,
  compile: (operation) => compileAddSubtract('+', operation),
};

/** `-`: differences; between dates in days, between times in milliseconds within a day. */
export const subtraction: FormulaOperator = {
  operator: '-',
  documentation: OPERATORS_PAGE,
  compile: (operation) => compileAddSubtract('-', operation),
};

function compileAddSubtract(operator: '+' | '-', operation: BinaryOperation): CompiledOperation {
  const { left, right } = operation;
  if (operator === '+' && isText(left.type) && isText(right.type)) {
    return { type: 'Text', evaluate: joinText(left, right) };
  }
  if (left.type === 'Null' || right.type === 'Null') {
    rejectPicklists(operation);
    return { type: 'Null', evaluate: () => null };
  }
  const combination = COMBINATIONS[`${left.type} ${operator} ${right.type}`];
  if (!combination) throw mismatch(operator, operation);
  const [type, compute] = combination;
  return { type, evaluate: nullAware(left.evaluate, right.evaluate, compute) };
}

function nullAware(left: Evaluate, right: Evaluate, compute: Compute): Evaluate {
  return (environment) => {
    const leftValue = left(environment);
    const rightValue = right(environment);
    return leftValue === null || rightValue === null ? null : compute(leftValue, rightValue);
  };
}

function joinText(left: Expression, right: Expression): Evaluate {
  return (environment) => `${left.evaluate(environment) as string}${right.evaluate(environment) as string}`;
}

function rejectPicklists({ element, left, right }: BinaryOperation): void {
  for (const operand of [left, right]) {
    if (operand.type === 'Picklist' || operand.type === 'MultiPicklist')
      throw wrongType(element, EXPECTED, operand);
  }
}

function mismatch(operator: '+' | '-', operation: BinaryOperation): FormulaError {
  const { element, left, right, position } = operation;
  if (left.type === 'Time' && right.type === 'Time') return wrongArgumentType(element, position);
  if (operator === '+' && isText(left.type)) return wrongType(element, ['Text'], right);
  const leftTakesPart = Object.keys(COMBINATIONS).some((key) => key.startsWith(`${left.type} ${operator} `));
  if (!leftTakesPart) return wrongType(element, EXPECTED, left);
  const numberOnly = right.type === 'Date' || right.type === 'DateTime';
  return wrongType(element, numberOnly ? ['Number'] : EXPECTED, right);
}

/** A fraction of a day does not move a date. */
function addDays(epochMs: number, days: ExactNumber): number {
  return epochMs + toInteger(days) * MS_PER_DAY;
}

/** A date and time moves by whole seconds. */
function addSeconds(epochMs: number, days: ExactNumber): number {
  return epochMs + toDouble(roundTo(multiply(days, SECONDS_PER_DAY), 0, 'halfUp')) * 1000;
}

function daysBetween(left: Value & {}, right: Value & {}): Value {
  return divide((left as number) - (right as number), MS_PER_DAY);
}

function shiftTime(timeMs: number, shiftMs: number): number {
  const shifted = timeMs + shiftMs;
  if (shifted < 0) throw new FormulaError(`Invalid value for NanoOfDay: ${shifted * 1_000_000}`);
  return shifted % MS_PER_DAY;
}
