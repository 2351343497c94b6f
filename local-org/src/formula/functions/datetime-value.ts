import { parseDateTimeText } from '../values/text-formats';
import { isText } from '../values/value';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { argument } from './strict';

/** DATETIMEVALUE(text or date): text is in GMT; a date becomes its midnight in GMT. */
export const datetimeValueFunction: FormulaFunction = {
  name: 'DATETIMEVALUE',
  documentation: helpPage('datetimevalue'),
  parameters: [parameter('Text', 'DateTime', 'Date')],
  returns: 'DateTime',
  compile(call) {
    const { type, evaluate } = argument(call, 0);
    if (!isText(type)) return evaluate;
    return (environment) => {
      const text = evaluate(environment);
      return text === null || text === '' ? null : parseDateTimeText(text as string);
    };
  },
};
