import type { ApexType } from '../../types/apex-type';
import { type Body, converted } from './body';
import type { BoundExpression } from '../bound';
import { assignment } from '../conversions';

/** Arguments as the chosen parameters take them. */
export function convertArguments(
  body: Body,
  args: readonly BoundExpression[],
  parameters: readonly ApexType[],
): BoundExpression[] {
  return args.map((value, i) => {
    const parameter = parameters[i];
    const found = parameter && assignment(value.type, parameter, body.types);
    return parameter && found ? converted(value, found.conversion, parameter) : value;
  });
}
