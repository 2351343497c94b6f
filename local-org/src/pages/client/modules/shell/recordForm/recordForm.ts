import { queryString, request, UI_API, type FetchResponseError } from 'shell/http';
import type { RecordRepresentation } from 'shell/records';
import {
  layoutFields,
  MASTER_RECORD_TYPE_ID,
  recordView,
  type FieldRepresentation,
  type LayoutRepresentation,
  type ObjectInfoRepresentation,
  type PicklistValueRepresentation,
  type PicklistValuesRepresentation,
  type RecordUiRepresentation,
} from 'shell/uiApiTypes';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { errorsOf, NO_ERRORS, type RecordFormErrors } from './form-errors';

export { NO_ERRORS, type DuplicateWarning, type RecordFormErrors } from './form-errors';

/** Which record a form edits; without an id a new one. */
export interface RecordFormSubject {
  readonly objectApiName: string;
  readonly recordId?: string | undefined;
  /** Record type of a new record; for an existing one, the record type that it is to get. */
  readonly recordTypeId?: string | undefined;
  /** Record that a new one is a copy of. */
  readonly cloneSourceId?: string | undefined;
}

/** How a save is sent. */
export interface SaveOptions {
  /** Save although records like it have been found. */
  readonly allowSaveOnDuplicate?: boolean;
  /** Refuse the save when the record was changed after this moment. */
  readonly ifUnmodifiedSince?: string;
}

interface RecordDefaults {
  readonly layout: LayoutRepresentation;
  readonly objectInfos: Readonly<Record<string, ObjectInfoRepresentation>>;
  readonly record: RecordRepresentation;
}

/** Between the values of a multi-select picklist. */
const VALUE_SEPARATOR = ';';

/**
 * The state of a form on a record: its fields, their values as they are and as they are typed, the choices that are left
 * of picklists, and what the org had against the last save. Components bind to it and hear of changes.
 */
export class RecordForm {
  objectInfo: ObjectInfoRepresentation | undefined;
  record: RecordRepresentation | undefined;
  layout: LayoutRepresentation | undefined;
  errors: RecordFormErrors = NO_ERRORS;
  private picklists: Readonly<Record<string, PicklistValuesRepresentation>> = {};
  private readonly typed = new Map<string, unknown>();
  private readonly listeners = new Set<() => void>();
  /** Whether the user has been told of duplicates that a rule only warns of. */
  private isWarned = false;

  constructor(readonly subject: RecordFormSubject) {}

  get isNew(): boolean {
    return this.subject.recordId === undefined;
  }

  /**
   * Reads the object, the record or the defaults of a new one, and the choices of picklists.
   * @param fields names without the object that are asked for beside those of the layout
   */
  async load(fields: readonly string[]): Promise<void> {
    const { objectApiName, recordId } = this.subject;
    const optionalFields = fields.map((name) => `${objectApiName}.${name}`);
    if (recordId === undefined) await this.loadDefaults(optionalFields);
    else await this.loadRecord(recordId, optionalFields);
    const { recordTypeId = this.record?.recordTypeId } = this.subject;
    await this.loadPicklists(recordTypeId);
    if (recordId !== undefined && recordTypeId !== this.record?.recordTypeId) this.replaceImpossible();
  }

  /** Calls back whenever something of the form changes, until the function that comes back is called. */
  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  field(name: string): FieldRepresentation | undefined {
    return this.objectInfo?.fields[name];
  }

  /** The value as it is typed, else as it is saved. */
  value(name: string): unknown {
    return this.typed.has(name) ? this.typed.get(name) : (this.record?.fields[name]?.value ?? null);
  }

  /** The name of the record to which a lookup leads, as long as the saved one is chosen. */
  referenceName(name: string): string | undefined {
    const relationship = this.field(name)?.relationshipName;
    if (this.typed.has(name) || !relationship) return undefined;
    return this.record?.fields[relationship]?.displayValue ?? undefined;
  }

