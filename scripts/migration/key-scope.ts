import { inLists, startsWithSoql } from '../salesforce';

/** Most IN lists before all records with the prefix are read instead. */
const MAX_LISTS = 2;

/** Which records of the org a step is about, as WHERE conditions. */
export interface KeyScope {
  /** One condition, or several whose results together are the scope. */
  readonly conditions: readonly string[];
  /** True when the scope may hold records that are not in the source. */
  readonly whole: boolean;
}

/** Chooses the scope that needs fewest calls: the keys themselves when few, else everything with the prefix. */
export function keyScope(field: string, prefix: string, keys: readonly string[]): KeyScope {
  const lists = inLists(keys, 2_000);
  if (lists.length <= MAX_LISTS)
    return { conditions: lists.map((list) => `${field} IN (${list})`), whole: false };
  return { conditions: [`${field} LIKE ${startsWithSoql(prefix)}`], whole: true };
}
