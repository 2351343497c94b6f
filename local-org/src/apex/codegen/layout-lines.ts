/** Encloses the number of a line; cannot occur in generated text, whose strings are escaped. */
const MARK = '\u0001';

/** Marks that what follows belongs to a line of the source. */
export function atLine(line: number): string {
  return `${MARK}${line}${MARK}`;
}

/**
 * Breaks marked text into lines such that what follows a mark stands on the marked line, as long as marks ascend. Places
 * in JavaScript stacks are then places in the source.
 */
export function layoutLines(marked: string): string {
  const parts = marked.split(MARK);
  let text = parts[0] ?? '';
  let line = 1;
  for (let i = 1; i < parts.length; i += 2) {
    const wanted = Number(parts[i]);
    if (wanted > line) {
      text += '\n'.repeat(wanted - line);
      line = wanted;
    }
    text += parts[i + 1] ?? '';
  }
  return text;
}

/** The same marks, all of them so many lines further down. */
export function shiftLines(marked: string, by: number): string {
  return marked
    .split(MARK)
    .map((part, i) => (i % 2 === 1 ? String(Number(part) + by) : part))
    .join(MARK);
}
