import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { strict1 } from './strict';

/** PICKLISTCOUNT(multi-select picklist): how many values are selected. */
export const picklistCountFunction: FormulaFunction = {
  name: 'PICKLISTCOUNT',
  documentation: helpPage('picklistcount'),
  parameters: [parameter('MultiPicklist')],
  returns: 'Number',
  compile: (call) => strict1<string>(call, (selected) => (selected === '' ? 0 : selected.split(';').length)),
};
