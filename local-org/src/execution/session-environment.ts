import type { FieldValue } from '../core';
import type { FormulaEnvironment, FormulaRecord } from '../formula';
import type { FormulaSession } from './formula-session';

/** What one formula is evaluated in: a record, and the session that answers for everything else. */
export class SessionEnvironment implements FormulaEnvironment {
  readonly isClone = false;
  readonly nowMs: number;
  readonly timeZone: string;

  constructor(
    private readonly session: FormulaSession,
    readonly record: FormulaRecord,
    readonly prior: FormulaRecord | null,
    readonly isNew: boolean,
  ) {
    this.nowMs = session.nowMs;
    this.timeZone = session.user.timeZone;
  }

  global(path: readonly string[]): FieldValue {
    return this.session.global(path, this.record);
  }

  lookup(objectName: string, resultField: string, keyField: string, key: FieldValue): FieldValue {
    return this.session.lookup(objectName, resultField, keyField, key);
  }
}
