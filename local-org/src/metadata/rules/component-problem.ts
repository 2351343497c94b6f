import type { PathStep } from '../xml/xml-element';

/** Something wrong with a component, at a place in it. */
export interface ComponentProblem {
  readonly message: string;
  /** From the component's own element; absent for the component as a whole. */
  readonly path?: readonly PathStep[];
}
