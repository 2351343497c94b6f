import type { ApexRuntime } from '../runtime/apex-runtime';
import type { CompiledPattern, PatternMatch } from './compiled-pattern';

/** Writes what replaces a match. */
export type ReplacementWriter = (match: PatternMatch) => string;

/**
 * Reads a replacement of java.util.regex: `$1` and `${name}` are groups, a backslash takes the next character as it is.
 * `$12` is group 12 if there are so many, else group 1 and a 2.
 *
 * UNVERIFIED: the texts of the exceptions for malformed replacements, which are Java's.
 * @throws StringException for a group that the pattern has not
 */
export function readReplacement(
  runtime: ApexRuntime,
  pattern: CompiledPattern,
  replacement: string,
): ReplacementWriter {
  const parts: (string | number)[] = [];
  const token = /\\([\s\S])|\$(?:\{([A-Za-z][A-Za-z0-9]*)\}|(\d+))|([\\$])|([^\\$]+)/g;
  for (const [, escaped, name, digits, stray, text] of replacement.matchAll(token)) {
    if (stray !== undefined) {
      const message = stray === '$' ? 'Illegal group reference' : 'character to be escaped is missing';
      runtime.throwNew('System.StringException', message);
    }
    if (name !== undefined) parts.push(namedGroup(runtime, pattern, name));
    else if (digits !== undefined) parts.push(...numberedGroup(runtime, pattern, digits));
    else parts.push(escaped ?? text ?? '');
  }
  return ({ groups }) =>
    parts.map((part) => (typeof part === 'string' ? part : (groups[part] ?? ''))).join('');
}

function namedGroup(runtime: ApexRuntime, pattern: CompiledPattern, name: string): number {
  return (
    pattern.groupNamed(name) ?? runtime.throwNew('System.StringException', `No group with name {${name}}`)
  );
}

/** The group, and the digits that do not belong to its number. */
function numberedGroup(runtime: ApexRuntime, pattern: CompiledPattern, digits: string): [number, string] {
  let length = 1;
  while (length < digits.length && Number(digits.slice(0, length + 1)) <= pattern.groupCount) length++;
  const group = Number(digits.slice(0, length));
  if (group > pattern.groupCount) runtime.throwNew('System.StringException', `No group ${group}`);
  return [group, digits.slice(length)];
}

/** Replaces matches from the start of a text; `most` is how many. */
export function replaceMatches(
  runtime: ApexRuntime,
  pattern: CompiledPattern,
  text: string,
  replacement: string,
  most: number,
): string {
  const write = readReplacement(runtime, pattern, replacement);
  let output = '';
  let copied = 0;
  let from = 0;
  for (let count = 0; count < most; count++) {
    const match = from <= text.length ? pattern.search(runtime, text, from, 'find') : null;
    if (!match) break;
    output += text.slice(copied, match.start) + write(match);
    copied = match.end;
    from = nextStart(match);
  }
  return output + text.slice(copied);
}

/** Where the search goes on: behind the match, and one further when it was empty. */
export function nextStart(match: PatternMatch): number {
  return match.end === match.start ? match.end + 1 : match.end;
}

/**
 * Splits a text as Java does: a positive limit bounds the number of parts, 0 drops empty parts at the end, a negative
 * limit keeps them. An empty match at the start makes no part.
 */
export function splitText(
  runtime: ApexRuntime,
  pattern: CompiledPattern,
  text: string,
  limit: number,
): string[] {
  const parts: string[] = [];
  let copied = 0;
  let from = 0;
  while (from <= text.length && (limit <= 0 || parts.length < limit - 1)) {
    const match = pattern.search(runtime, text, from, 'find');
    if (!match) break;
    from = nextStart(match);
    if (match.end === 0) continue;
    // An empty match at the end of the text splits nothing off.
    if (match.start === match.end && match.start >= text.length) break;
    parts.push(text.slice(copied, match.start));
    copied = match.end;
  }
  parts.push(text.slice(copied));
  if (limit === 0) while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts.length === 1 && parts[0] === '' && text !== '' && limit === 0 ? [] : parts;
}
