import type { FieldValue, RecordValues } from '../../core';
import type { FormulaSession } from '../../execution';
import { readPath } from '../../outbox';
import type { SObjectType } from '../../schema';
import { quoteName, type RecordStore } from '../../storage';
import { MATCHING_METHODS, type MatchingMethod } from './methods';
import type { MatchingItem, MatchingRule } from './matching-rule';

/** A stored record that matches. */
export interface Match {
  readonly id: string;
  /** 0 to 100: mean score of the fields that matched. */
  readonly confidence: number;
}

/** What records are compared with, and how. */
export interface MatchSearch {
  readonly store: RecordStore;
  readonly session: FormulaSession;
  readonly rule: MatchingRule;
  /** Object of the rule, whose stored records are searched. */
  readonly type: SObjectType;
}

/** The value of the record under test for a field of the rule. */
export type ProbeReader = (field: string) => FieldValue;

/** Candidates of one group of items by the key of its blocking item. */
type Candidates = ReadonlyMap<string, readonly RecordValues[]>;

/**
 * Finds, for each record, the stored records that match it: one look-up per alternative of the rule for all of them.
 * @param probes  records under test
 * @param ownIds  their ids, so that a record is not its own duplicate
 */
export function findMatches(
  search: MatchSearch,
  probes: readonly ProbeReader[],
  ownIds: readonly (string | null)[],
): Match[][] {
  const found = probes.map(() => new Map<string, number>());
  // Alternatives often share the field by which candidates are found: they are read once.
  const byItem = new Map<MatchingItem, Candidates>();
  for (const group of search.rule.groups) {
    const items = group
      .flatMap((index) => search.rule.items[index] ?? [])
      .sort((a, b) => methodOf(a).rank - methodOf(b).rank);
    const blocking = blockingItemOf(search.type, items);
    if (!blocking) continue;
    const all = probes.map((probe) => keyOf(blocking, probe));
    const known = all.filter((key) => key !== null);
    const candidates = byItem.get(blocking) ?? loadCandidates(search, blocking, known);
    byItem.set(blocking, candidates);
    const keys = probes.map((probe, i) => (canMatch(items, probe) ? all[i] : null));
    probes.forEach((probe, i) => {
      for (const row of candidates.get(keys[i] ?? '') ?? []) {
        const id = String(row['Id']);
        const score = id === ownIds[i] ? null : scoreOf(search, items, probe, row);
        if (score !== null) found[i]?.set(id, Math.max(score, found[i]?.get(id) ?? 0));
      }
    });
  }
  return found.map((matches) => [...matches].map(([id, confidence]) => ({ id, confidence })));
}

/** The item that leaves the fewest candidates; items of parents have no column. */
function blockingItemOf(type: SObjectType, items: readonly MatchingItem[]): MatchingItem | undefined {
  const own = items.filter(({ field, matchBlanks }) => type.field(field) && !matchBlanks);
  return own.sort((a, b) => methodOf(a).rank - methodOf(b).rank)[0];
}

function canMatch(items: readonly MatchingItem[], probe: ProbeReader): boolean {
  return items.every(({ field, matchBlanks }) => matchBlanks || textOf(probe(field)) !== null);
}

function keyOf(item: MatchingItem, probe: ProbeReader): string | null {
  const text = textOf(probe(item.field));
  return text === null ? null : methodOf(item).blockingKey(text);
}

function loadCandidates(
  { store, type }: MatchSearch,
  item: MatchingItem,
  keys: readonly string[],
): Candidates {
  const id = type.field('Id');
  const column = type.field(item.field);
  if (keys.length === 0 || !id || !column) return new Map();
  const key = methodOf(item).blockingSql(quoteName(column.name));
  const rows = store
    .prepare(
      `SELECT "Id" AS id, CAST(${key} AS TEXT) AS key FROM ${quoteName(type.name)}
       WHERE "IsDeleted" = 0 AND ${key} IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify([...new Set(keys)])) as { id: string; key: string }[];
  const records = store.findAll(
    type,
    rows.map((row) => row.id),
  );
  const byKey = new Map<string, RecordValues[]>();
  for (const row of rows) {
    const record = records.get(row.id);
    const sharing = byKey.get(row.key);
    if (record && sharing) sharing.push(record);
    else if (record) byKey.set(row.key, [record]);
  }
  return byKey;
}

/** The mean score of the items; null when one of them does not match. */
function scoreOf(
  { session, type }: MatchSearch,
  items: readonly MatchingItem[],
  probe: ProbeReader,
  row: RecordValues,
): number | null {
  let sum = 0;
  const record = session.record(type, row);
  for (const item of items) {
    const [a, b] = [textOf(probe(item.field)), textOf(readPath(record, item.field.split('.')))];
    const method = methodOf(item);
    const score = a !== null && b !== null ? method.score(a, b) : item.matchBlanks && a === b ? 100 : 0;
    if (score < method.threshold) return null;
    sum += score;
  }
  return items.length === 0 ? null : sum / items.length;
}

function methodOf({ method }: MatchingItem): MatchingMethod {
  return MATCHING_METHODS[method] ?? EXACT;
}

const EXACT = MATCHING_METHODS['Exact'] as MatchingMethod;

function textOf(value: FieldValue): string | null {
  return value === null || value === '' ? null : String(value);
}
