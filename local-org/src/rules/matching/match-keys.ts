import type { RecordValues } from '../../core';
import type { AutomationBatch } from '../../execution';
import type { ComponentStore } from '../../metadata';
import type { Schema, SObjectType } from '../../schema';
import { quoteName, type RecordStore } from '../../storage';
import { activeDuplicateRules } from '../duplicates/duplicate-rule';
import { matchKeyFormulas, matchKeyOf, type MatchKeyFormula } from './match-key-formula';
import { findMatchingRule } from './matching-rule';

/** What match keys are kept for. */
export interface MatchKeyServices {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
}

/**
 * Records with an equal key that are compared, for each key.
 * UNVERIFIED: the documentation has the 100 most likely duplicates, but not how they are chosen; here the oldest.
 */
const MAX_CANDIDATES = 100;
/** Records read at once when keys are built anew. */
const RECORDS_PER_READ = 2000;

const TABLES = `
  CREATE TABLE IF NOT EXISTS "_match_key_formula" (
    number INTEGER PRIMARY KEY, object TEXT NOT NULL, formula TEXT NOT NULL, UNIQUE (object, formula));
  CREATE TABLE IF NOT EXISTS "_match_key" (
    formula INTEGER NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (formula, key, id)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS "_match_key_id" ON "_match_key" (id)`;

interface StoredFormula extends MatchKeyFormula {
  /** Stands for the formula in the table of keys. */
  readonly number: number;
}

/**
 * The match keys of stored records: kept for the matching rules that active duplicate rules use, written with each save,
 * built anew when a rule with another formula becomes active. Keys of deleted records stay, for undeletes.
 * @see https://help.salesforce.com/s/articleView?id=sales.matching_rules_match_key_process.htm
 */
export class MatchKeys {
  private readonly formulas = new WeakMap<ComponentStore, Map<string, readonly StoredFormula[]>>();

  constructor(private readonly services: MatchKeyServices) {
    services.store.database.exec(TABLES);
  }

  /** Brings the keys in line with the rules of the org: to be called in the transaction of a deploy. */
  refresh(): void {
    const { store, components } = this.services;
    const searched = new Set(
      components()
        .all('DuplicateRule')
        .flatMap(({ fullName }) => activeDuplicateRules(components(), fullName.split('.')[0] ?? ''))
        .flatMap(({ matchRules }) => matchRules.map(({ objectName }) => objectName)),
    );
    const numbers = [...searched].flatMap((objectName) =>
      this.formulasOf(objectName).map(({ number }) => number),
    );
    for (const table of ['_match_key_formula', '_match_key']) {
      const column = table === '_match_key' ? 'formula' : 'number';
      store
        .prepare(`DELETE FROM "${table}" WHERE ${column} NOT IN (SELECT value FROM json_each(?))`)
        .run(JSON.stringify(numbers));
    }
  }

  /** Writes the keys of records that were just written. */
  write({ objectName, records }: Pick<AutomationBatch, 'objectName' | 'records'>): void {
    for (const formula of this.formulasOf(objectName)) {
      for (const { id, values, prior } of records) {
        const changed = prior === null || formula.items.some(({ field }) => values[field] !== prior[field]);
        if (id === null || !changed) continue;
        if (prior !== null) this.remove(formula, id);
        this.add(formula, id, values);
      }
    }
  }

  /**
   * The ids of the live records that share a key.
   * @param formula of a matching rule that an active duplicate rule uses
   */
  candidates(type: SObjectType, formula: MatchKeyFormula, key: string): string[] {
    const stored = this.formulasOf(type.name).find(({ text }) => text === formula.text);
    if (!stored) return [];
    const rows = this.services.store
      .prepare(
        `SELECT k.id AS id FROM "_match_key" k JOIN ${quoteName(type.name)} r ON r."Id" = k.id
         WHERE k.formula = ? AND k.key = ? AND r."IsDeleted" = 0 ORDER BY k.id LIMIT ${MAX_CANDIDATES}`,
      )
      .all(stored.number, key) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** The formulas in use for an object; the keys of one that is new are built. */
  private formulasOf(objectName: string): readonly StoredFormula[] {
    const components = this.services.components();
    let byObject = this.formulas.get(components);
    if (!byObject) this.formulas.set(components, (byObject = new Map<string, readonly StoredFormula[]>()));
    let formulas = byObject.get(objectName);
    if (!formulas) byObject.set(objectName, (formulas = this.storedFormulas(objectName)));
    return formulas;
  }

  private storedFormulas(objectName: string): StoredFormula[] {
    const type = this.services.schema().find(objectName);
    return type
      ? wantedFormulas(this.services.components(), type).map((formula) => this.stored(type, formula))
      : [];
  }

  private stored(type: SObjectType, formula: MatchKeyFormula): StoredFormula {
    const { store } = this.services;
    const known = store
      .prepare('SELECT number FROM "_match_key_formula" WHERE object = ? AND formula = ?')
      .get(type.name, formula.text) as { number: number } | undefined;
    if (known) return { ...formula, number: known.number };
    return store.transaction(() => {
      const { number } = store
        .prepare('INSERT INTO "_match_key_formula" (object, formula) VALUES (?, ?) RETURNING number')
        .get(type.name, formula.text) as { number: number };
      const created = { ...formula, number };
      this.build(type, created);
      return created;
    });
  }

  private build(type: SObjectType, formula: StoredFormula): void {
    const { store } = this.services;
    const rows = store.prepare(`SELECT "Id" AS id FROM ${quoteName(type.name)}`).all() as { id: string }[];
    for (let start = 0; start < rows.length; start += RECORDS_PER_READ) {
      const ids = rows.slice(start, start + RECORDS_PER_READ).map(({ id }) => id);
      for (const [id, values] of store.findAll(type, ids)) this.add(formula, id, values);
    }
  }

  private add(formula: StoredFormula, id: string, values: Readonly<RecordValues>): void {
    const key = matchKeyOf(formula, (field) => values[field] ?? null);
    if (key === null) return;
    this.services.store
      .prepare('INSERT OR IGNORE INTO "_match_key" (formula, key, id) VALUES (?, ?, ?)')
      .run(formula.number, key, id);
  }

  private remove(formula: StoredFormula, id: string): void {
    this.services.store
      .prepare('DELETE FROM "_match_key" WHERE id = ? AND formula = ?')
      .run(id, formula.number);
  }
}

/** The formulas by which the records of an object are found for the active duplicate rules of any object. */
function wantedFormulas(components: ComponentStore, type: SObjectType): MatchKeyFormula[] {
  const owners = new Set(components.all('DuplicateRule').map(({ fullName }) => fullName.split('.')[0] ?? ''));
  const uses = [...owners]
    .flatMap((owner) => activeDuplicateRules(components, owner))
    .flatMap(({ matchRules }) => matchRules)
    .filter(({ objectName }) => objectName === type.name);
  const formulas = uses
    .map(({ matchingRule }) => findMatchingRule(components, type.name, matchingRule))
    .flatMap((rule) => (rule?.active ? matchKeyFormulas(type, rule) : []));
  return [...new Map(formulas.map((formula) => [formula.text, formula])).values()];
}
