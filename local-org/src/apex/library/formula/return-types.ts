import type { FieldValue } from '../../../core';
import type { FormulaType } from '../../../formula';
import type { FieldType } from '../../../schema';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { toApexValue } from '../../runtime/data/field-values';
import { ApexDouble } from '../../runtime/values/apex-double';
import type { ApexValue } from '../../runtime/values/apex-value';

/** What a result type of formulas in Apex means. */
export interface ReturnType {
  /** The type that the formula must have. */
  readonly formula: FormulaType;
  toApex(runtime: ApexRuntime, value: NonNullable<FieldValue>): ApexValue;
}

const asField =
  (type: FieldType): ReturnType['toApex'] =>
  (runtime, value) =>
    toApexValue(runtime, { type, scale: 0 }, value);

/** UNVERIFIED: whole numbers are cut off, not rounded. */
const whole =
  (type: 'int' | 'long'): ReturnType['toApex'] =>
  (runtime, value) =>
    toApexValue(runtime, { type, scale: 0 }, Math.trunc(Number(value)));

/** By constant of `FormulaEval.FormulaReturnType`. */
export const RETURN_TYPES: Readonly<Record<string, ReturnType>> = {
  BOOLEAN: { formula: 'Boolean', toApex: asField('boolean') },
  DATE: { formula: 'Date', toApex: asField('date') },
  DATETIME: { formula: 'DateTime', toApex: asField('datetime') },
  DECIMAL: { formula: 'Number', toApex: asField('double') },
  DOUBLE: { formula: 'Number', toApex: (_runtime, value) => new ApexDouble(Number(value)) },
  ID: { formula: 'Text', toApex: asField('string') },
  INTEGER: { formula: 'Number', toApex: whole('int') },
  LONG: { formula: 'Number', toApex: whole('long') },
  STRING: { formula: 'Text', toApex: asField('string') },
  TIME: { formula: 'Time', toApex: asField('time') },
};
