import { FormulaError } from '../errors';
import { escapeHtml } from '../../core';
import { markup, unmark } from '../values/markup';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT, optional } from './parameters';
import { argument } from './strict';

/** HYPERLINK(url, text[, target]): a link, in a new window unless told otherwise. */
export const hyperlinkFunction: FormulaFunction = {
  name: 'HYPERLINK',
  documentation: helpPage('hyperlink'),
  parameters: [TEXT, TEXT, optional('Text')],
  returns(call) {
    const url = argument(call, 0).literal;
    if (typeof url === 'string' && /^\s*javascript:/i.test(url)) {
      throw new FormulaError(
        `Incorrect argument value for ${call.element}. Javascript is not allowed.`,
        call.position,
      );
    }
    return 'Text';
  },
  compile(call) {
    const [url, label] = [argument(call, 0).evaluate, argument(call, 1).evaluate];
    const target = call.arguments[2]?.evaluate;
    call.context.html = true;
    return (environment) => {
      const href = escapeHtml(unmark((url(environment) ?? '') as string));
      const text = labelHtml((label(environment) ?? '') as string);
      const window = target ? escapeHtml((target(environment) ?? '') as string) : '_blank';
      return markup(`<a href="${href}" target="${window}">${text}</a>`);
    };
  },
};

/** A link may surround an image, which is HTML already. */
function labelHtml(label: string): string {
  const plain = unmark(label);
  return plain === label ? escapeHtml(label) : plain;
}
