import { formatDatetime, type Clock } from '../../core';
import { autoNumberSequence, nextAutoNumbers, recalculateRollupFields } from '../../dml';
import type { FormulaFieldEvaluator, RunningUser } from '../../execution';
import { booleanOf, type ComponentStore } from '../../metadata';
import type { Field, Schema, SObjectType } from '../../schema';
import { isStored, quoteName, toSql, type RecordStore } from '../../storage';

/** What changes of data are made with. */
export interface DataChangeServices {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly formulas: FormulaFieldEvaluator;
  /** The objects after the deploy. */
  readonly schema: Schema;
  readonly components: ComponentStore;
  readonly user: RunningUser;
}

/**
 * What a deploy does to existing records when fields come, change or go: a new checkbox holds its default, a new
 * auto-number counts existing records when its metadata says so, new and changed roll-ups are computed. All other
 * new fields are empty, required ones too, as on the platform.
 * @param before the objects before the deploy
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm
 */
export function changeData(services: DataChangeServices, before: Schema): void {
  for (const type of services.schema.all()) {
    const previous = before.find(type.name);
    if (!previous) continue;
    for (const field of type.fields) {
      if (isStored(field) && !previous.field(field.name)) fillNewField(services, type, field);
    }
    const rollups = type.fields.filter((field) => field.rollup && isOther(field, previous.field(field.name)));
    if (rollups.length > 0) recalculate(services, type, rollups);
  }
  restartSequences(services, before);
}

function fillNewField(services: DataChangeServices, type: SObjectType, field: Field): void {
  const { store } = services;
  if (field.type === 'boolean') {
    store
      .prepare(`UPDATE ${quoteName(type.name)} SET ${quoteName(field.name)} = ?`)
      .run(toSql(field.defaultValue ?? false));
  }
  if (field.autoNumber !== undefined && populatesExistingRows(services, type, field))
    numberRecords(services, type, field);
}

function populatesExistingRows(services: DataChangeServices, type: SObjectType, field: Field): boolean {
  const component = services.components.find('CustomField', `${type.name}.${field.name}`);
  return component !== undefined && booleanOf(component.content, 'populateExistingRows');
}

function numberRecords({ store, clock }: DataChangeServices, type: SObjectType, field: Field): void {
  const rows = store.prepare(`SELECT "Id" AS id FROM ${quoteName(type.name)} ORDER BY "Id"`).all() as {
    id: string;
  }[];
  const numbers = nextAutoNumbers(store, type, field, rows.length, formatDatetime(clock.now()));
  rows.forEach(({ id }, i) => store.update(type, id, { [field.name]: numbers[i] ?? null }));
}

/** Compares what a roll-up summarises; its label and the like change no value. */
function isOther(field: Field, previous: Field | undefined): boolean {
  return JSON.stringify(field.rollup) !== JSON.stringify(previous?.rollup);
}

function recalculate(services: DataChangeServices, type: SObjectType, fields: readonly Field[]): void {
  const { store, formulas, schema, user } = services;
  const names = fields.map((field) => field.name);
  recalculateRollupFields({ store, formulas, schema: () => schema }, user, type.name, names);
}

/** An auto-number field that is deleted and made again begins anew. */
function restartSequences({ store, schema }: DataChangeServices, before: Schema): void {
  const remove = store.prepare('DELETE FROM "_sequence" WHERE name = ?');
  for (const type of before.all()) {
    for (const field of type.fields) {
      if (field.autoNumber === undefined || schema.find(type.name)?.field(field.name)) continue;
      remove.run(autoNumberSequence(type.name, field.name));
    }
  }
}
