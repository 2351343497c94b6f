import type { FieldValue } from '../../core';
import type { FormulaSession } from '../../execution';
import type { FormulaEnvironment, FormulaRecord } from '../../formula';
import { FlowRecord } from './flow-record';
import type { Interview } from './interview';

/**
 * What the formulas of an interview read. It lasts for one evaluation, with the formulas that are evaluated inside of
 * it: records do not change meanwhile.
 */
export class InterviewEnvironment implements FormulaEnvironment {
  readonly isClone = false;
  readonly nowMs: number;
  readonly timeZone: string;
  private readonly session: FormulaSession;
  private current: FormulaRecord | undefined;
  private before: FormulaRecord | null | undefined;

  constructor(private readonly interview: Interview) {
    this.session = interview.run.session;
    this.nowMs = this.session.nowMs;
    this.timeZone = this.session.user.timeZone;
  }

  get record(): FormulaRecord {
    return (this.current ??= this.formulaRecord(this.interview.triggeringRecord) ?? this.noRecord());
  }

  get prior(): FormulaRecord | null {
    if (this.before === undefined) this.before = this.formulaRecord(this.interview.trigger?.prior ?? null);
    return this.before;
  }

  get isNew(): boolean {
    return this.interview.trigger?.isNew ?? false;
  }

  /** A global, or a resource of the flow: a record is its id, a percent its fraction. */
  global(path: readonly string[]): FieldValue {
    const [first = ''] = path;
    if (first.startsWith('$') && first.toLowerCase() !== '$flow')
      return this.session.global(path, this.record);
    const { read, isPercent } = this.interview.compiled.formulaReference(path);
    const value = read(this.interview);
    if (value instanceof FlowRecord) return value.id;
    if (value === null || typeof value === 'object') return null;
    return isPercent && typeof value === 'number' ? value / 100 : value;
  }

  lookup(objectName: string, resultField: string, keyField: string, key: FieldValue): FieldValue {
    return this.session.lookup(objectName, resultField, keyField, key);
  }

  private formulaRecord(record: FlowRecord | null): FormulaRecord | null {
    return record && this.session.record(record.type, record.values);
  }

  private noRecord(): FormulaRecord {
    return { objectName: this.interview.flow.start.objectName ?? '', get: () => null, parent: () => null };
  }
}
