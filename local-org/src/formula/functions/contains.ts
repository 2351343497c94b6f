import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';
import { argument } from './strict';

/** CONTAINS(text, part): case-sensitive. Cannot be told for blank text; every text contains a blank. */
export const containsFunction: FormulaFunction = {
  name: 'CONTAINS',
  documentation: helpPage('contains'),
  parameters: [TEXT, TEXT],
  returns: 'Boolean',
  compile(call) {
    const [text, part] = [argument(call, 0).evaluate, argument(call, 1).evaluate];
    return (environment) => {
      const wanted = (part(environment) ?? '') as string;
      if (wanted === '') return true;
      const value = (text(environment) ?? '') as string;
      return value === '' ? null : value.includes(wanted);
    };
  },
};
