import type { AccessControl } from '../../access';
import type { RecordValues } from '../../core';
import type { RequestContext } from '../../execution';
import type { FileProperties } from '../../metadata';
import type { LocalOrg } from '../../org';
import { createQueryEngine, type QueryEngine } from '../../query';
import { Schema } from '../../schema';
import { RecordStore } from '../../storage';
import {
  definitionOf,
  ENTITY_DEFINITION_OBJECT,
  METADATA_OBJECTS,
  type MetadataObject,
} from './tooling-objects';

/** Permissions of which one lets a user read setup. @see https://help.salesforce.com/s/articleView?id=sf.admin_userperms.htm */
const SETUP_PERMISSIONS = ['ViewSetup', 'ModifyMetadata', 'ModifyAllData'];

/**
 * Deployed metadata as records. They live in a database of their own in memory and are made anew from the deployed
 * components for each query.
 */
export class MetadataRecords {
  readonly schema = new Schema([...METADATA_OBJECTS.map(definitionOf), ENTITY_DEFINITION_OBJECT]);
  readonly access: AccessControl;
  private readonly store = RecordStore.open(':memory:');
  private readonly engine: QueryEngine;

  constructor(private readonly org: LocalOrg) {
    this.access = setupAccess(org);
    this.store.migrate(this.schema);
    this.engine = createQueryEngine({
      schema: () => this.schema,
      store: this.store,
      access: this.access,
      clock: org.clock,
    });
  }

  /** Whether the object is metadata that is answered from the deployed components. */
  has(objectName: string): boolean {
    return METADATA_OBJECTS.some(({ name }) => name.toLowerCase() === objectName.toLowerCase());
  }

  /** The engine over the components of an object. */
  engineFor(objectName: string, context: RequestContext): QueryEngine {
    const object = METADATA_OBJECTS.find(({ name }) => name.toLowerCase() === objectName.toLowerCase());
    if (object) this.fill(object, context);
    return this.engine;
  }

  close(): void {
    this.store.close();
  }

  private fill(object: MetadataObject, context: RequestContext): void {
    const rows = this.org.metadata.list(object.name).map((properties) => this.recordOf(object, properties));
    this.store.transaction(() => {
      this.replace(object.name, rows);
      this.replace('EntityDefinition', this.entityDefinitions(context));
    });
  }

  private replace(objectName: string, rows: readonly RecordValues[]): void {
    const type = this.schema.find(objectName);
    if (!type) return;
    this.store.prepare(`DELETE FROM "${type.name}"`).run();
    this.store.insert(type, rows);
  }

  private recordOf(object: MetadataObject, properties: FileProperties): RecordValues {
    const [first = '', ...others] = properties.fullName.split(object.name === 'Layout' ? '-' : '.');
    const ofObject = others.length > 0;
    const name = ofObject ? others.join(object.name === 'Layout' ? '-' : '.') : first;
    return {
      Id: properties.id,
      CreatedDate: datetimeOf(properties.createdDate),
      LastModifiedDate: datetimeOf(properties.lastModifiedDate),
      CreatedById: properties.createdById,
      LastModifiedById: properties.lastModifiedById,
      [object.nameField]: object.nameField === 'DeveloperName' ? name.replace(/__\w+$/, '') : name,
      ...(ofObject ? { EntityDefinitionId: first, TableEnumOrId: first } : {}),
      ...this.ruleValues(object, first, name),
    };
  }

  private ruleValues(object: MetadataObject, objectName: string, ruleName: string): RecordValues {
    if (object.name !== 'ValidationRule') return {};
    const rules = this.org.schema().find(objectName)?.definition.validationRules ?? [];
    const rule = rules.find(({ name }) => name === ruleName);
    return {
      Active: rule?.active ?? false,
      ErrorMessage: rule?.errorMessage ?? null,
      ErrorDisplayField: rule?.errorDisplayField ?? null,
    };
  }

  private entityDefinitions(context: RequestContext): RecordValues[] {
    const soql =
      'SELECT QualifiedApiName, DeveloperName, Label, PluralLabel, KeyPrefix, DurableId FROM EntityDefinition';
    const { records } = this.org.query.query(soql, { context: { ...context, mode: 'system' } });
    return records.map(({ fields }) => ({
      ...(fields as RecordValues),
      Id: String(fields['QualifiedApiName']),
    }));
  }
}

function datetimeOf(iso: string): string {
  return iso.replace(/Z$/, '+0000');
}

/** Everybody who may read setup may read all of it. */
function setupAccess(org: LocalOrg): AccessControl {
  const read = (user: RequestContext['user']): boolean =>
    SETUP_PERMISSIONS.some((permission) => org.access.hasUserPermission(user, permission));
  return {
    objectAccess: (user) => ({
      create: false,
      read: read(user),
      edit: false,
      delete: false,
      viewAll: read(user),
      modifyAll: false,
    }),
    fieldAccess: (user) => ({ read: read(user), edit: false }),
    hasUserPermission: (user, name) => org.access.hasUserPermission(user, name),
    hasCustomPermission: (user, name) => org.access.hasCustomPermission(user, name),
    hasApexClassAccess: (user, name) => org.access.hasApexClassAccess(user, name),
    visibleRecords: () => null,
    accessibleIds: (_user, _objectName, ids) => new Set(ids),
    isInSet: (user, set) => org.access.isInSet(user, set),
    hiddenFolders: (user, type) => org.access.hiddenFolders(user, type),
    groupsOf: (user) => org.access.groupsOf(user),
    invalidate: () => undefined,
  };
}
