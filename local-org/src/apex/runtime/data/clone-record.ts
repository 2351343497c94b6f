import type { ApexRuntime } from '../apex-runtime';
import { ApexSObject } from '../values/apex-sobject';
import { AUDIT_FIELDS } from '../values/audit-fields';

/**
 * A copy of a record. Without `isDeepClone` parents are shared with the original.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject.htm
 */
export function cloneRecord(
  runtime: ApexRuntime,
  record: ApexSObject,
  preserveId: boolean | null = false,
  isDeepClone: boolean | null = false,
  preserveReadonlyTimestamps: boolean | null = false,
  preserveAutonumber: boolean | null = false,
): ApexSObject {
  const clone = new ApexSObject(runtime, record.type, record.objectType);
  for (const [name, value] of record.entries()) {
    if (name === 'Id' && preserveId !== true) continue;
    if (AUDIT_FIELDS.has(name) && preserveReadonlyTimestamps !== true) continue;
    if (preserveAutonumber !== true && record.objectType?.field(name)?.autoNumber !== undefined) continue;
    clone.copyField(record, name, value);
  }
  for (const [name, parent] of record.parentEntries()) {
    clone.loadParent(
      name,
      parent && isDeepClone === true ? cloneRecord(runtime, parent, true, true) : parent,
    );
  }
  for (const [name, list] of record.childEntries()) clone.loadChildren(name, list);
  clone.cloneSourceId = record.id;
  return clone;
}
