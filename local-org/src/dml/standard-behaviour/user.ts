import type { SaveChunk } from '../save-chunk';
import { saveError } from '../save-errors';
import { assignComputed } from './assign';
import { derivePersonNames } from './person-name';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

const MAX_NICKNAME_CHARACTERS = 40;

/** Fields that no two users share, with the error the platform gives. */
const UNIQUE_FIELDS = [
  {
    name: 'Username',
    statusCode: 'DUPLICATE_USERNAME',
    message:
      'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. ' +
      "To resolve, use a different username (it doesn't need to match the user's email address). ",
  },
  {
    name: 'CommunityNickname',
    statusCode: 'DUPLICATE_COMM_NICKNAME',
    message:
      'Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.',
  },
];

/**
 * User: the composed name, a generated nickname, user names and nicknames that stand once, active unless told.
 * UNVERIFIED: how the platform makes the nickname; here it is the beginning of the user name.
 */
export const user: StandardBehaviour = {
  objectName: 'User',
  documentation: objectReference('User'),
  derive: (chunk) => {
    derivePersonNames(chunk);
    for (const record of chunk.records) {
      if (record.get('CommunityNickname') === null) {
        const nickname = String(record.get('Username') ?? '').slice(0, MAX_NICKNAME_CHARACTERS);
        assignComputed(chunk, record, 'CommunityNickname', nickname || null);
      }
      if (record.prior === null && !record.assigned.has('IsActive'))
        assignComputed(chunk, record, 'IsActive', true);
    }
  },
  validate: (chunk) => {
    for (const unique of UNIQUE_FIELDS) refuseTaken(chunk, unique);
  },
};

function refuseTaken(chunk: SaveChunk, { name, statusCode, message }: (typeof UNIQUE_FIELDS)[number]): void {
  const field = chunk.type.field(name);
  const changed = chunk.records.filter((record) => record.get(name) !== null && record.changes(name));
  if (!field || changed.length === 0) return;
  const values = changed.map((record) => record.get(name));
  const stored = chunk.services.store.findBy(chunk.type, field, values);
  const taken = new Map(stored.map((row) => [String(row[name]).toLowerCase(), row['Id']]));
  for (const record of changed) {
    const value = String(record.get(name)).toLowerCase();
    const holder = taken.get(value);
    if (holder !== undefined && holder !== record.id) record.fail(saveError(statusCode, message, [name]));
    taken.set(value, record.id);
  }
}
