import { createHash } from 'node:crypto';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** Characters 4 to 6 of every id made here: the "instance" part. */
const INSTANCE = '000';

/**
 * Adds the case checksum to a 15-character id; an 18-character id comes back with its checksum restored.
 *
 * `toId18('006000000000001')` is `'006000000000001AAA'`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/field_types.htm (ID field type)
 */
export function toId18(id: string): string {
  const id15 = id.slice(0, 15);
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const c = id15.charCodeAt(block * 5 + i);
      if (c >= 65 && c <= 90) bits |= 1 << i;
    }
    suffix += CHECKSUM[bits];
  }
  return id15 + suffix;
}

/** Whether a text is a 15-character id, or an 18-character one whose checksum fits. */
export function isRecordId(text: string): boolean {
  if (/^[0-9A-Za-z]{15}$/.test(text)) return true;
  return /^[0-9A-Za-z]{15}[A-Z0-5]{3}$/.test(text) && toId18(text) === text;
}

/** The first three characters, which name the object: `'006'` for an opportunity. */
export function keyPrefixOf(id: string): string {
  return id.slice(0, 3);
}

/**
 * Makes the id of the n-th record of an object.
 * @param keyPrefix three characters
 * @param sequence  a whole number from 1
 */
export function recordIdFromSequence(keyPrefix: string, sequence: number): string {
  let digits = '';
  for (let rest = sequence; rest > 0; rest = Math.floor(rest / 62)) digits = BASE62[rest % 62] + digits;
  return toId18(keyPrefix + INSTANCE + digits.padStart(9, '0'));
}

const HASH_BYTES = 6;

/**
 * Makes an id that a name gives again each time, for what has no row of its own: layouts, list views, apps.
 * @param keyPrefix three characters
 */
export function recordIdFromName(keyPrefix: string, name: string): string {
  const hash = createHash('sha256').update(name.toLowerCase()).digest();
  return recordIdFromSequence(keyPrefix, hash.readUIntBE(0, HASH_BYTES) + 1);
}
