import type { FieldValue } from '../../core';
import type { Field, SObjectType } from '../../schema';
import { MATCHING_METHODS } from './methods';
import type { MatchingItem, MatchingRule } from './matching-rule';

/** Reads a field of a record by the name that a matching rule gives it. */
export type FieldReader = (field: string) => FieldValue;

/** How the match key of a record is put together from some of its fields. */
export interface MatchKeyFormula {
  readonly objectName: string;
  /** The formula as text, equal for equal formulas: `Name:CompanyName Phone:Phone`. */
  readonly text: string;
  readonly items: readonly MatchingItem[];
}

/** Match keys that a custom matching rule may need. */
export const MAX_MATCH_KEYS = 10;

/** Parts of a key are set apart by what no value holds. */
const SEPARATOR = '\u0001';

/**
 * The formulas of a matching rule: one for each alternative of its logic, over the fields of the object itself. An
 * exact e-mail address is a key alone, as in the standard rules.
 * @see https://help.salesforce.com/s/articleView?id=sales.matching_rules_match_key_process.htm
 */
export function matchKeyFormulas(type: SObjectType, rule: MatchingRule): MatchKeyFormula[] {
  const formulas = rule.groups.map((group) =>
    formulaOf(
      type,
      group.flatMap((i) => rule.items[i] ?? []),
    ),
  );
  const present = formulas.filter((formula) => formula !== null);
  return [...new Map(present.map((formula) => [formula.text, formula])).values()];
}

/** Whether every alternative of a rule has a match key; without one an alternative finds nothing. */
export function hasAllMatchKeys(type: SObjectType, rule: MatchingRule): boolean {
  return rule.groups.every(
    (group) =>
      formulaOf(
        type,
        group.flatMap((i) => rule.items[i] ?? []),
      ) !== null,
  );
}

/** The match key of a record; null when a field that must not be blank is. */
export function matchKeyOf(formula: MatchKeyFormula, read: FieldReader): string | null {
  const parts: string[] = [];
  for (const { field, method, matchBlanks } of formula.items) {
    const text = comparableText(read(field));
    if (text === null && !matchBlanks) return null;
    parts.push(text === null ? '' : (MATCHING_METHODS[method]?.matchKey?.(text) ?? ''));
  }
  return parts.join(SEPARATOR);
}

/** A value as matching compares it; null when it is blank. */
export function comparableText(value: FieldValue | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}

function formulaOf(type: SObjectType, group: readonly MatchingItem[]): MatchKeyFormula | null {
  const keyed = group.filter(
    ({ field, method }) => keyField(type, field) && MATCHING_METHODS[method]?.matchKey,
  );
  const email = keyed.find(
    ({ field, method, matchBlanks }) =>
      method === 'Exact' && !matchBlanks && type.field(field)?.type === 'email',
  );
  const items = email ? [email] : [...keyed].sort((a, b) => (a.field < b.field ? -1 : 1));
  if (items.length === 0) return null;
  return { objectName: type.name, text: items.map((item) => itemText(type, item)).join(' '), items };
}

/** Parents and formulas change without a save of the record, so no stored key is made of them. */
function keyField(type: SObjectType, name: string): Field | undefined {
  const field = type.field(name);
  return field && !field.formula ? field : undefined;
}

function itemText(type: SObjectType, { field, method, matchBlanks }: MatchingItem): string {
  const fieldType = type.field(field)?.type ?? '';
  return `${field}(${fieldType}):${method}${matchBlanks ? ':blanks' : ''}`;
}
