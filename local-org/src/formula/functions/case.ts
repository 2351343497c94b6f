import { commonType } from '../compiler/common-type';
import type { Evaluate, Expression } from '../compiler/expression';
import { typeLabel, wrongArgumentType, wrongCount, wrongType } from '../compiler/type-errors';
import { equalsOf } from '../operators/equality';
import type { FormulaType } from '../types';
import type { Value } from '../values/value';
import { isText } from '../values/value';
import type { FormulaFunction, FunctionCall } from './formula-function';
import { helpPage } from './formula-function';
import { ANY } from './parameters';
import { argument } from './strict';

/** CASE(expression, value, result, ..., otherwise): computes only the result it gives. */
export const caseFunction: FormulaFunction = {
  name: 'CASE',
  documentation: helpPage('case'),
  parameters: [{ types: ['Any', 'Picklist'] }, ANY, ANY, { types: ['Any'], repeated: true }],
  returns: resultType,
  compile(call) {
    const equals = equalsOf(comparedType(call));
    const blank: Value = isText(resultType(call)) ? '' : null;
    const [subject, ...parts] = call.arguments.map((part) => part.evaluate) as [Evaluate, ...Evaluate[]];
    const otherwise = parts[parts.length - 1] as Evaluate;
    return (environment) => {
      const value = subject(environment);
      for (let index = 0; index + 1 < parts.length; index += 2) {
        if (equals(value, (parts[index] as Evaluate)(environment)) === true) {
          return (parts[index + 1] as Evaluate)(environment) ?? blank;
        }
      }
      return otherwise(environment) ?? blank;
    };
  },
};

function comparedType(call: FunctionCall): FormulaType {
  const subject = argument(call, 0);
  let type = subject.type;
  for (const value of values(call)) {
    if (subject.type === 'Picklist') {
      if (typeof value.literal !== 'string') throw wrongType(call.element, ['Text Literal'], value);
      continue;
    }
    const common = commonType(type, value.type);
    if (!common) throw wrongType(call.element, [typeLabel(type)], value);
    type = common;
  }
  return type;
}

function resultType(call: FunctionCall): FormulaType {
  const count = call.arguments.length;
  if (count % 2 === 1) throw wrongCount(call.element, count - 1, count, call.position);
  for (const part of call.arguments) {
    if (part.type === 'Boolean' || part.type === 'Location')
      throw wrongArgumentType(call.element, call.position);
  }
  let type: FormulaType = 'Null';
  for (const result of results(call)) {
    const common = commonType(type, result.type);
    if (!common) throw wrongType(call.element, [typeLabel(type)], result);
    type = common;
  }
  return type;
}

function values(call: FunctionCall): Expression[] {
  return call.arguments.filter((_, index) => index % 2 === 1 && index < call.arguments.length - 1);
}

function results(call: FunctionCall): Expression[] {
  const last = call.arguments.length - 1;
  return call.arguments.filter((_, index) => index > 0 && (index % 2 === 0 || index === last));
}
