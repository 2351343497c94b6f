import type { FieldValue, RecordValues } from '../core';
import type { AutomationRecord, DuplicateResult } from '../execution';
import { saveError } from './save-errors';
import type { RecordInput, SaveError, SaveResult } from './types';

/** One record on its way through a save. */
export class SaveRecord implements AutomationRecord {
  id: string | null = null;
  values: RecordValues = {};
  prior: RecordValues | null = null;
  /** Fields that the client, or automation before the save, gave a value (canonical names). */
  assigned = new Set<string>();
  errors: SaveError[] = [];
  /** What a success reports beside the id: that an event is on its way. */
  notice: SaveError | null = null;

  constructor(
    /** Position in the caller's list. */
    readonly index: number,
    private given: RecordInput,
  ) {}

  /** Makes the input an update of a stored record, whatever id it carried. */
  identifiedBy(id: string): this {
    const rest = Object.entries(this.given).filter(([name]) => name.toLowerCase() !== 'id');
    this.given = { ...Object.fromEntries(rest), Id: id };
    return this;
  }

  /** What the client sent. */
  get input(): RecordInput {
    return this.given;
  }

  get failed(): boolean {
    return this.errors.length > 0;
  }

  fail(error: SaveError): void {
    this.errors.push(error);
  }

  addError(
    message: string,
    field?: string,
    statusCode = 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    duplicateResult?: DuplicateResult,
  ): void {
    const error = saveError(statusCode, message, field === undefined ? [] : [field]);
    this.fail(duplicateResult ? { ...error, duplicateResult } : error);
  }

  /** A field's value; null when it has none. */
  get(fieldName: string): FieldValue {
    return this.values[fieldName] ?? null;
  }

  /** The field's value before the change; null on insert. */
  before(fieldName: string): FieldValue {
    return this.prior?.[fieldName] ?? null;
  }

  /** Whether the save changes the field; on insert, whether it has a value. */
  changes(fieldName: string): boolean {
    return this.get(fieldName) !== this.before(fieldName);
  }

  /** Makes a retry start from the input again. */
  reset(): void {
    this.id = null;
    this.values = {};
    this.prior = null;
    this.assigned = new Set();
    this.errors = [];
    this.notice = null;
  }

  result(created?: boolean): SaveResult {
    const success = !this.failed;
    return {
      id: success ? this.id : null,
      success,
      ...(created !== undefined && { created: success && created }),
      errors: success && this.notice ? [this.notice] : this.errors,
    };
  }
}
