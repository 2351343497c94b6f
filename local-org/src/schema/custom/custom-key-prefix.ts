import type { CustomObjectKind } from '../types';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Kinds of objects whose key prefix the org hands out. */
export type PrefixedKind = CustomObjectKind | 'share' | 'history';

/**
 * DEVIATION: on the platform all custom shares have 02c and all custom histories 017. Here each has its own, so that
 * an id says which object it belongs to; describe still reports what the platform reports.
 */
const FIRST_CHARACTER: Readonly<Record<PrefixedKind, string>> = {
  custom: 'a',
  listCustomSetting: 'a',
  hierarchyCustomSetting: 'a',
  customMetadata: 'm',
  platformEvent: 'e',
  share: 'S',
  history: 'H',
};

/** Objects of one kind an org can have key prefixes for. */
const MAX_PREFIXES = BASE62.length ** 2;

/**
 * The key prefix of the n-th object of a kind: `customKeyPrefix('custom', 10)` is `'a0A'`.
 * Custom objects and custom settings share a first character, so one counter must serve them.
 * @param index whole number from 0
 * @throws RangeError when the index is beyond the last prefix
 */
export function customKeyPrefix(kind: PrefixedKind, index: number): string {
  if (!Number.isInteger(index) || index < 0 || index >= MAX_PREFIXES) {
    throw new RangeError(`There is no key prefix number ${index}`);
  }
  const high = BASE62.charAt(Math.floor(index / BASE62.length));
  return FIRST_CHARACTER[kind] + high + BASE62.charAt(index % BASE62.length);
}
