import type { Figure } from './figure';
import type { Workspace } from './workspace';

/** Something that is measured. */
export interface BenchCase {
  /** Name on the command line: `bulk`. */
  readonly name: string;
  readonly description: string;
  run(workspace: Workspace): Promise<Measured[]>;
}

/** A figure without the name of its case. */
export type Measured = Omit<Figure, 'case'>;
