import type { ApexType } from '../../types/apex-type';
import { type Body, converted, singleRow } from './body';
import type { BoundExpression } from '../bound';
import { assignment } from '../conversions';

/** Arguments as the chosen parameters take them. */
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
    return found ? converted(value, found.conversion, parameter) : value;
  });
}
