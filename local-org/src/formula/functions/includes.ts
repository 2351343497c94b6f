import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT_LITERAL, parameter } from './parameters';
import { argument } from './strict';

/** INCLUDES(multi-select picklist, text): whether that value is among the selected ones. */
export const includesFunction: FormulaFunction = {
  name: 'INCLUDES',
  documentation: helpPage('includes'),
  parameters: [parameter('MultiPicklist'), TEXT_LITERAL],
  returns: 'Boolean',
  compile(call) {
    const { evaluate } = argument(call, 0);
    const wanted = argument(call, 1).literal as string;
    return (environment) => {
      const selected = evaluate(environment) as string;
      return selected === '' ? wanted === '' : selected.split(';').includes(wanted);
    };
  },
};
