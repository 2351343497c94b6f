import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { FieldValue, RecordValues } from '../core';
import type { RunningUser } from '../execution';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';
import { AUTOMATED_PROCESS } from './setup/automated-process';
import type { UserDirectory } from './types';

const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** Users as logins know them, read from the User object; passwords are kept as salted hashes beside it. */
export class StoredUserDirectory implements UserDirectory {
  constructor(
    private readonly store: RecordStore,
    private readonly schema: () => Schema,
  ) {
    store.database.exec(
      'CREATE TABLE IF NOT EXISTS "_password" (user_id TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL)',
    );
  }

  findById(id: string): RunningUser | undefined {
    const row = this.findActiveRow('Id', id);
    return row && toRunningUser(row);
  }

  findByUsername(username: string): RunningUser | undefined {
    const user = this.findActiveRow('Username', username);
    return user && user['UserType'] !== AUTOMATED_PROCESS ? toRunningUser(user) : undefined;
  }

  /** The user as whom runs what nobody started. */
  automatedProcess(): RunningUser {
    const row = this.findActiveRow('UserType', AUTOMATED_PROCESS);
    if (!row) throw new Error('The org has no automated process user');
    return toRunningUser(row);
  }

  authenticate(username: string, password: string): RunningUser | undefined {
    const user = this.findByUsername(username);
    if (!user) return undefined;
    const row = this.store.prepare('SELECT salt, hash FROM "_password" WHERE user_id = ?').get(user.id) as
      { salt: Uint8Array; hash: Uint8Array } | undefined;
    return row && timingSafeEqual(hashOf(password, row.salt), row.hash) ? user : undefined;
  }

  setPassword(userId: string, password: string): void {
    const salt = randomBytes(SALT_BYTES);
    this.store
      .prepare(
        'INSERT INTO "_password" (user_id, salt, hash) VALUES (?1, ?2, ?3) ON CONFLICT (user_id) DO UPDATE SET salt = ?2, hash = ?3',
      )
      .run(userId, salt, hashOf(password, salt));
  }

  private findActiveRow(fieldName: string, value: FieldValue): RecordValues | undefined {
    const type = this.schema().find('User');
    const field = type?.field(fieldName);
    if (!type || !field) return undefined;
    return this.store.findBy(type, field, [value]).find((candidate) => candidate['IsActive'] === true);
  }
}

function hashOf(password: string, salt: Uint8Array): Buffer {
  return scryptSync(password, salt, HASH_BYTES);
}

function toRunningUser(row: RecordValues): RunningUser {
  return {
    id: row['Id'] as string,
    username: row['Username'] as string,
    profileId: (row['ProfileId'] as string | null) ?? '',
    roleId: (row['UserRoleId'] as string | null) ?? null,
    timeZone: (row['TimeZoneSidKey'] as string | null) ?? 'America/Los_Angeles',
    locale: (row['LocaleSidKey'] as string | null) ?? 'en_US',
    language: (row['LanguageLocaleKey'] as string | null) ?? 'en_US',
  };
}
