import type { Evaluate } from '../compiler/expression';
import { typeLabel, wrongType } from '../compiler/type-errors';
import type { FormulaType } from '../types';
import type { ExactNumber } from '../values/decimal';
import { toInteger } from '../values/decimal';
import { formatSeconds } from '../values/text-formats';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { parameter } from './parameters';
import { argument, strict1, strict2 } from './strict';

/** FORMATDURATION(seconds[, with days]) or (time, time) or (date and time, date and time), which shows days. */
export const formatDurationFunction: FormulaFunction = {
  name: 'FORMATDURATION',
  documentation: helpPage('formatduration'),
  parameters: [
    parameter('Number', 'Time', 'DateTime'),
    { types: ['Boolean', 'Time', 'DateTime'], optional: true },
  ],
  returns(call) {
    const [first, second] = [argument(call, 0), call.arguments[1]];
    const wanted: FormulaType = first.type === 'Number' ? 'Boolean' : first.type;
    if (!second) {
      if (first.type !== 'Number') throw wrongType(call.element, ['Number'], first);
    } else if (second.type !== wanted && first.type !== 'Null' && second.type !== 'Null') {
      throw wrongType(call.element, [typeLabel(wanted)], second);
    }
    return 'Text';
  },
  compile(call) {
    const first = argument(call, 0);
    if (call.arguments.length === 1) {
      return blankText(strict1<ExactNumber>(call, (seconds) => format(toInteger(seconds), false)));
    }
    if (first.type === 'Number') {
      return blankText(
        strict2<ExactNumber, boolean>(call, (seconds, withDays) => format(toInteger(seconds), withDays)),
      );
    }
    const withDays = first.type === 'DateTime';
    return blankText(
      strict2<number, number>(call, (from, to) => format(Math.trunc((to - from) / 1000), withDays)),
    );
  },
};

function blankText(evaluate: Evaluate): Evaluate {
  return (environment) => evaluate(environment) ?? '';
}

function format(duration: number, withDays: boolean): string {
  const seconds = Math.abs(duration);
  return withDays
    ? `${Math.floor(seconds / 86_400)}:${formatSeconds(seconds % 86_400)}`
    : formatSeconds(seconds);
}
