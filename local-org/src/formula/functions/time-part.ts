import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { strict1 } from './strict';

/** A function that reads one number from a time. */
export function timePart(name: string, unitMs: number, count: number): FormulaFunction {
  return {
    name,
    documentation: helpPage(name.toLowerCase()),
    parameters: [parameter('Time')],
    returns: 'Number',
    compile: (call) => strict1<number>(call, (time) => Math.floor(time / unitMs) % count),
  };
}
