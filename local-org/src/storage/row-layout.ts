import type { RecordValues } from '../core';
import type { Field, SObjectType } from '../schema';
import { isStored, quoteName, type SqlValue } from './columns';

const byType = new WeakMap<SObjectType, RowLayout>();

/** How the columns of a SELECT become a record: `"Id", "IsWon"` and a row `['006...', 1]` give `{ Id, IsWon: true }`. */
export class RowLayout {
  /** The list of columns, quoted. */
  readonly columns: string;
  private readonly names: readonly string[];
  private readonly isBoolean: readonly boolean[];
  /** Records are copies of it: objects of one shape are read and copied faster than those that grow field by field. */
  private readonly blank: Readonly<RecordValues>;

  /** @param fields stored fields, in the order of the columns */
  constructor(fields: readonly Field[]) {
    this.names = fields.map((field) => field.name);
    this.columns = this.names.map(quoteName).join(', ');
    this.isBoolean = fields.map((field) => field.type === 'boolean');
    this.blank = Object.fromEntries(this.names.map((name) => [name, null]));
  }

  /** The layout of all stored fields. Types belong to one schema, so a deploy makes fresh layouts. */
  static of(type: SObjectType): RowLayout {
    let layout = byType.get(type);
    if (!layout) byType.set(type, (layout = new RowLayout(type.fields.filter(isStored))));
    return layout;
  }

  /** The record of a row that came as an array. */
  record(row: readonly SqlValue[]): RecordValues {
    const record: RecordValues = { ...this.blank };
    const { names, isBoolean } = this;
    for (let i = 0; i < names.length; i++) {
      const value = row[i] ?? null;
      record[names[i] as string] = isBoolean[i] ? value === 1 : value;
    }
    return record;
  }
}
