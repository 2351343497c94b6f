import type { Node } from '../syntax/ast';

/** One problem of a class, trigger or anonymous block, in the platform's words. */
export interface CompileProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Collects the problems of one unit, so that all of them are reported at once. */
export class CompileProblems {
  /** By place and message, which are told once. */
  private readonly found = new Map<string, CompileProblem>();

  report({ line, column }: Node, message: string): void {
    this.found.set(`${line}:${column} ${message}`, { line, column, message });
  }

  /** In order of place. */
  get all(): readonly CompileProblem[] {
    return [...this.found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  }
}
