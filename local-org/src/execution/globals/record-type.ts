import { formulaTypeOf, type FormulaRecord } from '../../formula';
import type { FieldValue } from '../../core';
import type { FormulaGlobal } from '../formula-globals';
import { GLOBALS_DOCUMENTATION, rowById } from './row-global';

/** Id of the record type that every object has. */
const MASTER_RECORD_TYPE_ID = '012000000000000AAA';
const MASTER: Readonly<Record<string, FieldValue>> = {
  Id: MASTER_RECORD_TYPE_ID,
  Name: 'Master',
  DeveloperName: 'Master',
};

/** `$RecordType.DeveloperName`: the record's record type; Master when it has none. */
export const recordTypeGlobal: FormulaGlobal = {
  documentation: GLOBALS_DOCUMENTATION,
  dependsOnRecord: true,
  type: ([fieldName, ...more], services) => {
    if (fieldName === undefined || more.length > 0) return undefined;
    const field = services.schema().find('RecordType')?.field(fieldName);
    if (field) return formulaTypeOf(field);
    return fieldName in MASTER ? 'Text' : undefined;
  },
  value: ([fieldName = ''], services, _user, record) => {
    const id = recordTypeIdOf(record);
    return (id === null ? MASTER : (rowById(services, 'RecordType', id) ?? MASTER))[fieldName] ?? null;
  },
};

function recordTypeIdOf(record: FormulaRecord): string | null {
  const id = record.get('RecordTypeId');
  return typeof id === 'string' && id !== MASTER_RECORD_TYPE_ID ? id : null;
}
