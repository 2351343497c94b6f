import type { RecordValues } from '../../core';
import { readPath, type FormulaSession } from '../../execution';
import type { SObjectType } from '../../schema';
import type { RecordStore } from '../../storage';
import {
  comparableText,
  matchKeyFormulas,
  matchKeyOf,
  type FieldReader,
  type MatchKeyFormula,
} from './match-key-formula';
import type { MatchKeys } from './match-keys';
import type { MatchingItem, MatchingRule } from './matching-rule';
import { MATCHING_METHODS, type MatchingMethod } from './methods';

/** A stored record that matches. */
export interface Match {
  readonly id: string;
  /** 0 to 100: mean score of the fields that matched. */
  readonly confidence: number;
}

/** What records are compared with, and how. */
export interface MatchSearch {
  readonly store: RecordStore;
  readonly keys: MatchKeys;
  readonly session: FormulaSession;
  readonly rule: MatchingRule;
  /** Object of the rule, whose stored records are searched. */
  readonly type: SObjectType;
}

/**
 * Finds, for each record, the stored records that match it: those that share a match key are compared by the rule's
 * whole equation.
 * @param probes  read the records under test; null for a record that is not to be compared
 * @param ownIds  ids of the records, so that a record is not its own duplicate
 */
export function findMatches(
  search: MatchSearch,
  probes: readonly (FieldReader | null)[],
  ownIds: readonly (string | null)[],
): Match[][] {
  const formulas = matchKeyFormulas(search.type, search.rule);
  const candidates = probes.map((probe, i) =>
    probe ? candidatesOf(search, formulas, probe, ownIds[i] ?? null) : [],
  );
  const records = search.store.findAll(search.type, candidates.flat());
  const alternatives = search.rule.groups.map((group) => group.flatMap((i) => search.rule.items[i] ?? []));
  return probes.map((probe, i) =>
    (candidates[i] ?? []).flatMap((id): Match[] => {
      const record = records.get(id);
      const confidence = probe && record ? bestScore(search, alternatives, probe, record) : null;
      return confidence === null ? [] : [{ id, confidence }];
    }),
  );
}

function candidatesOf(
  { keys, type }: MatchSearch,
  formulas: readonly MatchKeyFormula[],
  probe: FieldReader,
  ownId: string | null,
): string[] {
  const ids = new Set<string>();
  for (const formula of formulas) {
    const key = matchKeyOf(formula, probe);
    if (key !== null) for (const id of keys.candidates(type, formula, key)) ids.add(id);
  }
  if (ownId !== null) ids.delete(ownId);
  return [...ids];
}

/** The highest mean score of the alternatives that hold; null when none does. */
function bestScore(
  { session, type }: MatchSearch,
  alternatives: readonly (readonly MatchingItem[])[],
  probe: FieldReader,
  values: RecordValues,
): number | null {
  const record = session.record(type, values);
  const stored: FieldReader = (field) => readPath(record, field.split('.'));
  const scores = alternatives.map((items) => meanScore(items, probe, stored));
  const held = scores.filter((score) => score !== null);
  return held.length === 0 ? null : Math.max(...held);
}

/** The mean score of the items; null when one of them does not match. */
function meanScore(items: readonly MatchingItem[], probe: FieldReader, stored: FieldReader): number | null {
  let sum = 0;
  for (const item of items) {
    const [a, b] = [comparableText(probe(item.field)), comparableText(stored(item.field))];
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
