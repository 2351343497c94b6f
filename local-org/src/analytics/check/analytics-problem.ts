/** A fault of a report or dashboard, and the element that it stands in. */
export interface AnalyticsProblem {
  readonly message: string;
  /** Steps from the root: element names and indexes of repeated elements. */
  readonly path: readonly (string | number)[];
}