  set(name: string, value: unknown): void {
    this.typed.set(name, value);
    this.isWarned = false;
    const fields = Object.entries(this.errors.fields).filter(([field]) => field !== name);
    this.errors = { ...this.errors, fields: Object.fromEntries(fields) };
    this.dropImpossible(name);
    this.tell();
  }

  /** Forgets what was typed: in one field, or everywhere. */
  reset(name?: string): void {
    if (name === undefined) this.typed.clear();
    else this.typed.delete(name);
    this.errors = NO_ERRORS;
    this.tell();
  }

  /** Choices of a picklist; those that depend on another field are left out unless its value allows them. */
  choices(name: string): readonly PicklistValueRepresentation[] {
    const picklist = this.picklists[name];
    const [controller] = this.field(name)?.controllingFields ?? [];
    if (!picklist || controller === undefined) return picklist?.values ?? [];
    const index = picklist.controllerValues[String(this.value(controller))];
    return picklist.values.filter(({ validFor }) => index !== undefined && validFor.includes(index));
  }

  /** Whether the layout demands a value, or the object does. */
  isRequired(name: string): boolean {
    if (this.layoutItem(name)?.required) return true;
    const field = this.field(name);
    return field?.required === true && field.dataType !== 'Boolean';
  }

  /** Whether the user may change the field in this form. */
  isEditable(name: string): boolean {
    const field = this.field(name);
    return (this.isNew ? field?.createable : field?.updateable) ?? false;
  }

  /** What has been typed and is other than what is saved; for a new record also its defaults. */
  changes(): Record<string, unknown> {
    const changed = [...this.typed].filter(
      ([name, value]) => value !== (this.record?.fields[name]?.value ?? null),
    );
    return Object.fromEntries(changed);
  }

  /**
   * How record pages save: past duplicates that the user has been warned of, and never over a change that somebody else
   * has saved since the record was read.
   */
  get pageSaveOptions(): SaveOptions {
    const ifUnmodifiedSince = this.record?.lastModifiedDate;
    return {
      ...(this.isWarned && { allowSaveOnDuplicate: true }),
      ...(!this.isNew && ifUnmodifiedSince && { ifUnmodifiedSince }),
    };
  }

  /**
   * Saves fields.
   * @throws FetchResponseError after `errors` has been set
   */
  async save(
    fields: Readonly<Record<string, unknown>>,
    { ifUnmodifiedSince, ...options }: SaveOptions = {},
  ): Promise<RecordRepresentation> {
    const { objectApiName, recordId, recordTypeId } = this.subject;
    const values = { ...(recordTypeId !== undefined && { RecordTypeId: recordTypeId }), ...fields };
    const answer = await this.attempt(() =>
      recordId === undefined
        ? createRecord({ apiName: objectApiName, fields: values, ...options })
        : updateRecord(
            { fields: { Id: recordId, ...values }, ...options },
            { ...(ifUnmodifiedSince !== undefined && { ifUnmodifiedSince }) },
          ),
    );
    const before = this.record;
    // Of a record that is out of sight, what was seen last is all that is known.
    const record = answer ?? before;
    if (!record) throw new Error('A save has no record');
    if (before && !this.isNew) this.record = { ...record, fields: { ...before.fields, ...record.fields } };
    this.tell();
    return record;
  }

  /** What a save sends: of a new record all that has a value, of an existing one what has changed. */
  input(names: readonly string[]): Record<string, unknown> {
    if (!this.isNew) {
      const changes = this.changes();
      return Object.fromEntries(Object.entries(changes).filter(([name]) => names.includes(name)));
    }
    const given = names
      .filter((name) => this.isEditable(name))
      .map((name) => [name, this.value(name)] as const)
      .filter(([name, value]) => value !== null || this.typed.has(name));
    return Object.fromEntries(given);
  }

