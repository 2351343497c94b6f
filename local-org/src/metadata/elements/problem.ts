import type { SourcePosition } from '../../core';

/** Something wrong with a component, in the platform's words. */
export interface Problem {
  readonly message: string;
  readonly position?: SourcePosition;
  /** Absent means error. */
  readonly severity?: 'Error' | 'Warning';
}
