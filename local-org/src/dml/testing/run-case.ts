import { keyPrefixOf, toId18 } from '../../core';
import { quoteName } from '../../storage';
import type { SaveOptions, SaveResult } from '../types';
import type { CaseStep, ExpectedResult } from './case-file';
import type { FixtureOrg } from './fixture-org';

/** What a step gave beside what the case expects, in the same form, so that a test compares both. */
export interface StepOutcome {
  readonly actual: unknown;
  readonly expected: unknown;
}

/** Runs the steps of a case in an org. */
export class CaseRunner {
  private readonly ids = new Map<string, string>();

  constructor(private readonly org: FixtureOrg) {
    this.ids.set('user', org.user.id);
    this.ids.set('profile', org.user.profileId);
    for (const type of org.schema.all())
      this.nameRecordTypes(type.name, type.definition.recordTypes.length > 0);
  }

  run(step: CaseStep): StepOutcome[] {
    this.org.clock.advance((step.advanceSeconds ?? 0) * 1000);
    this.org.access.restrict(step.user ?? {}, (name) => this.idOf(name));
    const results = this.execute(step);
    results.forEach((result, position) => {
      const name = step.as?.[position];
      if (name && result.id) this.ids.set(name, result.id);
    });
    const outcomes: StepOutcome[] = [
      { actual: results.map(shown), expected: this.expectedResults(step, results) },
    ];
    for (const [name, values] of Object.entries(step.check ?? {}))
      outcomes.push(this.checkRecord(name, values));
    for (const [objectName, count] of Object.entries(step.count ?? {})) {
      outcomes.push({ actual: this.countOf(objectName), expected: count });
    }
    return outcomes;
  }

  private execute(step: CaseStep): SaveResult[] {
    const { dml, user } = this.org;
    const context = { user, mode: step.user?.mode ?? 'user', apiVersion: 67 } as const;
    const options: SaveOptions = { context, allOrNone: step.allOrNone ?? false };
    const records = (step.records ?? []).map((record) => this.resolve(record) as Record<string, unknown>);
    if (step.insert) return dml.insert(step.insert, records, options);
    if (step.update) return dml.update(step.update, records, options);
    if (step.upsert) return dml.upsert(step.upsert, step.externalId ?? 'Id', records, options);
    if (step.delete)
      return dml.delete(
        step.delete.map((name) => this.idOf(name)),
        options,
      );
    if (step.undelete)
      return dml.undelete(
        step.undelete.map((name) => this.idOf(name)),
        options,
      );
    return [];
  }

  private expectedResults(step: CaseStep, results: readonly SaveResult[]): unknown[] {
    return results.map((_result, position) =>
      this.expectedResult(step.expect?.[position] ?? (step.upsert ? 'created' : 'ok')),
    );
  }

  private expectedResult(expected: ExpectedResult): unknown {
    if (typeof expected === 'string') return expected;
    return expected.map((error) => ({
      ...error,
      message: this.withIds(error.message),
      fields: error.fields ?? [],
    }));
  }

  private checkRecord(name: string, values: Readonly<Record<string, unknown>>): StepOutcome {
    const id = this.idOf(name);
    const type = this.org.schema.findByKeyPrefix(keyPrefixOf(id));
    const row = type && this.org.store.find(type, id);
    const session = this.org.formulas.open(this.org.user);
    const read = (fieldName: string): unknown =>
      type?.field(fieldName)?.formula
        ? session.valueIn(type.name, fieldName, row ?? {})
        : (row?.[fieldName] ?? null);
    return {
      actual: { record: name, ...Object.fromEntries(Object.keys(values).map((key) => [key, read(key)])) },
      expected: { record: name, ...(this.resolve(values) as object) },
    };
  }

  private countOf(objectName: string): number {
    const live = this.org.schema.find(objectName)?.field('IsDeleted') ? ' WHERE "IsDeleted" = 0' : '';
    const row = this.org.store
      .prepare(`SELECT count(*) AS records FROM ${quoteName(objectName)}${live}`)
      .get();
    return (row as { records: number }).records;
  }

  /** Record types are named `Object:DeveloperName`. */
  private nameRecordTypes(objectName: string, any: boolean): void {
    const table = this.org.schema.find('RecordType');
    const field = table?.field('SobjectType');
    if (!table || !field || !any) return;
    for (const row of this.org.store.findBy(table, field, [objectName])) {
      this.ids.set(`${objectName}:${String(row['DeveloperName'])}`, String(row['Id']));
    }
  }

  private idOf(name: string): string {
    return this.ids.get(name) ?? name;
  }

  private resolve(value: unknown): unknown {
    if (typeof value === 'string') return this.resolveText(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.resolve(inner)]));
  }

  private resolveText(text: string): string {
    const match = /^@(.+?)(:15)?$/.exec(text);
    const id = match?.[1] === undefined ? undefined : this.ids.get(match[1]);
    if (id === undefined) return text;
    return match?.[2] ? id.slice(0, 15) : toId18(id);
  }

  private withIds(text: string): string {
    return text.replace(/\{\{(.+?)(:15)?\}\}/g, (_whole, name: string, short?: string) =>
      short ? this.idOf(name).slice(0, 15) : this.idOf(name),
    );
  }
}

function shown(result: SaveResult): unknown {
  if (!result.success) return result.errors;
  if (result.created === undefined) return 'ok';
  return result.created ? 'created' : 'updated';
}
