import type { Evaluate } from '../compiler/expression';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT } from './parameters';

/** SUBSTITUTE(text, old, new): every occurrence; blank when the old text is. */
export const substituteFunction: FormulaFunction = {
  name: 'SUBSTITUTE',
  documentation: helpPage('substitute'),
  parameters: [TEXT, TEXT, TEXT],
  returns: 'Text',
  compile(call) {
    const [text, old, replacement] = call.arguments.map((part) => part.evaluate) as [
      Evaluate,
      Evaluate,
      Evaluate,
    ];
    return (environment) => {
      const value = (text(environment) ?? '') as string;
      const wanted = (old(environment) ?? '') as string;
      if (value === '' || wanted === '') return '';
      return value.replaceAll(wanted, () => (replacement(environment) ?? '') as string);
    };
  },
};
