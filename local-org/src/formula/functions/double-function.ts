import type { ExactNumber } from '../values/decimal';
import { fromDouble, plainText, toDouble } from '../values/decimal';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { NUMBER } from './parameters';
import { strict1 } from './strict';

/** A function that is computed in doubles, like the platform's. Fails at run time when there is no finite result. */
export function doubleFunction(
  name: string,
  page: string,
  compute: (value: number) => number,
): FormulaFunction {
  return {
    name,
    documentation: helpPage(page),
    parameters: [NUMBER],
    returns: 'Number',
    compile: (call) =>
      strict1<ExactNumber>(call, (value) =>
        fromDouble(
          compute(toDouble(value)),
          `The value '${plainText(value)}' is not valid for function '${name}()'.`,
        ),
      ),
  };
}