  /** Reads the choices of all picklists for a record type. */
  protected async loadPicklists(recordTypeId: string | null | undefined): Promise<void> {
    const { picklistFieldValues } = await request<{
      readonly picklistFieldValues: Readonly<Record<string, PicklistValuesRepresentation>>;
    }>(
      `${UI_API}/object-info/${this.subject.objectApiName}/picklist-values/${recordTypeId ?? MASTER_RECORD_TYPE_ID}`,
    );
    this.picklists = picklistFieldValues;
    this.tell();
  }

  /** Sends what was typed; sets `errors` when the org has something against it. */
  protected async attempt<T>(send: () => Promise<T>): Promise<T> {
    this.errors = NO_ERRORS;
    this.tell();
    try {
      const answer = await send();
      this.typed.clear();
      this.tell();
      return answer;
    } catch (error) {
      this.errors = await errorsOf(error as FetchResponseError);
      this.isWarned = this.errors.duplicates?.allowSave ?? false;
      this.tell();
      throw error;
    }
  }

  private async loadDefaults(optionalFields: readonly string[]): Promise<void> {
    const { objectApiName, recordTypeId, cloneSourceId } = this.subject;
    const source = cloneSourceId === undefined ? `create/${objectApiName}` : `clone/${cloneSourceId}`;
    const defaults = await request<RecordDefaults>(
      `${UI_API}/record-defaults/${source}${queryString({ recordTypeId, optionalFields })}`,
    );
    this.objectInfo = defaults.objectInfos[objectApiName];
    this.layout = defaults.layout;
    this.record = defaults.record;
  }

  private async loadRecord(recordId: string, fields: readonly string[]): Promise<void> {
    const layout = await this.readNewLayout();
    const optionalFields = [
      ...fields,
      ...(layout ? layoutFields(layout) : []).map((name) => `${this.subject.objectApiName}.${name}`),
    ];
    const query = queryString({ layoutTypes: 'Full', modes: 'Edit', optionalFields });
    const answer = await request<RecordUiRepresentation>(`${UI_API}/record-ui/${recordId}${query}`);
    const view = recordView(answer, recordId, 'Full', 'Edit');
    this.objectInfo = view?.objectInfo;
    this.layout = layout ?? view?.layout;
    this.record = view?.record;
  }

  /** The layout of the record type that an existing record is to get; undefined when it keeps its own. */
  private async readNewLayout(): Promise<LayoutRepresentation | undefined> {
    const { objectApiName, recordTypeId } = this.subject;
    if (recordTypeId === undefined) return undefined;
    const query = queryString({ layoutType: 'Full', mode: 'Edit', recordTypeId });
    return request<LayoutRepresentation>(`${UI_API}/layout/${objectApiName}${query}`);
  }

  /** Values that another record type does not have give way to its defaults, or to none. */
  private replaceImpossible(): void {
    for (const [name, { values, defaultValue }] of Object.entries(this.picklists)) {
      const chosen = this.value(name);
      if (typeof chosen !== 'string') continue;
      const known = chosen
        .split(VALUE_SEPARATOR)
        .filter((part) => values.some(({ value }) => value === part));
      const left = known.join(VALUE_SEPARATOR) || (defaultValue?.value ?? null);
      if (left !== chosen) this.typed.set(name, left);
      this.dropImpossible(name);
    }
    this.tell();
  }

  private layoutItem(name: string): { readonly required?: boolean } | undefined {
    const rows = this.layout?.sections.flatMap(({ layoutRows }) => layoutRows) ?? [];
    return rows
      .flatMap(({ layoutItems }) => layoutItems)
      .find(({ layoutComponents }) => layoutComponents.some(({ apiName }) => apiName === name));
  }

  /** A choice that the new value of its controlling field does not allow is taken back. */
  private dropImpossible(controller: string): void {
    for (const { apiName, controllingFields } of Object.values(this.objectInfo?.fields ?? {})) {
      if (controllingFields?.[0] !== controller) continue;
      const value = this.value(apiName);
      if (value === null || this.choices(apiName).some((choice) => choice.value === value)) continue;
      this.typed.set(apiName, null);
      this.dropImpossible(apiName);
    }
  }

  protected tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
