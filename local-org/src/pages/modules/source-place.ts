/** A place in a file of a component, from 1. */
export interface SourcePlace {
  /** Path in the bundle: `tripCard.ts`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
