import type { ExactNumber } from '../values/decimal';
import { toInteger } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER, TEXT, optional } from './parameters';
import { argument } from './strict';

/** LPAD or RPAD: cuts or fills a text to a width; blank for a width of 0 or less, and for blank text. */
export function padFunction(
  name: string,
  fill: (text: string, width: number, padding: string) => string,
): FormulaFunction {
  return {
    name,
    documentation: helpPage(name.toLowerCase()),
    parameters: [TEXT, NUMBER, optional('Text')],
    returns: 'Text',
    compile(call) {
      const [text, width] = [argument(call, 0).evaluate, argument(call, 1).evaluate];
      const padding = call.arguments[2]?.evaluate;
      return (environment) => {
        const value = (text(environment) ?? '') as string;
        const count = toInteger((width(environment) ?? 0) as ExactNumber);
        if (value === '' || count <= 0) return '';
        if (count <= value.length) return value.slice(0, count);
        return fill(value, count, padding ? ((padding(environment) ?? '') as string) : ' ');
      };
    },
  };
}
