import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, FieldValue, RecordValues } from '../../core';
import { asFieldValue, type FormulaServices, type RunningUser } from '../../execution';
import {
  CASE_NOW,
  compileFormula,
  runCase,
  worldSchema,
  type BlankHandling,
  type CaseRecord,
  type CaseWorld,
  type FormulaCase,
  type FormulaType,
} from '../../formula';
import { makeField, type Field, type FieldType, type Schema, type SObjectType } from '../../schema';
import { isStored, RecordStore } from '../../storage';
import { fixtureAccess } from '../fixture/access-fixture';
import { formulaPort } from '../fixture/formula-fixture';
import { createQueryEngine } from '../query-engine';

/**
 * The cases of the formula engine once more, on stored records and through SOQL: what a query computes from the values
 * of a row is what the engine computes from a record in memory.
 */
const FOLDER = join(__dirname, '../../../conformance/formula');
const RESULT = 'Result__c';
const FIELD_TYPES: Readonly<Partial<Record<FormulaType, FieldType>>> = {
  Text: 'string',
  Id: 'string',
  Number: 'double',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
};

const world = JSON.parse(readFileSync(join(FOLDER, 'world.json'), 'utf8')) as CaseWorld;
const plainSchema = worldSchema(world);
const store = RecordStore.open(':memory:');
store.migrate(plainSchema);

let schema = plainSchema;
let nowMs = Date.parse(CASE_NOW);
const clock: Clock = { now: () => nowMs };
const globals: FormulaServices['globals'] = {
  globalType: (path) => world.globals[path.join('.')]?.[0],
  reader: (path) => ({
    key: path.join('.'),
    dependsOnRecord: false,
    value: () => world.globals[path.join('.')]?.[1] ?? null,
  }),
};
const anybody: RunningUser = {
  id: '005000000000001AAA',
  username: 'anybody@example.com',
  profileId: '00e000000000001AAA',
  roleId: null,
  timeZone: 'GMT',
  locale: 'en_US',
  language: 'en_US',
};
let user = anybody;
const formulas = formulaPort({ schema: () => schema, store, clock }, globals, () => user);
const engine = createQueryEngine({
  schema: () => schema,
  store,
  access: fixtureAccess(() => ({})),
  clock,
  formulas,
});

/** The world with the case as a formula field; undefined when no formula field can be that. */
function schemaWith(formulaCase: FormulaCase, mode: BlankHandling): Schema | undefined {
  const { formula, on = 'Opportunity' } = formulaCase;
  const type = plainSchema.find(on);
  const resultType = resultTypeOf(formulaCase, mode);
  const fieldType = resultType && FIELD_TYPES[resultType];
  if (!type || !fieldType) return undefined;
  const result = makeField({
    name: RESULT,
    label: RESULT,
    type: fieldType,
    scale: 15,
    formula: { expression: formula, treatBlanksAs: mode },
  });
  return plainSchema.withObjects([{ ...type.definition, fields: [...type.definition.fields, result] }]);
}

function resultTypeOf(
  { formula, on = 'Opportunity', returns }: FormulaCase,
  blankHandling: BlankHandling,
): FormulaType | undefined {
  const scope = { schema: plainSchema, objectName: on, usage: 'formulaField', blankHandling } as const;
  const globalType = (path: readonly string[]): FormulaType | undefined => globals.globalType(path, on);
  try {
    return compileFormula(formula, { ...scope, ...(returns && { returnType: returns }), globalType }).type;
  } catch {
    // What compiles in a rule only is no formula field.
    return undefined;
  }
}

/** Stores a record of a case with its parents. @returns its id */
function storeRecord(type: SObjectType, record: CaseRecord): string {
  const values: RecordValues = {};
  for (const [name, value] of Object.entries(record)) {
    if (name === '$object') continue;
    if (value === null || typeof value !== 'object') {
      const field = type.field(name);
      if (field && isStored(field)) values[field.name] = value;
      continue;
    }
    const reference = type.parentField(name) as Field;
    const parent = plainSchema.find(String(value['$object'] ?? reference.relationship?.referenceTo[0]));
    values[reference.name] = storeRecord(parent as SObjectType, value);
  }
  const id = String(values['Id'] ?? store.newIds(type, 1)[0]);
  store.insert(type, [{ ...values, Id: id }]);
  return id;
}

/** Whether the case is about a record as it is, and gives its formula fields as such. */
function isOfStoredRecord({
  as = 'validationRule',
  prior,
  isNew,
  isClone,
  record = {},
}: FormulaCase): boolean {
  const kinds: readonly string[] = ['validationRule', 'formulaField', 'rule'];
  return kinds.includes(as) && !prior && !isNew && !isClone && !('Badge__c' in record);
}

function queried(formulaCase: FormulaCase, mode: BlankHandling): FieldValue | undefined {
  const { on = 'Opportunity', record = {}, timeZone = 'GMT', now = CASE_NOW } = formulaCase;
  schema = schemaWith(formulaCase, mode) ?? plainSchema;
  nowMs = Date.parse(now);
  user = { ...anybody, timeZone };
  for (const type of plainSchema.all()) store.database.exec(`DELETE FROM "${type.name}"`);
  const id = storeRecord(schema.find(on) as SObjectType, record);
  const { records } = engine.query(`SELECT ${RESULT} FROM ${on} WHERE Id = '${id}'`, {
    context: { mode: 'system', apiVersion: 67, user },
  });
  return records[0]?.fields[RESULT] as FieldValue;
}

/** What the engine gives for the record in memory, as the value of the field. An error is an empty field. */
function inMemory(formulaCase: FormulaCase, mode: BlankHandling): FieldValue {
  const { on = 'Opportunity' } = formulaCase;
  const result = runCase({ ...formulaCase, as: 'formulaField' }, mode, plainSchema, world);
  const field = schema.find(on)?.field(RESULT) as Field;
  return asFieldValue(field, 'error' in result ? null : result.value);
}

const cases = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.cases.jsonl'))
  .flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as FormulaCase)
  .filter((each) => isOfStoredRecord(each) && schemaWith(each, 'BlankAsZero'));

describe('formula fields in queries', () => {
  it('run most of the cases', () => expect(cases.length).toBeGreaterThan(350));

  it.each(cases.map((each): [string, FormulaCase] => [JSON.stringify(each), each]))(
    '%s is computed as in memory',
    (_, formulaCase) => {
      for (const mode of ['BlankAsZero', 'BlankAsBlank'] as const) {
        const value = queried(formulaCase, mode);
        expect({ mode, value }).toEqual({ mode, value: inMemory(formulaCase, mode) });
      }
    },
  );
});
