import type { Node } from '../syntax/ast';

/** One problem of a class, trigger or anonymous block, in the platform's words. */
export interface CompileProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Collects the problems of one unit, so that all of them are reported at once. */
export class CompileProblems {
  private readonly found: CompileProblem[] = [];

  report(at: Node, message: string): void {
    const same = (problem: CompileProblem): boolean =>
      problem.line === at.line && problem.column === at.column && problem.message === message;
    if (!this.found.some(same)) this.found.push({ line: at.line, column: at.column, message });
  }

  /** In order of place. */
  get all(): readonly CompileProblem[] {
    return [...this.found].sort((a, b) => a.line - b.line || a.column - b.column);
  }
}
