import type { ApexRuntime } from '../apex-runtime';
import { ApexSObject } from '../values/apex-sobject';
import { toApexValue } from './field-values';

/**
 * `newSObject(recordTypeId, true)`: a record with the defaults that an insert would give it: literal and formula
 * defaults, picklist defaults, unchecked checkboxes, the running user as owner.
 */
export function newRecordOf(
  runtime: ApexRuntime,
  objectName: string,
  recordTypeId: string | null,
  loadDefaults: boolean,
): ApexSObject {
  const record = ApexSObject.create(runtime, objectName);
  const type = record.objectType;
  if (recordTypeId !== null) record.set('RecordTypeId', recordTypeId);
  if (!type || !loadDefaults) return record;
  const session = runtime.org.formulas.open(runtime.user);
  for (const field of type.fields) {
    if (!field.createable || field.name === 'RecordTypeId') continue;
    if (field.name === 'OwnerId') record.set('OwnerId', runtime.user.id);
    else if (field.defaultFormula !== undefined) {
      const compiled = session.compile({
        objectName: type.name,
        expression: field.defaultFormula,
        usage: 'defaultValue',
        blankHandling: 'BlankAsZero',
      });
      const value = session.evaluate(compiled, { type, values: {}, prior: null, isNew: true });
      record.set(field.name, toApexValue(runtime, field, value));
    } else {
      const picked = field.picklist?.values.find(({ active, defaultValue }) => active && defaultValue)?.value;
      const value = field.defaultValue ?? picked ?? (field.type === 'boolean' ? false : null);
      if (value !== null) record.set(field.name, toApexValue(runtime, field, value));
    }
  }
  return record;
}
