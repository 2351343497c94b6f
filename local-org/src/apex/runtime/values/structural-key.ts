/** Numbers of objects that are keys by identity, so that they can be part of a text. */
const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/**
 * The key of a collection by the keys of its parts: the same parts give the same text.
 * @param kind `list`, `set`, `map`: collections of different kinds are never equal
 */
export function keyOfParts(kind: string, keys: readonly unknown[], ordered: boolean): string {
  const texts = keys.map(textOfKey);
  if (!ordered) texts.sort();
  // Lengths tell the parts from each other. The leading NUL keeps the key apart from those of texts.
  return `\0${kind}${texts.map((text) => `${text.length}:${text}`).join('')}`;
}

/** A text for a key: the kind is part of it, so that 1 and '1' differ. */
export function textOfKey(key: unknown): string {
  if (typeof key === 'object' && key !== null) return `o${identityOf(key)}`;
  return `${typeof key} ${String(key)}`;
}

/** A number for an object that no other has. */
export function identityOf(target: object): number {
  let identity = identities.get(target);
  if (identity === undefined) identities.set(target, (identity = ++lastIdentity));
  return identity;
}
