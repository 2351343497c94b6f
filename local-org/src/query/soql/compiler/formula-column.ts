import { UnsupportedFeatureError, type FieldValue } from '../../../core';
import type { FormulaInput, FormulaInputs, ParentStep } from '../../../execution';
import type { Field, Schema, SObjectType } from '../../../schema';
import { quoteName, toSql, type SqlValue } from '../../../storage';
import type { ColumnExpression } from '../binder/bound';

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

/** The function of the database that computes formula fields: the values of the inputs, then the number of the field. */
export const FORMULA_FUNCTION = 'formula_value';

/**
 * Writes a formula field: `formula_value("t0"."Id", "t0"."CloseDate", 3)`. The row that the statement looks at brings
 * along what the formula reads, of parents by their id, so that no record is read again.
 */
export function formulaSql({ source, field, formula }: ColumnExpression): string {
  if (!formula) throw new UnsupportedFeatureError(`SOQL: formula field ${source.type.name}.${field.name}`);
  const values = formula.inputs.list.map((input) => inputSql(source.alias, input));
  return `${FORMULA_FUNCTION}(${values.join(', ')}, ${formula.number})`;
}

function inputSql(alias: string, { steps, field }: FormulaInput): string {
  return fieldSql(alias, steps, steps.length, field);
}

/** A field of the record that the first `count` steps lead to. */
function fieldSql(alias: string, steps: readonly ParentStep[], count: number, field: Field): string {
  const step = steps[count - 1];
  if (!step) return `"${alias}".${quoteName(field.name)}`;
  const id = fieldSql(alias, steps, count - 1, step.reference);
  return `(SELECT ${quoteName(field.name)} FROM ${quoteName(step.parent.name)} WHERE "Id" = ${id})`;
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
