import type { FieldValue } from '../../core';
import type { ObjectField } from '../compiler/expression';
import { wrongArgumentType } from '../compiler/type-errors';
import type { ExactNumber } from '../values/decimal';
import { percentToFraction } from '../values/decimal';
import { readerOf } from '../values/field-values';
import type { FormulaFunction, FunctionCall } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT, parameter } from './parameters';
import { argument } from './strict';

/**
 * VLOOKUP(field to return, key field, key): reads the first record of another object by its key field. Both fields are
 * written `$ObjectType.Zip_Code__c.Fields.City__c`.
 */
export const vlookupFunction: FormulaFunction = {
  name: 'VLOOKUP',
  documentation: helpPage('vlookup'),
  parameters: [parameter('ObjectField'), parameter('ObjectField'), TEXT],
  usages: ['validationRule'],
  returns: (call) => argument(call, 0).type,
  compile(call) {
    const result = objectField(call, 0);
    const key = objectField(call, 1);
    if (result.objectName !== key.objectName) throw wrongArgumentType(call.element, call.position);
    const wanted = argument(call, 2).evaluate;
    const read = readerOf(argument(call, 0).type);
    const { objectName } = result;
    return (environment) => {
      const value = wanted(environment);
      if (value === null || value === '') return read(null);
      const found = read(
        environment.lookup(objectName, result.fieldName, key.fieldName, value as FieldValue),
      );
      return result.percent && found !== null ? percentToFraction(found as ExactNumber) : found;
    };
  },
};

function objectField(call: FunctionCall, index: number): ObjectField {
  return argument(call, index).objectField as ObjectField;
}
