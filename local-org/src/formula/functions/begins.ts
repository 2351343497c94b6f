import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';
import { argument } from './strict';

/** BEGINS(text, start): case-sensitive. Cannot be told for blank text; every text begins with a blank. */
export const beginsFunction: FormulaFunction = {
  name: 'BEGINS',
  documentation: helpPage('begins'),
  parameters: [TEXT, TEXT],
  returns: 'Boolean',
  compile(call) {
    const [text, start] = [argument(call, 0).evaluate, argument(call, 1).evaluate];
    return (environment) => {
      const wanted = (start(environment) ?? '') as string;
      if (wanted === '') return true;
      const value = (text(environment) ?? '') as string;
      return value === '' ? null : value.startsWith(wanted);
    };
  },
};
