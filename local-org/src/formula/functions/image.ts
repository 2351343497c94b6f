import type { ExactNumber } from '../values/decimal';
import { plainText } from '../values/decimal';
import { escapeHtml } from '../../core';
import { markup } from '../values/markup';
import type { Value } from '../values/value';
import type { FormulaFunction } from './formula-function';
import { helpPage } from './formula-function';
import { TEXT, optional } from './parameters';
import { argument } from './strict';

/** IMAGE(url, alternate text[, height, width]): sizes in pixels. */
export const imageFunction: FormulaFunction = {
  name: 'IMAGE',
  documentation: helpPage('image'),
  parameters: [TEXT, TEXT, optional('Number'), optional('Number')],
  returns: 'Text',
  compile(call) {
    const [url, label] = [argument(call, 0).evaluate, argument(call, 1).evaluate];
    const [height, width] = [call.arguments[2]?.evaluate, call.arguments[3]?.evaluate];
    call.context.html = true;
    return (environment) => {
      const source = escapeHtml((url(environment) ?? '') as string);
      const alternate = escapeHtml((label(environment) ?? '') as string);
      const sizes = [sizeOf('height', height?.(environment)), sizeOf('width', width?.(environment))].filter(
        Boolean,
      );
      const style = sizes.length > 0 ? ` style="${sizes.join(' ')}"` : '';
      return markup(`<img src="${source}" alt="${alternate}"${style} border="0"/>`);
    };
  },
};

function sizeOf(name: string, pixels: Value | undefined): string {
  return pixels === null || pixels === undefined ? '' : `${name}:${plainText(pixels as ExactNumber)}px;`;
}
