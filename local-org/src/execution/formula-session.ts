import type { Clock, FieldValue, RecordValues } from '../core';
import {
  FormulaError,
  formulaFieldValue,
  type CompiledFormula,
  type FormulaEnvironment,
  type FormulaRecord,
} from '../formula';
import type { Field, Schema, SObjectType } from '../schema';
import type { RecordStore, SqlValue } from '../storage';
import type { FormulaCompiler, FormulaSource } from './formula-compiler';
import type { FormulaGlobals } from './formula-globals';
import type { FormulaInputs } from './formula-inputs';
import { InputFormulaRecord, StoredFormulaRecord } from './formula-records';
import type { RunningUser } from './running-user';
import { SessionEnvironment } from './session-environment';

/** What a session reads from. */
export interface FormulaServices {
  schema(): Schema;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly compiler: FormulaCompiler;
  readonly globals: Pick<FormulaGlobals, 'reader' | 'globalType'>;
}

/** The record, and how it changed, that a rule is evaluated on. */
export interface RuleSubject {
  readonly type: SObjectType;
  readonly values: Readonly<RecordValues>;
  readonly prior: Readonly<RecordValues> | null;
  readonly isNew: boolean;
}

/**
 * Evaluates formulas for one user at one moment: one chunk of a save, one query. Parents that were read and globals
 * are kept for its life, so open another one after records have changed.
 */
export class FormulaSession {
  readonly schema: Schema;
  readonly nowMs: number;
  private readonly rows = new Map<string, RecordValues | null>();
  private readonly globalValues = new Map<string, FieldValue>();
  private lastOfInputs: { inputs: FormulaInputs; values: readonly SqlValue[]; value: FieldValue } | undefined;

  constructor(
    private readonly services: FormulaServices,
    readonly user: RunningUser,
  ) {
    this.schema = services.schema();
    this.nowMs = services.clock.now();
  }

  /** A record in memory as formulas read it. */
  record(type: SObjectType, values: Readonly<RecordValues>): FormulaRecord {
    return new StoredFormulaRecord(this, type, values);
  }

  /** A stored record as formulas read it; null when there is none. */
  stored(type: SObjectType, id: string): FormulaRecord | null {
    const values = this.load(type, id);
    return values ? this.record(type, values) : null;
  }

  /** Reads a row once. */
  load(type: SObjectType, id: string): RecordValues | undefined {
    let row = this.rows.get(id);
    if (row === undefined) this.rows.set(id, (row = this.services.store.find(type, id) ?? null));
    return row ?? undefined;
  }

  /** Reads rows that formulas will ask for in one statement. */
  prefetch(type: SObjectType, ids: Iterable<string>): void {
    const missing = [...new Set(ids)].filter((id) => !this.rows.has(id));
    if (missing.length === 0) return;
    const found = this.services.store.findAll(type, missing);
    for (const id of missing) this.rows.set(id, found.get(id) ?? null);
  }

  /**
   * The value of a formula field on a stored record; null when there is no such record.
   *
   * `valueOf('Opportunity', 'Weighted__c', '006...')` may be `1250.5`.
   */
  valueOf(objectName: string, fieldName: string, recordId: string): FieldValue {
    const type = this.schema.find(objectName);
    const row = type && this.load(type, recordId);
    return type && row ? this.valueIn(objectName, fieldName, row) : null;
  }

  /**
   * The value of a formula field on a record of which only what the formula reads is at hand.
   * @param values the inputs as they are stored, in their order
   */
  valueOfInputs(inputs: FormulaInputs, values: readonly SqlValue[]): FieldValue {
    const last = this.lastOfInputs;
    // A condition such as `= THIS_WEEK` asks for the same field of the same record twice in a row.
    if (last?.inputs === inputs && values.every((value, i) => value === last.values[i])) return last.value;
    const value = new InputFormulaRecord(this, inputs.record, values).get(inputs.field.name);
    this.lastOfInputs = { inputs, values, value };
    return value;
  }

  /** The value of a field, formula or not, on a record in memory. */
  valueIn(objectName: string, fieldName: string, values: Readonly<RecordValues>): FieldValue {
    const type = this.schema.find(objectName);
    const field = type?.field(fieldName);
    return type && field ? this.record(type, values).get(field.name) : null;
  }

  /**
   * Computes a formula field, rounded to its scale. A formula that fails at run time reads as null.
   * @see https://help.salesforce.com/s/articleView?id=sf.customize_functions.htm
   */
  formulaFieldValue(type: SObjectType, field: Field, environment: FormulaEnvironment): FieldValue {
    const compiled = this.services.compiler.compileField(this.schema, type, field);
    return asFieldValue(field, evaluateOrNull(compiled, environment));
  }

  /** Compiles a formula against the session's schema, once. @throws FormulaError when it does not compile */
  compile(source: FormulaSource): CompiledFormula {
    return this.services.compiler.compile(this.schema, source);
  }

  /** Evaluates a rule or default on a record. @throws what the formula throws at run time */
  evaluate(compiled: CompiledFormula, subject: RuleSubject): FieldValue {
    const record = this.record(subject.type, subject.values);
    const prior = subject.prior && this.record(subject.type, subject.prior);
    return compiled.evaluate(this.environment(record, prior, subject.isNew));
  }

  /** What a formula is evaluated in. */
  environment(record: FormulaRecord, prior: FormulaRecord | null, isNew: boolean): FormulaEnvironment {
    return new SessionEnvironment(this, record, prior, isNew);
  }

  /** Value of a global: `['$User', 'Department']`. @param record the one that a formula looks at */
  global(path: readonly string[], record: FormulaRecord): FieldValue {
    const reader = this.services.globals.reader(path);
    if (reader.dependsOnRecord) return reader.value(this.user, record);
    let value = this.globalValues.get(reader.key);
    if (value === undefined) this.globalValues.set(reader.key, (value = reader.value(this.user, record)));
    return value;
  }

  /** VLOOKUP: a field of the first record of an object whose key field has a value. */
  lookup(objectName: string, resultField: string, keyField: string, key: FieldValue): FieldValue {
    const type = this.schema.find(objectName);
    const field = type?.field(keyField);
    const result = type?.field(resultField);
    if (!type || !field || !result || key === null) return null;
    const row = this.services.store.findBy(type, field, [key]).find((found) => found['IsDeleted'] !== true);
    return row ? this.record(type, row).get(result.name) : null;
  }
}

/**
 * A formula's result as the value of its field: percent in display form, rounded to the scale, blank text null,
 * checkbox never null. A percent field's 0.5 becomes 50.
 */
export function asFieldValue(field: Field, result: FieldValue): FieldValue {
  if (typeof result === 'number') return formulaFieldValue(result, field);
  if (field.type === 'boolean') return result === true;
  return result === '' ? null : result;
}

function evaluateOrNull(compiled: CompiledFormula, environment: FormulaEnvironment): FieldValue {
  try {
    return compiled.evaluate(environment);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
