import { escapeHtml } from '../../core';

/**
 * Marks around HTML that a function produced, so that the rest of the text can be escaped at the end.
 * They are private-use characters, which no field holds.
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Marks a piece of HTML as final. */
export function markup(html: string): string {
  return OPEN + html + CLOSE;
}

/** Removes marks inside a text that becomes part of another piece of HTML. */
export function unmark(text: string): string {
  return text.includes(OPEN) ? text.replace(/[\uE000\uE001]/g, '') : text;
}

/** Escapes everything outside marked pieces and drops the marks. */
export function renderHtml(text: string): string {
  let html = '';
  let depth = 0;
  for (const piece of text.split(/([\uE000\uE001])/)) {
    if (piece === OPEN) depth++;
    else if (piece === CLOSE) depth = Math.max(0, depth - 1);
    else html += depth > 0 ? piece : escapeHtml(piece);
  }
  return html;
}
