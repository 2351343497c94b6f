import type { RecordValues } from '../../../core';
import type { ApexRuntime } from '../apex-runtime';
import type { ApexSObject } from '../values/apex-sobject';
import { toApexValue, toFieldValue } from './field-values';

/** Computes the formula fields of a record as it stands, without saving it. */
export function recalculateFormulas(runtime: ApexRuntime, record: ApexSObject): void {
  const type = record.objectType;
  if (!type) return;
  const values: RecordValues = {};
  for (const field of type.fields) {
    if (!field.formula) values[field.name] = toFieldValue(runtime, record.peek(field.name) ?? null);
  }
  const session = runtime.org.formulas.open(runtime.user);
  for (const field of type.fields) {
    if (!field.formula) continue;
    record.load(field.name, toApexValue(runtime, field, session.valueIn(type.name, field.name, values)));
  }
}
