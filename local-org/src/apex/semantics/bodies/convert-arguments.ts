import type { ApexType } from '../../types/apex-type';
import { type Body, converted, singleRow } from './body';
import type { BoundExpression } from '../bound';
import { assignment, isGenericRecordList } from '../conversions';

/**
 * Arguments as the chosen parameters take them. A list of generic records is taken for one of the parameter's records
 * without a look at what it holds.
 *
 * UNVERIFIED: that it is not looked at; a test of a public library that passes on the platform relies on it.
 * @see https://github.com/apex-enterprise-patterns/fflib-apex-common (fflib_SObjectDomainTest.testGetChangedFieldsAsStrings)
 */
export function convertArguments(
  body: Body,
  args: readonly BoundExpression[],
  parameters: readonly ApexType[],
): BoundExpression[] {
  return args.map((given, i) => {
    const parameter = parameters[i];
    if (!parameter) return given;
    const value = singleRow(given, parameter) ?? given;
    const found = assignment(value.type, parameter, body.types);
    if (!found || isGenericRecordList(value.type, body.types)) return value;
    return converted(value, found.conversion, parameter);
  });
}
