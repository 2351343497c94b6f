/** Parts of texts, as the string functions of Apache Commons Lang cut them. */

/** Shortens a text to a width, with `...` where something is left out; null when the width is too small for that. */
export function abbreviate(text: string, maxWidth: number, offset = 0): string | null {
  const least = offset > 4 ? 7 : 4;
  if (maxWidth < 4) return null;
  if (text.length <= maxWidth) return text;
  const start = Math.min(Math.max(offset, 0), text.length - (maxWidth - 3));
  if (start <= 4) return `${text.slice(0, maxWidth - 3)}...`;
  if (maxWidth < least) return null;
  if (start + maxWidth - 3 < text.length) {
    return `...${abbreviate(text.slice(start), maxWidth - 3) ?? ''}`;
  }
  return `...${text.slice(text.length - (maxWidth - 3))}`;
}

/** Fills a text on the left to a length; an empty filler counts as a space. */
export function leftPad(text: string, length: number, filler: string): string {
  return text.padStart(length, filler === '' ? ' ' : filler);
}

/** Fills a text on the right to a length. */
export function rightPad(text: string, length: number, filler: string): string {
  return text.padEnd(length, filler === '' ? ' ' : filler);
}

/** Fills a text on both sides, on the right one more when it does not come out even. */
export function center(text: string, length: number, filler: string): string {
  const missing = length - text.length;
  if (missing <= 0) return text;
  return rightPad(leftPad(text, text.length + Math.floor(missing / 2), filler), length, filler);
}

/** Replaces what is between two positions, which may be in any order and out of bounds. */
export function overlay(text: string, replacement: string, from: number, to: number): string {
  const bounded = (position: number): number => Math.max(0, Math.min(text.length, position));
  const [start, end] = [bounded(Math.min(from, to)), bounded(Math.max(from, to))];
  return text.slice(0, start) + replacement + text.slice(end);
}

export function substringAfter(text: string, separator: string): string {
  const index = text.indexOf(separator);
  return index < 0 ? '' : text.slice(index + separator.length);
}

export function substringAfterLast(text: string, separator: string): string {
  const index = separator === '' ? -1 : text.lastIndexOf(separator);
  return index < 0 ? '' : text.slice(index + separator.length);
}

export function substringBefore(text: string, separator: string): string {
  const index = text.indexOf(separator);
  return index < 0 ? text : text.slice(0, index);
}

export function substringBeforeLast(text: string, separator: string): string {
  const index = separator === '' ? -1 : text.lastIndexOf(separator);
  return index < 0 ? text : text.slice(0, index);
}

/** What is between two texts, or null. */
export function substringBetween(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  if (start < 0) return null;
  const end = text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

/** How often a text occurs in another, without overlap. */
export function countMatches(text: string, searched: string): number {
  return searched === '' ? 0 : text.split(searched).length - 1;
}
