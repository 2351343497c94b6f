import type { Field } from '../types';
import { makeField } from './make-field';
import type { FieldInput } from './make-field';

const READ_ONLY = { createable: false, updateable: false } as const;
/** Set by the platform on every save, never blank. */
const STAMP = { ...READ_ONLY, nillable: false, defaultedOnCreate: true } as const;

function userReference(name: string, label: string): FieldInput {
  const relationshipName = name.slice(0, -2);
  const relationship = {
    kind: 'lookup',
    referenceTo: ['User'],
    relationshipName,
    childRelationshipName: null,
    onDelete: 'SetNull',
  } as const;
  return { name, label, type: 'reference', ...STAMP, relationship };
}

const FIELDS = {
  IsDeleted: { name: 'IsDeleted', label: 'Deleted', type: 'boolean', ...READ_ONLY },
  CreatedDate: { name: 'CreatedDate', label: 'Created Date', type: 'datetime', ...STAMP },
  CreatedById: userReference('CreatedById', 'Created By ID'),
  LastModifiedDate: { name: 'LastModifiedDate', label: 'Last Modified Date', type: 'datetime', ...STAMP },
  LastModifiedById: userReference('LastModifiedById', 'Last Modified By ID'),
  SystemModstamp: { name: 'SystemModstamp', label: 'System Modstamp', type: 'datetime', ...STAMP },
  LastActivityDate: { name: 'LastActivityDate', label: 'Last Activity', type: 'date', ...READ_ONLY },
  LastViewedDate: { name: 'LastViewedDate', label: 'Last Viewed Date', type: 'datetime', ...READ_ONLY },
  LastReferencedDate: {
    name: 'LastReferencedDate',
    label: 'Last Referenced Date',
    type: 'datetime',
    ...READ_ONLY,
  },
} as const satisfies Record<string, FieldInput>;

/** A field that the platform keeps on most objects. */
export type SystemFieldName = 'Id' | keyof typeof FIELDS;

/** Audit fields are the same on every object, so each is built once. */
const built = new Map<SystemFieldName, Field>();

/** The system fields of those names, in that order. The label of Id carries the object's: `Account ID`. */
export function systemFields(objectLabel: string, names: readonly SystemFieldName[]): Field[] {
  return names.map((name) => systemField(objectLabel, name));
}

function systemField(objectLabel: string, name: SystemFieldName): Field {
  if (name === 'Id') return makeField({ name: 'Id', label: `${objectLabel} ID`, type: 'id' });
  const field = built.get(name) ?? makeField(FIELDS[name]);
  built.set(name, field);
  return field;
}

/** Whether that is the name of a system field: `SystemModstamp`. */
export function isSystemFieldName(name: string): name is SystemFieldName {
  return name === 'Id' || name in FIELDS;
}
