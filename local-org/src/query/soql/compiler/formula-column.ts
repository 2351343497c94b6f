import { UnsupportedFeatureError, type FieldValue } from '../../../core';
import type { FormulaInput, FormulaInputs, ParentStep } from '../../../execution';
import type { Field, Schema, SObjectType } from '../../../schema';
import { quoteName, toSql, type SqlValue } from '../../../storage';
import type { ColumnExpression } from '../binder/bound';
import { quoteText } from './sql';

/** Computes formula fields of stored records. */
export interface FormulaPort {
  /** What a formula field is computed from. */
  inputs(type: SObjectType, field: Field): FormulaInputs;
  /** Computes it. @param values the inputs as they are stored, in their order */
  value(inputs: FormulaInputs, values: readonly SqlValue[]): FieldValue;
}

/** The function of the database that computes formula fields: the field's name, then the values of its inputs. */
export const FORMULA_FUNCTION = 'formula_value';

/**
 * Writes a formula field: `formula_value('Opportunity.Days__c', "t0"."Id", "t0"."CloseDate")`. The row that the
 * statement looks at brings along what the formula reads, of parents by their id, so that no record is read again.
 */
export function formulaSql({ source, field, inputs }: ColumnExpression): string {
  if (!inputs) throw new UnsupportedFeatureError(`SOQL: formula field ${source.type.name}.${field.name}`);
  const values = inputs.list.map((input) => inputSql(source.alias, input));
  return `${FORMULA_FUNCTION}(${[quoteText(`${source.type.name}.${field.name}`), ...values].join(', ')})`;
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

/** Computes formula fields for the function of the database, which knows them by name. */
export class FormulaColumns {
  private readonly known = new Map<string, FormulaInputs>();
  private schema: Schema | undefined;

  constructor(
    private readonly currentSchema: () => Schema,
    private readonly port: FormulaPort,
  ) {}

  /** @param name `Opportunity.Days__c` */
  value(name: string, values: readonly SqlValue[]): SqlValue {
    // The record behind a lookup may be missing; it has no formulas then.
    if (values[0] === null) return null;
    return toSql(this.port.value(this.inputs(name), values));
  }

  private inputs(name: string): FormulaInputs {
    const schema = this.currentSchema();
    if (schema !== this.schema) {
      this.known.clear();
      this.schema = schema;
    }
    let inputs = this.known.get(name);
    if (!inputs) {
      const [objectName = '', fieldName = ''] = name.split('.');
      const type = schema.find(objectName);
      const field = type?.field(fieldName);
      if (!type || !field) throw new Error(`There is no formula field ${name}`);
      this.known.set(name, (inputs = this.port.inputs(type, field)));
    }
    return inputs;
  }
}
