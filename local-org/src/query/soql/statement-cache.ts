import type { Schema } from '../../schema';

/** Statements kept for each schema. */
const MAX_CACHED_STATEMENTS = 500;

/** Keeps what was compiled for a schema; a deploy makes another schema, and the old statements go with the old one. */
export class StatementCache<T> {
  private readonly bySchema = new WeakMap<Schema, Map<string, T>>();

  /** The value of a key; computed when there is none. The least recently used one makes room. */
  get(schema: Schema, key: string, compute: () => T): T {
    let cache = this.bySchema.get(schema);
    if (!cache) {
      cache = new Map();
      this.bySchema.set(schema, cache);
    }
    const known = cache.get(key);
    if (known !== undefined) {
      cache.delete(key);
      cache.set(key, known);
      return known;
    }
    const value = compute();
    cache.set(key, value);
    if (cache.size > MAX_CACHED_STATEMENTS) cache.delete(cache.keys().next().value as string);
    return value;
  }
}
