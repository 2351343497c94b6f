import type { FieldValue } from '../../core';
import type { FormulaInputs } from '../../execution';
import type { Field, Schema, SObjectType } from '../../schema';
import { toSql, type SqlValue } from '../../storage';

/** Computes formula fields of stored records. */
export interface FormulaPort {
  /** What a formula field is computed from. */
  inputs(type: SObjectType, field: Field): FormulaInputs;
  /** Computes it. @param values the inputs as they are stored, in their order; what follows them means nothing */
  value(inputs: FormulaInputs, values: readonly SqlValue[]): FieldValue;
}

/** A formula field as statements compute it. */
export interface FormulaColumn {
  /** Stands for the field in the text of statements. */
  readonly number: number;
  readonly inputs: FormulaInputs;
}

/**
 * Numbers the formula fields that statements name and computes them. A field keeps its number in every schema, since
 * statements of an older one run again when a deploy is undone. A text instead of the number would cost more than the
 * field: Node keeps what it hands to a function until the statement ends.
 */
export class FormulaColumns {
  private readonly numbers = new Map<string, number>();
  private readonly names: (readonly [objectName: string, fieldName: string])[] = [];
  /** Of the schema of this moment, by number. */
  private columns: FormulaColumn[] = [];
  private schema: Schema | undefined;

  constructor(
    private readonly currentSchema: () => Schema,
    private readonly port: FormulaPort,
  ) {}

  /** How statements compute a formula field. */
  column(type: SObjectType, field: Field): FormulaColumn {
    const name = `${type.name}.${field.name}`;
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.push([type.name, field.name]) - 1;
      this.numbers.set(name, number);
    }
    return { number, inputs: this.port.inputs(type, field) };
  }

  /** The value of a formula field. @param values those of its inputs, then its number */
  value(values: readonly SqlValue[]): SqlValue {
    // The record behind a lookup may be missing; it has no formulas then.
    if (values[0] === null) return null;
    return toSql(this.port.value(this.numbered(Number(values.at(-1))).inputs, values));
  }

  private numbered(number: number): FormulaColumn {
    const schema = this.currentSchema();
    if (schema !== this.schema) {
      this.columns = [];
      this.schema = schema;
    }
    return (this.columns[number] ??= this.find(schema, number));
  }

  private find(schema: Schema, number: number): FormulaColumn {
    const [objectName = '', fieldName = ''] = this.names[number] ?? [];
    const type = schema.find(objectName);
    const field = type?.field(fieldName);
    if (!type || !field) throw new Error(`There is no formula field ${objectName}.${fieldName}`);
    return this.column(type, field);
  }
}
