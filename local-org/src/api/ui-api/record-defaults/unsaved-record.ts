import { keyPrefixOf, type FieldValue, type RecordValues } from '../../../core';
import { MASTER_RECORD_TYPE_ID, type SObjectType } from '../../../schema';
import { describeFor } from '../object-info/object-info';
import { hasRecordTypes, recordTypeInfosOf } from '../object-info/record-type-info';
import type { FieldTree, ParentTree } from '../records/field-tree';
import { readUiRecords } from '../records/read-ui-records';
import { RecordRepresenter, type RecordRepresentation } from '../records/record-representation';
import type { UiRequest } from '../request/ui-request';
import { displaySettings } from '../values/display-settings';
import { fieldValueOf, type FieldValueRepresentation } from '../values/field-value';

const NOTHING: FieldValueRepresentation = { displayValue: null, value: null };

/** A record that is not stored yet, with the fields of a tree; of what its references point to, the stored records. */
export function unsavedRecord(
  ui: UiRequest,
  tree: FieldTree,
  values: RecordValues,
): Omit<RecordRepresentation, 'eTag' | 'weakEtag'> {
  const recordTypeId = (values['RecordTypeId'] as string | null | undefined) ?? null;
  return {
    apiName: tree.type.name,
    childRelationships: {},
    fields: unsavedFields(ui, tree, values),
    id: null,
    lastModifiedById: null,
    lastModifiedDate: null,
    recordTypeId: recordTypeId ?? (hasRecordTypes(tree.type) ? MASTER_RECORD_TYPE_ID : null),
    recordTypeInfo: recordTypeInfo(ui, tree.type, recordTypeId),
    systemModstamp: null,
  };
}

/** The fields of a record that is not stored yet, in alphabetical order. */
export function unsavedFields(
  ui: UiRequest,
  tree: FieldTree,
  values: RecordValues,
): Record<string, FieldValueRepresentation> {
  const settings = displaySettings(ui);
  const fields = [...tree.fields.values()].map((field): [string, FieldValueRepresentation] => {
    const value: FieldValue = values[field.name] ?? (field.type === 'boolean' ? false : null);
    return [field.name, fieldValueOf(field, value, settings)];
  });
  const parents = [...tree.parents].map(([name, parent]): [string, FieldValueRepresentation] => [
    name,
    referencedRecord(ui, parent, values),
  ]);
  return Object.fromEntries([...fields, ...parents].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function referencedRecord(
  ui: UiRequest,
  { reference, tree }: ParentTree,
  values: RecordValues,
): FieldValueRepresentation {
  const id = values[reference.name];
  const type = typeof id === 'string' ? ui.deps.org.schema().findByKeyPrefix(keyPrefixOf(id)) : undefined;
  if (typeof id !== 'string' || !type) return NOTHING;
  const own = ownTree(type, tree);
  const row = readUiRecords(ui, own, [id]).get(id);
  if (!row) return NOTHING;
  const name = row.fields[type.nameField?.name ?? ''];
  return {
    displayValue: typeof name === 'string' ? name : null,
    value: new RecordRepresenter(ui).record(row, own),
  };
}

/** The tree on the object itself, where it was made for all objects that a reference may point to. */
function ownTree(type: SObjectType, tree: FieldTree): FieldTree {
  if (tree.type === type) return tree;
  const fields = [...tree.fields.keys(), type.nameField?.name ?? 'Id'].flatMap(
    (name) => type.field(name) ?? [],
  );
  return { type, fields: new Map(fields.map((field) => [field.name, field])), parents: new Map() };
}

function recordTypeInfo(
  ui: UiRequest,
  type: SObjectType,
  id: string | null,
): RecordRepresentation['recordTypeInfo'] {
  return id === null ? null : (recordTypeInfosOf(describeFor(ui, type)).byId[id] ?? null);
}
