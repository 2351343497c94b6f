import type { FormulaScope } from '../types';
import type { ReadOptions } from './field-reference';

/** What is known, and what is collected, while one formula is compiled. */
export class CompileContext {
  /** Referenced fields by their joined path. */
  readonly references = new Map<string, readonly string[]>();
  readonly functions = new Set<string>();
  /** Set once a function produced HTML. */
  html = false;
  readonly readOptions: ReadOptions;

  constructor(readonly scope: FormulaScope) {
    this.readOptions = {
      blanksAsZero: scope.blankHandling === 'BlankAsZero',
      missingParentIsFalse: scope.usage === 'formulaField',
      longIds: scope.usage === 'flow',
    };
  }

  addReference(path: readonly string[]): void {
    this.references.set(path.join('.'), path);
  }
}
