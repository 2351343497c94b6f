import type { Field, SObjectType } from '../../../schema';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexEnumValue } from '../../runtime/values/apex-enum';
import { ApexList } from '../../runtime/values/apex-list';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import { mapOf } from '../../runtime/values/make-collections';
import { ApexSet } from '../../runtime/values/apex-set';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

/** What access a field must have to stay. */
type FieldRight = (runtime: ApexRuntime, type: SObjectType, field: Field) => boolean;

const fieldRight =
  (right: 'read' | 'edit', able: (field: Field) => boolean): FieldRight =>
  (runtime, type, field) =>
    able(field) && runtime.org.access.fieldAccess(runtime.user, type.name, field.name)[right];

const RIGHTS: Readonly<Record<string, FieldRight>> = {
  READABLE: fieldRight('read', () => true),
  CREATABLE: fieldRight('edit', ({ createable }) => createable),
  UPDATABLE: fieldRight('edit', ({ updateable }) => updateable),
  UPSERTABLE: fieldRight('edit', ({ createable, updateable }) => createable && updateable),
};

const OBJECT_RIGHTS = {
  READABLE: (access: ObjectRights): boolean => access.read,
  CREATABLE: (access: ObjectRights): boolean => access.create,
  UPDATABLE: (access: ObjectRights): boolean => access.edit,
  UPSERTABLE: (access: ObjectRights): boolean => access.create && access.edit,
};

type ObjectRights = ReturnType<ApexRuntime['org']['access']['objectAccess']>;

/** What is taken from records, as a decision tells it. */
class Stripping {
  readonly removed = new Map<string, Set<string>>();
  readonly modified: number[] = [];
  /** How often a field was taken from a record. */
  removals = 0;

  constructor(
    private readonly runtime: ApexRuntime,
    private readonly accessType: string,
  ) {}

  /** A copy of a record without the fields that the user has no access to; parents and children too. */
  strip(record: ApexSObject): ApexSObject {
    const { runtime } = this;
    const copy = ApexSObject.create(runtime, record.objectName);
    const type = record.objectType;
    if (!type) return copy;
    copy.queried = record.queried;
    for (const [name, value] of record.entries()) {
      if (name === 'Id' || this.keeps(type, name)) copy.copyField(record, name, value);
      else this.note(type.name, name);
    }
    for (const [relationship, parent] of record.parentEntries()) {
      copy.loadParent(relationship, parent && this.strip(parent));
    }
    for (const [relationship, children] of record.childEntries()) {
      const list = new ApexList(children.type);
      for (const child of children.items) list.items.push(this.strip(child as ApexSObject));
      copy.loadChildren(relationship, list);
    }
    return copy;
  }

  private keeps(type: SObjectType, name: string): boolean {
    const field = type.field(name);
    return !field || RIGHTS[this.accessType]?.(this.runtime, type, field) === true;
  }

  private note(objectName: string, fieldName: string): void {
    this.removals++;
    const names = this.removed.get(objectName) ?? new Set();
    this.removed.set(objectName, names.add(fieldName));
  }
}

function stripInaccessible(
  runtime: ApexRuntime,
  accessType: ApexEnumValue | null,
  records: ApexList | null,
  checksObjects: boolean | null,
): PlatformStruct {
  if (accessType === null || records === null) return runtime.throwNull();
  const stripping = new Stripping(runtime, accessType.name);
  const right = OBJECT_RIGHTS[accessType.name as keyof typeof OBJECT_RIGHTS];
  const copies = new ApexList(records.type);
  records.items.forEach((item, position) => {
    const record = item as ApexSObject;
    if (checksObjects !== false && !right(runtime.org.access.objectAccess(runtime.user, record.objectName))) {
      runtime.throwNew('System.NoAccessException', `No access to entity: ${record.objectName}`);
    }
    const before = stripping.removals;
    copies.items.push(stripping.strip(record));
    if (stripping.removals > before) stripping.modified.push(position);
  });
  return new PlatformStruct('System.SObjectAccessDecision', { records: copies }, stripping);
}

/** Takes from records what the running user has no access to. */
export const securityClass: PlatformClass = {
  name: 'System.Security',
  kind: 'class',
  documentation: referencePage('apex_class_System_Security'),
  members: [
    method(
      'static System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords)',
      (runtime: ApexRuntime, accessType: ApexEnumValue | null, records: ApexList | null) =>
        stripInaccessible(runtime, accessType, records, true),
    ),
    method(
      'static System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords, Boolean enforceRootObjectCRUD)',
      stripInaccessible,
    ),
  ],
};

/** What was taken from records. */
export const sobjectAccessDecisionClass: PlatformClass = {
  name: 'System.SObjectAccessDecision',
  kind: 'class',
  documentation: referencePage('apex_class_System_SObjectAccessDecision'),
  members: [
    method(
      'List<SObject> getRecords()',
      (_runtime: ApexRuntime, self: PlatformStruct): ApexValue => self.values['records'] ?? null,
    ),
    method('Map<String, Set<String>> getRemovedFields()', (runtime: ApexRuntime, self: PlatformStruct) => {
      const setOfText = runtime.types.set(runtime.types.platform('String'));
      const { removed } = self.subject as Stripping;
      const entries = [...removed].map(([objectName, names]): [string, ApexSet] => {
        const set = new ApexSet(setOfText);
        for (const name of names) set.add(runtime, name);
        return [objectName, set];
      });
      return mapOf(runtime, 'String', setOfText, entries);
    }),
    method('Set<Integer> getModifiedIndexes()', (runtime: ApexRuntime, self: PlatformStruct) => {
      const set = new ApexSet(runtime.types.set(runtime.types.platform('Integer')));
      for (const position of (self.subject as Stripping).modified) set.add(runtime, position);
      return set;
    }),
  ],
};

/** What a user is to be able to do with records. */
export const accessTypeEnum: PlatformClass = {
  name: 'System.AccessType',
  kind: 'enum',
  documentation: referencePage('apex_enum_System_AccessType'),
  constants: ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE'],
  members: [],
};
