import { customKeyPrefix, type PrefixedKind } from '../../schema';

/** Gives custom objects their id prefixes. An object keeps its prefix for ever, so assignments must be stored. */
export interface KeyPrefixes {
  /** The three characters for an object; assigns a free one at the first call. */
  prefixOf(objectName: string, kind: PrefixedKind): string;
}

/** Key prefixes assigned in order, on top of those assigned earlier. */
export class AssignedKeyPrefixes implements KeyPrefixes {
  private readonly byName: Map<string, string>;

  /** @param assigned earlier assignments by object name, as {@link assignments} returned them */
  constructor(assigned: Readonly<Record<string, string>> = {}) {
    this.byName = new Map(Object.entries(assigned));
  }

  prefixOf(objectName: string, kind: PrefixedKind): string {
    const key = objectName.toLowerCase();
    const known = this.byName.get(key);
    if (known !== undefined) return known;
    const used = new Set(this.byName.values());
    let index = 0;
    while (used.has(customKeyPrefix(kind, index))) index += 1;
    const prefix = customKeyPrefix(kind, index);
    this.byName.set(key, prefix);
    return prefix;
  }

  /** All assignments by lower-case object name, to be stored: `{ thing__c: 'a00' }`. */
  assignments(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.byName);
  }
}
