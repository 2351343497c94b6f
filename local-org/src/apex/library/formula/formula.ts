import type { RecordValues } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { toApexValue, toFieldValue } from '../../runtime/data/field-values';
import type { ApexList } from '../../runtime/values/apex-list';
import type { ApexSObject } from '../../runtime/values/apex-sobject';
import { listOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { required, type Maybe } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';
import { newFormulaBuilder } from './formula-eval';

const RESULT = 'System.FormulaRecalcResult';
const FIELD_ERROR = 'System.FormulaRecalcFieldError';

/** Computes all formula fields of records in memory; what a record does not hold is read from the org. */
function recalculate(runtime: ApexRuntime, records: Maybe<ApexList>): ApexList {
  const session = runtime.org.formulas.open(runtime.user);
  const results = (required(runtime, records).items as (ApexSObject | null)[]).map((record) => {
    if (record === null) return runtime.throwNull();
    const { objectType: type } = record;
    if (type) {
      const held = [...record.entries()].map(
        ([name, value]) => [name, toFieldValue(runtime, value)] as const,
      );
      const stored = record.id === null ? undefined : session.load(type, record.id);
      const formulas = new Set(type.fields.filter(({ formula }) => formula).map(({ name }) => name));
      const values: RecordValues = {
        ...stored,
        ...Object.fromEntries(held.filter(([name]) => !formulas.has(name))),
      };
      const computed = session.record(type, values);
      for (const field of type.fields) {
        if (field.formula) record.load(field.name, toApexValue(runtime, field, computed.get(field.name)));
      }
    }
    return new PlatformStruct(RESULT, {
      sobject: record,
      success: true,
      errors: listOf(runtime, FIELD_ERROR, []),
    });
  });
  return listOf(runtime, RESULT, results);
}

/** Formulas of records in memory, and formulas that code writes. */
const formulaClass: PlatformClass = {
  name: 'System.Formula',
  kind: 'class',
  documentation: referencePage('apex_class_System_Formula'),
  members: [
    method('static FormulaEval.FormulaBuilder builder()', newFormulaBuilder),
    method('static List<FormulaRecalcResult> recalculateFormulas(List<SObject> sobjects)', recalculate),
  ],
};

const recalcResultClass: PlatformClass = {
  name: RESULT,
  kind: 'class',
  documentation: referencePage('apex_class_System_FormulaRecalcResult'),
  members: [
    method(
      'SObject getSObject()',
      (_runtime: ApexRuntime, self: PlatformStruct) => self.values['sobject'] ?? null,
    ),
    method(
      'Boolean isSuccess()',
      (_runtime: ApexRuntime, self: PlatformStruct) => self.values['success'] ?? null,
    ),
    method(
      'List<FormulaRecalcFieldError> getErrors()',
      (_runtime: ApexRuntime, self: PlatformStruct) => self.values['errors'] ?? null,
    ),
  ],
};

const recalcFieldErrorClass: PlatformClass = {
  name: FIELD_ERROR,
  kind: 'class',
  documentation: referencePage('apex_class_System_FormulaRecalcFieldError'),
  members: [
    method(
      'String getFieldName()',
      (_runtime: ApexRuntime, self: PlatformStruct) => self.values['fieldName'] ?? null,
    ),
    method(
      'String getFieldError()',
      (_runtime: ApexRuntime, self: PlatformStruct) => self.values['fieldError'] ?? null,
    ),
  ],
};

/** The classes of `System.Formula`. */
export const formulaClasses: readonly PlatformClass[] = [
  formulaClass,
  recalcResultClass,
  recalcFieldErrorClass,
];
