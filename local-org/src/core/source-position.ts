/** A place in a source text; both count from 1. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** The position of a character offset (from 0) in a text. */
export function positionAt(text: string, offset: number): SourcePosition {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}
