import type { Schema } from '../../schema';
import { compileFormula } from '../compile-formula';
import type { BlankHandling, CompiledFormula, FormulaEnvironment, FormulaRecord, FormulaScope } from '../types';
import type { ExactNumber } from '../values/decimal';
import { multiply } from '../values/decimal';
import { writerOf } from '../values/field-values';
import type { ConformanceRow } from './row';
import { ROW_OBJECT, fieldTypeOf } from './row-schema';
import type { InputValue } from './row-values';
import { readInput } from './row-values';

/** A noon in GMT: the rows do not depend on the day. */
const NOW_MS = Date.UTC(2024, 5, 15, 12);

/** The scope a row's formulas are compiled in: a rule when they use what only rules may. */
export function scopeOf(schema: Schema, blankHandling: BlankHandling): FormulaScope {
  return { schema, objectName: ROW_OBJECT, usage: 'rule', blankHandling, globalType: () => undefined };
}

/** The environment of a row: its inputs, and its nested formulas computed on demand. */
export function environmentOf(row: ConformanceRow, scope: FormulaScope): FormulaEnvironment {
  const inputs = new Map(
    row.leaf.map((field, index) => [field.name, readInput(row.input[index] ?? '', fieldTypeOf(field.type))]),
  );
  const nested = new Map(
    row.formulas.map((field) => [field.name, { field, compiled: compileFormula(field.formula, scope) }]),
  );
  const valueOf = (name: string): InputValue => {
    const formula = nested.get(name);
    return formula ? compute(formula.compiled, fieldTypeOf(formula.field.type)) : (inputs.get(name) ?? { value: null });
  };
  const compute = (formula: CompiledFormula, type: string): InputValue => {
    const result = formula.evaluateExact(environment);
    const value = writerOf(formula.type)(result);
    if (formula.type !== 'Number' || result === null) return { value };
    const exact = type === 'percent' ? multiply(result as ExactNumber, 100) : (result as ExactNumber);
    return { value, exact };
  };
  const record: FormulaRecord = {
    objectName: ROW_OBJECT,
    get: (name) => valueOf(name).value,
    exactNumber: (name) => valueOf(name).exact,
    parent: () => null,
  };
  const environment: FormulaEnvironment = {
    record,
    prior: null,
    isNew: false,
    isClone: false,
    nowMs: NOW_MS,
    timeZone: 'GMT',
    global: () => null,
    lookup: () => null,
  };
  return environment;
}
