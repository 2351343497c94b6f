import type { Figure } from './figure';
import type { Workspace } from './workspace';

/** What the command line asks for beside the cases. */
export interface BenchOptions {
  /** Rows of the last load of a case that loads growing numbers; its own number when absent. */
  readonly largest?: number;
}

/** Something that is measured. */
export interface BenchCase {
  /** Name on the command line: `bulk`. */
  readonly name: string;
  readonly description: string;
  run(workspace: Workspace, options: BenchOptions): Promise<Measured[]>;
}

/** A figure without the name of its case. */
export type Measured = Omit<Figure, 'case'>;
