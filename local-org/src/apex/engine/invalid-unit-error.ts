import type { CompileProblem } from '../semantics/compile-error';
import type { ApexSource } from './apex-source';

/** Thrown when code is used that does not compile: its dependencies have changed since it was deployed. */
export class InvalidUnitError extends Error {
  constructor(
    readonly source: ApexSource,
    readonly problems: readonly CompileProblem[],
  ) {
    super(`${source.name}: ${problems[0]?.message ?? 'does not compile'}`);
    this.name = 'InvalidUnitError';
  }
}
