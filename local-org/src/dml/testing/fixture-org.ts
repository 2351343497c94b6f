import { FixedClock, type RecordValues } from '../../core';
import {
  FormulaCompiler,
  FormulaFieldEvaluator,
  FormulaGlobals,
  TransactionManager,
  type AutomationPorts,
  type RunningUser,
} from '../../execution';
import { Schema, customObjectFields, makeField, standardObjects, type SObjectDefinition } from '../../schema';
import { RecordStore } from '../../storage';
import { createDmlEngine } from '../create-dml-engine';
import type { DmlEngine } from '../types';
import type { ObjectFixture } from './case-file';
import { FixtureAccess } from './fixture-access';

const PROFILE_ID = '00e000000000001AAA';
/** Noon of a Sunday. */
const START_MS = Date.UTC(2026, 10, 22, 12, 0, 0);

/** The standard objects that tests of saves use; a store with all of them takes longer to make. */
const STANDARD_OBJECTS: ReadonlySet<string> = new Set([
  'Account',
  'Campaign',
  'CampaignMember',
  'CampaignMemberStatus',
  'Case',
  'Contact',
  'Event',
  'Group',
  'Lead',
  'Opportunity',
  'OpportunityContactRole',
  'Organization',
  'PermissionSet',
  'PermissionSetAssignment',
  'Profile',
  'QueueSobject',
  'RecordType',
  'Task',
  'User',
  'UserRole',
]);

/** A small org for tests of saves: standard objects and those of the fixture, one user, an empty store. */
export interface FixtureOrg {
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly clock: FixedClock;
  readonly access: FixtureAccess;
  readonly ports: AutomationPorts;
  readonly transactions: TransactionManager;
  readonly formulas: FormulaFieldEvaluator;
  readonly dml: DmlEngine;
  readonly user: RunningUser;
}

/** Builds the schema of a fixture once; orgs on it are cheap. */
export function fixtureSchema(objects: Readonly<Record<string, ObjectFixture>>): Schema {
  const standard = standardObjects().filter(({ name }) => STANDARD_OBJECTS.has(name));
  const names = new Set(standard.map((definition) => definition.name));
  const extended = standard.map((definition) => extend(definition, objects[definition.name]));
  const custom = Object.entries(objects).flatMap(([name, fixture]) =>
    names.has(name) ? [] : [customObject(name, fixture)],
  );
  return new Schema([...extended, ...custom]);
}

export function fixtureOrg(schema: Schema): FixtureOrg {
  const store = RecordStore.open(':memory:');
  store.transaction(() => store.migrate(schema));
  const clock = new FixedClock(START_MS);
  const access = new FixtureAccess();
  const basics = { schema: () => schema, store, clock };
  const globals = new FormulaGlobals({
    ...basics,
    hasCustomPermission: (user, name) => access.hasCustomPermission(user, name),
    customPermissionExists: () => true,
    label: () => undefined,
  });
  const formulas = new FormulaFieldEvaluator({ ...basics, compiler: new FormulaCompiler(globals), globals });
  const transactions = new TransactionManager(store);
  const ports: AutomationPorts = {};
  const user = addUser(schema, store);
  addRecordTypes(schema, store);
  const dml = createDmlEngine({ ...basics, access, formulas, transactions, ports });
  return { schema, store, clock, access, ports, transactions, formulas, dml, user };
}

function extend(definition: SObjectDefinition, fixture: ObjectFixture | undefined): SObjectDefinition {
  if (!fixture) return definition;
  const fields = (fixture.fields ?? []).map(makeField);
  const replaced = new Set(fields.map((field) => field.name));
  return {
    ...definition,
    sharingModel: fixture.sharingModel ?? definition.sharingModel,
    fields: [...definition.fields.filter((field) => !replaced.has(field.name)), ...fields],
    ...rulesAndRecordTypes(fixture),
  };
}

function customObject(name: string, fixture: ObjectFixture): SObjectDefinition {
  const { kind = 'custom', ownable = true, label = name } = fixture;
  return {
    name,
    label,
    labelPlural: fixture.labelPlural ?? `${label}s`,
    keyPrefix: fixture.keyPrefix ?? null,
    kind,
    custom: true,
    capabilities: {
      createable: true,
      updateable: true,
      deletable: true,
      undeletable: true,
      queryable: true,
      searchable: true,
      mergeable: false,
      layoutable: true,
      triggerable: true,
      feedEnabled: false,
    },
    sharingModel: fixture.sharingModel ?? 'ReadWrite',
    fields: [...customObjectFields({ kind, ownable }), ...(fixture.fields ?? []).map(makeField)],
    ...rulesAndRecordTypes(fixture),
  };
}

function rulesAndRecordTypes(
  fixture: ObjectFixture,
): Pick<SObjectDefinition, 'validationRules' | 'recordTypes'> {
  return {
    validationRules: (fixture.validationRules ?? []).map((rule) => ({ active: true, ...rule })),
    recordTypes: (fixture.recordTypes ?? []).map((recordType) => ({
      label: recordType.developerName,
      active: true,
      picklistValues: {},
      ...recordType,
    })),
  };
}

function addUser(schema: Schema, store: RecordStore): RunningUser {
  const type = schema.find('User');
  if (!type) throw new Error('The schema has no User');
  const [id = ''] = store.newIds(type, 1);
  const values: RecordValues = {
    Id: id,
    Username: 'rep@example.com',
    LastName: 'Rep',
    Name: 'Rep',
    IsActive: true,
    Department: 'Sales',
  };
  store.insert(type, [values]);
  const profile = schema.find('Profile');
  if (profile) store.insert(profile, [{ Id: PROFILE_ID, Name: 'Sales' }]);
  return {
    id,
    username: 'rep@example.com',
    profileId: PROFILE_ID,
    roleId: null,
    timeZone: 'UTC',
    locale: 'en_US',
    language: 'en_US',
  };
}

function addRecordTypes(schema: Schema, store: RecordStore): void {
  const table = schema.find('RecordType');
  if (!table) return;
  for (const type of schema.all()) {
    const { recordTypes } = type.definition;
    const ids = recordTypes.length > 0 ? store.newIds(table, recordTypes.length) : [];
    store.insert(
      table,
      recordTypes.map((recordType, position) => ({
        Id: ids[position] ?? null,
        Name: recordType.label,
        DeveloperName: recordType.developerName,
        SobjectType: type.name,
        IsActive: recordType.active,
      })),
    );
  }
}
