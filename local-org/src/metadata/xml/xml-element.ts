import type { SourcePosition } from '../../core';

/** An element of a parsed file. */
export interface XmlElement {
  /** Without a prefix: `fields`. */
  readonly name: string;
  /** Namespace the element is in; empty for none. */
  readonly namespace: string;
  /** Attributes by local name: `{ type: 'xsd:string' }`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, untrimmed; of interest when there are no children. */
  readonly text: string;
  /** Right behind the start tag, where the platform reports problems: `    <fields>` on line 4 is 4:13. */
  readonly position: SourcePosition;
}

/** A step of a path into a file: an element's name, or the number (from 0) of a repeated one. */
export type PathStep = string | number;

/**
 * The position of the element at a path, or of its nearest ancestor in the file.
 *
 * `positionAtPath(root, ['fieldPermissions', 2, 'field'])` is the third field permission's field.
 */
export function positionAtPath(root: XmlElement, path: readonly PathStep[]): SourcePosition {
  let current = root;
  for (let step = 0; step < path.length; step++) {
    const name = path[step];
    const next = path[step + 1];
    const index = typeof next === 'number' ? next : 0;
    const child = current.children.filter((candidate) => candidate.name === name)[index];
    if (!child) break;
    current = child;
    if (typeof next === 'number') step++;
  }
  return current.position;
}
