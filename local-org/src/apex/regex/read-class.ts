import type { PatternReader } from './pattern-reader';
import { literalText, readCharacterEscape } from './read-escape';

/**
 * Reads a character class behind its `[`: unions, ranges, nested classes and intersections. Gives the class as
 * JavaScript writes it with flag v.
 * @throws PatternError
 */
export function readClass(reader: PatternReader, freeSpacing: boolean): string {
  const negated = reader.take('^');
  const operands = [''];
  let first = true;
  for (;;) {
    if (freeSpacing) reader.skipComments();
    if (reader.done) throw reader.error('Unclosed character class', reader.pattern.length - 1);
    if (reader.peek() === ']' && !first) break;
    if (reader.take('&&')) {
      if (reader.peek() !== '&') operands.push('');
    } else {
      operands[operands.length - 1] += readMember(reader, freeSpacing);
    }
    first = false;
  }
  reader.next();
  const filled = operands.filter((operand) => operand !== '');
  const [only = ''] = filled;
  const content = filled.length <= 1 ? only : filled.map((operand) => `[${operand}]`).join('&&');
  return `[${negated ? '^' : ''}${content}]`;
}

/** One member of a union: a nested class, a set, a character or a range. */
function readMember(reader: PatternReader, freeSpacing: boolean): string {
  if (reader.take('[')) return readClass(reader, freeSpacing);
  if (reader.take('\\Q')) {
    const quoted = reader.match(/([\s\S]*?)(?:\\E|$)/)?.[1] ?? '';
    return [...quoted].map((character) => literalText(character.codePointAt(0) ?? 0)).join('');
  }
  const low = readEnd(reader);
  if (low.kind === 'set') return low.text;
  const isRange = reader.peek() === '-' && !['', ']', '[', '&'].includes(reader.peek(2).slice(1));
  if (!isRange) return literalText(low.code);
  const start = reader.index;
  reader.next();
  const high = readEnd(reader);
  if (high.kind === 'set') return `${literalText(low.code)}\\-${high.text}`;
  if (high.code < low.code) throw reader.error('Illegal character range', start + 1);
  return `${literalText(low.code)}-${literalText(high.code)}`;
}

function readEnd(reader: PatternReader): ReturnType<typeof readCharacterEscape> {
  if (reader.take('\\')) {
    if (reader.done) throw reader.error('Unexpected internal error');
    return readCharacterEscape(reader);
  }
  return { kind: 'character', code: reader.next().codePointAt(0) ?? 0 };
}
