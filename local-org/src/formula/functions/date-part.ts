import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { strict1 } from './strict';

/** A function that reads one number from a date; a date and time is read in GMT. */
export function datePart(name: string, compute: (epochMs: number) => number): FormulaFunction {
  return {
    name,
    documentation: helpPage(name.toLowerCase()),
    parameters: [parameter('Date', 'DateTime')],
    returns: 'Number',
    compile: (call) => strict1<number>(call, compute),
  };
}
