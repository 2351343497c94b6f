import { commonType } from '../compiler/common-type';
import type { Evaluate } from '../compiler/expression';
import { typeLabel, wrongType } from '../compiler/type-errors';
import type { Value } from '../values/value';
import { isText } from '../values/value';
import type { FormulaFunction, FunctionCall } from './formula-function';
import { helpPage } from './formula-function';
import { ANY, BOOLEAN } from './parameters';
import { argument } from './strict';

/** IF(condition, then, else): computes only the branch it takes; a null condition takes the second. */
export const ifFunction: FormulaFunction = {
  name: 'IF',
  documentation: helpPage('if'),
  parameters: [BOOLEAN, ANY, ANY],
  returns(call) {
    const [then, otherwise] = [argument(call, 1), argument(call, 2)];
    const type = commonType(then.type, otherwise.type);
    if (!type) throw wrongType(call.element, [typeLabel(then.type)], otherwise);
    return type;
  },
  compile(call) {
    const [condition, then, otherwise] = call.arguments.map((part) => part.evaluate) as [
      Evaluate,
      Evaluate,
      Evaluate,
    ];
    const blank = blankOfBranches(call);
    return (environment) =>
      (condition(environment) === true ? then(environment) : otherwise(environment)) ?? blank;
  },
};

/** NULL in one branch is blank text when the other is text. */
function blankOfBranches(call: FunctionCall): Value {
  return isText(argument(call, 1).type) || isText(argument(call, 2).type) ? '' : null;
}
