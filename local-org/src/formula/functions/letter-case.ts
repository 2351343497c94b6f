import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT, optional } from './parameters';
import { argument } from './strict';

/** UPPER or LOWER, with an optional locale such as `tr_TR`. */
export function letterCaseFunction(
  name: string,
  convert: (text: string, locale: string | undefined) => string,
): FormulaFunction {
  return {
    name,
    documentation: helpPage(name.toLowerCase()),
    parameters: [TEXT, optional('Text')],
    returns: 'Text',
    compile(call) {
      const text = argument(call, 0).evaluate;
      const locale = call.arguments[1]?.evaluate;
      return (environment) => {
        const tag = ((locale?.(environment) ?? '') as string).replaceAll('_', '-');
        return convert((text(environment) ?? '') as string, isLocale(tag) ? tag : undefined);
      };
    },
  };
}

function isLocale(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
}
