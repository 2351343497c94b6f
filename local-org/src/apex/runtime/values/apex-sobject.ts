import type { SObjectType } from '../../../schema';
import type { SObjectApexType } from '../../types/apex-type';
import type { ApexRuntime } from '../apex-runtime';
import type { ApexList } from './apex-list';
import { AUDIT_FIELDS } from './audit-fields';
import { ApexObject, type ApexValue } from './apex-value';

/** How records of a trigger report errors, and read fields that are computed. */
export interface RecordHost {
  /** `addError`: refuses the record; `fieldName` null for the whole record. */
  addError(message: string, fieldName: string | null): void;
  /** A formula field of the record as it stands. */
  formula(record: ApexSObject, fieldName: string): ApexValue;
}

/** How a record is to be saved, whatever the statement says of the others. */
export interface RecordSaveOptions {
  /** `DMLOptions.DuplicateRuleHeader.allowSave`. */
  readonly allowDuplicateSave?: boolean;
  /** `DMLOptions.assignmentRuleHeader`. */
  readonly autoAssign?: boolean;
  /** `DMLOptions.allowFieldTruncation`: texts that are too long are cut off. */
  readonly allowFieldTruncation?: boolean;
}

/** An error that code attached to a record outside of a save. */
export interface RecordError {
  readonly message: string;
  readonly fieldName: string | null;
}

/**
 * A record in Apex. Fields are held by canonical API name, in the order in which they were set.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SObject_types.htm
 */
export class ApexSObject extends ApexObject {
  private readonly values = new Map<string, ApexValue>();
  private parents: Map<string, ApexSObject | null> | null = null;
  private children: Map<string, ApexList> | null = null;
  /** Fields that code has set on a row of a query. */
  private assigned: Set<string> | null = null;
  /** Fields that a clone has from a row of a query or from a record of a trigger, and that code has not set. */
  private copied: Set<string> | null = null;
  /** Set on rows of a query: a field that was not selected cannot be read. */
  queried = false;
  /** Set on records of after triggers and of `Trigger.old`. */
  readOnly = false;
  /** Set on records of a trigger. */
  host: RecordHost | null = null;
  /** The record this one was cloned from; undefined when it is no clone. */
  cloneSourceId: string | null | undefined = undefined;
  /** What `setOptions` was given. */
  dmlOptions: ApexObject | null = null;
  /** What that means for a save, as it stands when the record is saved. */
  saveOptions: (() => RecordSaveOptions) | null = null;
  /** Errors of `addError` outside of a trigger. */
  readonly errors: RecordError[] = [];

  constructor(
    private readonly runtime: ApexRuntime,
    readonly type: SObjectApexType,
    /** Undefined for rows of aggregates, which have no object. */
    readonly objectType: SObjectType | undefined,
  ) {
    super();
  }

  /** A new record of an object. @throws TypeException for an unknown object */
  static create(runtime: ApexRuntime, objectName: string): ApexSObject {
    const type = runtime.types.sobjectType(objectName);
    if (!type) return runtime.throwNew('System.TypeException', `Invalid type: ${objectName}`);
    return new ApexSObject(runtime, type, runtime.org.schema().find(objectName));
  }

  get objectName(): string {
    return this.type.name;
  }

  get id(): string | null {
    return (this.values.get('Id') as string | null | undefined) ?? null;
  }

  /**
   * A field read by name in code. Checkboxes are never null.
   * @throws SObjectException when the record comes from a query that did not select the field
   */
  get(fieldName: string): ApexValue {
    return this.values.get(fieldName) ?? this.withoutValue(fieldName);
  }

  /** A field as it is held: null when it has no value, undefined when it is not populated. */
  peek(fieldName: string): ApexValue | undefined {
    return this.values.get(fieldName);
  }

  /** @throws FinalException for a record that is read-only */
  set(fieldName: string, value: ApexValue): void {
    this.checkWritable();
    this.values.set(fieldName, value);
    if (this.queried) (this.assigned ??= new Set()).add(fieldName);
    this.copied?.delete(fieldName);
  }

  /** Fields that an update writes: all of a record made in memory, only those set by code of a row of a query. */
  fieldsToWrite(): Iterable<string> {
    if (this.queried) return this.assigned ?? [];
    return this.cloneSourceId === undefined ? this.values.keys() : this.writeableFields();
  }

  /** The clone of a row has fields that code cannot set: a save leaves them be. */
  private writeableFields(): string[] {
    const isNew = this.id === null;
    return [...this.values.keys()].filter((name) => {
      const field = this.objectType?.field(name);
      return isNew ? field?.createable === true || AUDIT_FIELDS.has(name) : field?.updateable === true;
    });
  }

