import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexValue } from '../../runtime/values/apex-value';
import { decimalOf } from '../../runtime/values/numbers';
import { UnsupportedFeatureError } from '../../../core';
import { formatNumber } from '../locale-format';

/**
 * Fills a pattern as java.text.MessageFormat: `{0}` is the first argument, text in single quotes stands as it is, `''`
 * is a quote. Arguments that are not there stay as they are written.
 * @throws StringException for a pattern that is not valid, or a number format on something else
 */
export function formatMessage(runtime: ApexRuntime, pattern: string, args: readonly ApexValue[]): string {
  let output = '';
  let quoted = false;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    if (character === "'") {
      if (pattern.charAt(index + 1) === "'") {
        output += "'";
        index++;
      } else quoted = !quoted;
    } else if (character === '{' && !quoted) {
      const end = pattern.indexOf('}', index);
      if (end < 0) return invalid(runtime, 'Unmatched braces in the pattern.');
      output += formatElement(runtime, pattern.slice(index + 1, end), args);
      index = end;
    } else output += character;
  }
  return output;
}

function formatElement(runtime: ApexRuntime, element: string, args: readonly ApexValue[]): string {
  const [position = '', type = '', style = ''] = element.split(',').map((part) => part.trim());
  if (!/^\d+$/.test(position)) return invalid(runtime, `can't parse argument number: ${position}`);
  const value = args[Number(position)];
  if (value === undefined) return `{${position}}`;
  if (type === '') return runtime.toText(value);
  if (type !== 'number') throw new UnsupportedFeatureError(`String.format: {n,${type}}`);
  const number = decimalOf(value);
  if (!number) return invalid(runtime, 'Cannot format given Object as a Number');
  const digits = style === 'integer' ? number.setScale(runtime, 0, 'HALF_EVEN') : number;
  if (style !== '' && style !== 'integer')
    throw new UnsupportedFeatureError(`String.format: {n,number,${style}}`);
  return formatNumber(digits.toPlainString(), runtime.user.locale);
}

function invalid(runtime: ApexRuntime, message: string): never {
  return runtime.throwNew('System.StringException', message);
}
