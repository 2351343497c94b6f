import type { FieldValue } from '../../core';
import { compileFormula, FormulaError, type FormulaRecord } from '../../formula';
import { Schema, type Field, type FieldType } from '../../schema';

/** A name of a formula, and the type of what it stands for. */
export interface FormulaInput {
  readonly fieldName: string;
  readonly type: FieldType;
}

/** When and where a report runs. */
export interface ReportMoment {
  readonly nowMs: number;
  readonly timeZone: string;
}

/** A compiled formula: gives its value for the inputs that `read` answers by field name; null when it has none. */
export type ReportFormula = (read: (fieldName: string) => FieldValue, moment: ReportMoment) => FieldValue;

const OBJECT_NAME = 'ReportRow';

/**
 * Compiles a formula of a report against inputs instead of the fields of an object. Division by zero and other faults of
 * a row leave its cell empty.
 * @throws FormulaError when it does not compile
 */
export function compileReportFormula(
  schema: Schema,
  source: string,
  inputs: readonly FormulaInput[],
): ReportFormula {
  const compiled = compileFormula(source, {
    schema: inputSchema(schema, inputs),
    objectName: OBJECT_NAME,
    usage: 'formulaField',
    blankHandling: 'BlankAsZero',
    globalType: () => undefined,
  });
  return (read, { nowMs, timeZone }) => {
    const record: FormulaRecord = { objectName: OBJECT_NAME, get: read, parent: () => null };
    try {
      return compiled.evaluate({
        ...{ record, prior: null, isNew: false, isClone: false, nowMs, timeZone },
        global: () => null,
        lookup: () => null,
      });
    } catch (error) {
      if (error instanceof FormulaError) return null;
      throw error;
    }
  };
}

/** A schema of one object that has the inputs as its fields; it is a copy of an object that every org has. */
function inputSchema(schema: Schema, inputs: readonly FormulaInput[]): Schema {
  const user = schema.find('User');
  const id = user?.field('Id');
  if (!user || !id) throw new Error('The schema has no User');
  const fields = inputs.map(({ fieldName, type }): Field => ({
    ...id,
    name: fieldName,
    label: fieldName,
    type,
    custom: true,
  }));
  return new Schema([{ ...user.definition, name: OBJECT_NAME, keyPrefix: null, fields: [id, ...fields] }]);
}
