import { isRecordId } from '../../../core';
import type { RecordValues } from '../../../core';
import type { SObjectType } from '../../../schema';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { toApexValue } from '../../runtime/data/field-values';
import type { ApexMap } from '../../runtime/values/apex-map';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import { mapOf } from '../../runtime/values/make-collections';
import { method, type PlatformClass } from '../platform-class';

/** Rows of a custom setting or custom metadata type by one of its fields. */
function rowsBy(runtime: ApexRuntime, objectName: string, fieldName: string, value: string): RecordValues[] {
  const type = runtime.org.schema().find(objectName);
  const field = type?.field(fieldName);
  if (!type || !field) return [];
  return runtime.org.store.findBy(type, field, [value]).filter((row) => row['IsDeleted'] !== true);
}

function recordOf(runtime: ApexRuntime, objectName: string, row: RecordValues): ApexSObject {
  const record = ApexSObject.create(runtime, objectName);
  for (const field of record.objectType?.fields ?? []) {
    const value = row[field.name];
    if (value !== undefined && value !== null) record.load(field.name, toApexValue(runtime, field, value));
  }
  record.readOnly = isMetadata(runtime, objectName);
  return record;
}

function isMetadata(runtime: ApexRuntime, objectName: string): boolean {
  return runtime.org.schema().find(objectName)?.definition.kind === 'customMetadata';
}

/** The field by which code names a record: custom metadata by its developer name, settings by their name. */
function nameField(runtime: ApexRuntime, objectName: string): string {
  return isMetadata(runtime, objectName) ? 'DeveloperName' : 'Name';
}

function getInstance(runtime: ApexRuntime, objectName: string, key: string | null): ApexSObject | null {
  if (key === null) return null;
  const kind = runtime.org.schema().find(objectName)?.definition.kind;
  if (kind === 'hierarchyCustomSetting') return merged(runtime, objectName, ownersFrom(runtime, key));
  const byId = isRecordId(key) && rowsBy(runtime, objectName, 'Id', key)[0];
  const row = byId || rowsBy(runtime, objectName, nameField(runtime, objectName), key)[0];
  return row ? recordOf(runtime, objectName, row) : null;
}

function getAll(runtime: ApexRuntime, objectName: string): ApexMap {
  const type = runtime.org.schema().find(objectName);
  const name = nameField(runtime, objectName);
  const rows = type ? allRows(runtime, type).filter((row) => row['IsDeleted'] !== true) : [];
  const element = runtime.types.sobjectType(objectName) ?? runtime.types.sobject;
  return mapOf(
    runtime,
    'String',
    element,
    rows.map((row) => [String(row[name]), recordOf(runtime, objectName, row)] as const),
  );
}

function allRows(runtime: ApexRuntime, type: SObjectType): RecordValues[] {
  const { store } = runtime.org;
  const ids = store.prepare(`SELECT "Id" AS id FROM "${type.name}"`).all() as unknown as { id: string }[];
  return [
    ...store
      .findAll(
        type,
        ids.map(({ id }) => id),
      )
      .values(),
  ];
}

/** Whose settings count, most specific first: the user, the profile, the org. */
function ownersFrom(runtime: ApexRuntime, id: string): string[] {
  const [organization = ''] = organizationIds(runtime);
  const user = id.startsWith('005') ? runtime.org.findUser(id) : undefined;
  if (user) return [user.id, user.profileId, organization];
  return id.startsWith('00e') ? [id, organization] : [organization];
}

function organizationIds(runtime: ApexRuntime): string[] {
  const rows = runtime.org.store.prepare('SELECT "Id" AS id FROM "Organization"').all() as unknown as {
    id: string;
  }[];
  return rows.map(({ id }) => id);
}

/** A hierarchy setting as it counts for somebody: each field from the most specific record that has it. */
function merged(runtime: ApexRuntime, objectName: string, owners: readonly string[]): ApexSObject {
  const values: RecordValues = {};
  for (const owner of owners) {
    const [row] = rowsBy(runtime, objectName, 'SetupOwnerId', owner);
    for (const [name, value] of Object.entries(row ?? {})) {
      if (value !== null) values[name] ??= value;
    }
  }
  return recordOf(runtime, objectName, values);
}

/** The record of one owner, without what stands above it. */
function getValues(runtime: ApexRuntime, objectName: string, key: string | null): ApexSObject | null {
  if (key === null) return null;
  if (runtime.org.schema().find(objectName)?.definition.kind !== 'hierarchyCustomSetting') {
    return getInstance(runtime, objectName, key);
  }
  const [row] = rowsBy(runtime, objectName, 'SetupOwnerId', key);
  return row ? recordOf(runtime, objectName, row) : null;
}

/** What custom settings and custom metadata types offer as static methods of their object; the object comes first. */
export const recordStaticsClass: PlatformClass = {
  name: 'System.RecordStatics',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_custom_settings.htm',
  members: [
    method('static SObject getInstance(String objectName, String key)', getInstance),
    method('static SObject getInstance(String objectName)', (runtime: ApexRuntime, objectName: string) =>
      merged(runtime, objectName, ownersFrom(runtime, runtime.user.id)),
    ),
    method('static SObject getOrgDefaults(String objectName)', (runtime: ApexRuntime, objectName: string) =>
      merged(runtime, objectName, organizationIds(runtime)),
    ),
    method('static SObject getValues(String objectName, String key)', getValues),
    method('static Map<String, SObject> getAll(String objectName)', getAll),
  ],
};