  /** Whether the platform gave the record its value of a field: what it may not write it leaves out of a save. */
  isGiven(fieldName: string): boolean {
    if (this.queried) return this.assigned?.has(fieldName) !== true;
    return this.host !== null || this.copied?.has(fieldName) === true;
  }

  /** Takes a field over from the record that this one is a clone of. */
  copyField(original: ApexSObject, fieldName: string, value: ApexValue): void {
    this.values.set(fieldName, value);
    if (original.isGiven(fieldName)) (this.copied ??= new Set()).add(fieldName);
    else if (this.queried) (this.assigned ??= new Set()).add(fieldName);
  }

  /** Sets a field of a record that code may not change. */
  load(fieldName: string, value: ApexValue): void {
    this.values.set(fieldName, value);
  }

  /** The parent record of a relationship; null when there is none. @throws SObjectException when it was not queried */
  getParent(relationshipName: string): ApexSObject | null {
    const parent = this.parents?.get(relationshipName);
    if (parent !== undefined) return parent;
    if (this.queried) this.notQueried(relationshipName);
    return null;
  }

  setParent(relationshipName: string, parent: ApexSObject | null): void {
    this.checkWritable();
    this.loadParent(relationshipName, parent);
  }

  loadParent(relationshipName: string, parent: ApexSObject | null): void {
    this.parents ??= new Map();
    this.parents.set(relationshipName, parent);
  }

  /** Whether the relationship holds a parent, or is known to be empty. */
  hasParent(relationshipName: string): boolean {
    return this.parents?.has(relationshipName) === true;
  }

  /** The records of a child relationship. @throws SObjectException when they were not queried */
  getChildren(relationshipName: string): ApexList {
    const found = this.children?.get(relationshipName);
    if (found) return found;
    if (this.queried) this.notQueried(relationshipName);
    return this.runtime.emptyChildren(this, relationshipName);
  }

  loadChildren(relationshipName: string, records: ApexList): void {
    this.children ??= new Map();
    this.children.set(relationshipName, records);
  }

  /** Populated fields in the order in which they were set. */
  entries(): IterableIterator<[string, ApexValue]> {
    return this.values.entries();
  }

  parentEntries(): Iterable<[string, ApexSObject | null]> {
    return this.parents ?? [];
  }

  childEntries(): Iterable<[string, ApexList]> {
    return this.children ?? [];
  }

  /** Forgets the values of all fields. */
  clear(): void {
    this.checkWritable();
    this.values.clear();
    this.parents = null;
    this.children = null;
  }

  /** Takes a field back, as if it had never been set. */
  unset(fieldName: string): void {
    this.values.delete(fieldName);
  }

  /** Refuses the record in a trigger; elsewhere the error is kept with it. */
  addError(message: string, fieldName: string | null): void {
    if (this.host) this.host.addError(message, fieldName);
    else this.errors.push({ message, fieldName });
  }

  override equalTo(runtime: ApexRuntime, other: ApexValue): boolean {
    if (this === other) return true;
    if (!(other instanceof ApexSObject) || other.type !== this.type) return false;
    return this.key(runtime) === other.key(runtime);
  }

  override key(runtime: ApexRuntime): unknown {
    const fields = [...this.values]
      .filter(([, value]) => value !== null)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, value]) => `${name}=${runtime.toText(value)}`);
    return `${this.type.name}:{${fields.join(', ')}}`;
  }

  override toText(runtime: ApexRuntime): string {
    const fields = [...this.values].map(([name, value]) => `${name}=${runtime.toText(value)}`);
    return `${this.type.name}:{${fields.join(', ')}}`;
  }

  private withoutValue(fieldName: string): ApexValue {
    const field = this.objectType?.field(fieldName);
    if (!this.values.has(fieldName)) {
      if (this.host && field?.formula) return this.host.formula(this, fieldName);
      const parent = this.parents?.get(field?.relationship?.relationshipName ?? '');
      // A query that reads a parent brings the parent's id along.
      if (parent !== undefined) return parent?.id ?? null;
      if (this.queried && field) this.notQueried(fieldName);
    }
    return field?.type === 'boolean' ? false : null;
  }

  private checkWritable(): void {
    if (this.readOnly) this.runtime.throwNew('System.FinalException', 'Record is read-only');
  }

  private notQueried(name: string): never {
    return this.runtime.throwNew(
      'System.SObjectException',
      `SObject row was retrieved via SOQL without querying the requested field: ${this.type.name}.${name}`,
    );
  }
}
