import type { FormulaType } from '../types';
import type { ExactNumber } from '../values/decimal';
import { plainText } from '../values/decimal';
import { formatDateTimeText, formatDay, formatTimeOfDay } from '../values/text-formats';
import type { Value } from '../values/value';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { argument } from './strict';

/** How TEXT writes each type. */
const FORMATS: Readonly<Partial<Record<FormulaType, (value: Value & {}) => string>>> = {
  Number: (value) => plainText(value as ExactNumber),
  Date: (value) => formatDay(value as number),
  DateTime: (value) => formatDateTimeText(value as number),
  Time: (value) => formatTimeOfDay(value as number),
  Picklist: (value) => value as string,
  Null: () => '',
};

/** TEXT(value): numbers without trailing zeroes, dates as ISO, date and time in GMT with a Z, picklists as API name. */
export const textFunction: FormulaFunction = {
  name: 'TEXT',
  documentation: helpPage('text'),
  parameters: [parameter('Number', 'Date', 'DateTime', 'Time', 'Picklist')],
  returns: 'Text',
  compile(call) {
    const { type, evaluate } = argument(call, 0);
    const format = FORMATS[type] as (value: Value & {}) => string;
    return (environment) => {
      const value = evaluate(environment);
      return value === null ? '' : format(value);
    };
  },
};
