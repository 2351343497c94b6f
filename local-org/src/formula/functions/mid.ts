import type { Evaluate } from '../compiler/expression';
import type { ExactNumber } from '../values/decimal';
import { toInteger } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER, TEXT } from './parameters';

/** MID(text, start, count): the first character is 1, as is every start before it. */
export const midFunction: FormulaFunction = {
  name: 'MID',
  documentation: helpPage('mid'),
  parameters: [TEXT, NUMBER, NUMBER],
  returns: 'Text',
  compile(call) {
    const [text, start, count] = call.arguments.map((part) => part.evaluate) as [
      Evaluate,
      Evaluate,
      Evaluate,
    ];
    return (environment) => {
      const from = start(environment) as ExactNumber | null;
      const length = count(environment) as ExactNumber | null;
      if (from === null || length === null) return '';
      const first = Math.max(1, toInteger(from)) - 1;
      return ((text(environment) ?? '') as string).slice(first, first + Math.max(0, toInteger(length)));
    };
  },
};
