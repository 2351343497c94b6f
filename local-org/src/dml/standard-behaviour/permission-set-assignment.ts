import type { FieldValue, RecordValues } from '../../core';
import type { SaveChunk } from '../save-chunk';
import { saveError, saveErrors } from '../save-errors';
import { assignComputed } from './assign';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Assignment of a permission set or group to a user: at most once. */
export const permissionSetAssignment: StandardBehaviour = {
  objectName: 'PermissionSetAssignment',
  documentation: objectReference('PermissionSetAssignment'),
  derive: (chunk) => {
    for (const record of chunk.records) assignComputed(chunk, record, 'IsActive', true);
  },
  validate: (chunk) => {
    if (chunk.operation === 'insert') refuseSecondAssignment(chunk);
  },
};

/** UNVERIFIED: the text; the code is known. */
function refuseSecondAssignment(chunk: SaveChunk): void {
  const assignee = chunk.type.field('AssigneeId');
  if (!assignee) return;
  const keyOf = (values: RecordValues): string =>
    `${values['AssigneeId']}:${values['PermissionSetGroupId'] ?? values['PermissionSetId']}`;
  const stored = chunk.services.store.findBy(
    chunk.type,
    assignee,
    chunk.records.map((record) => record.get('AssigneeId')),
  );
  const taken = new Set(stored.map(keyOf));
  for (const record of chunk.records) {
    if (record.get('PermissionSetId') === null && record.get('PermissionSetGroupId') === null) {
      record.fail(saveErrors.requiredFieldsMissing(['PermissionSetId']));
      continue;
    }
    const key = keyOf(record.values);
    if (taken.has(key)) {
      const set = shortId(record.get('PermissionSetGroupId') ?? record.get('PermissionSetId'));
      const text = `Duplicate PermissionSetAssignment. Assignee: ${shortId(record.get('AssigneeId'))}; Permission Set: ${set}`;
      record.fail(saveError('DUPLICATE_VALUE', text));
    }
    taken.add(key);
  }
}

function shortId(id: FieldValue): string {
  return String(id).slice(0, 15);
}
