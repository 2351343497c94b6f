import { queryString, request, UI_API, type FetchResponseError } from 'shell/http';
import type { RecordRepresentation } from 'shell/records';
import {
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

/** Which record a form edits; without an id a new one. */
export interface RecordFormSubject {
  readonly objectApiName: string;
  readonly recordId?: string | undefined;
  readonly recordTypeId?: string | undefined;
}

/** What stands against a save: for the form as a whole, and by field. */
export interface RecordFormErrors {
  readonly message: string | undefined;
  readonly form: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

interface RecordError {
  readonly message?: string;
  readonly output?: {
    readonly errors?: readonly { readonly message: string }[];
    readonly fieldErrors?: Readonly<Record<string, readonly { readonly message: string }[]>>;
  };
}

interface RecordDefaults {
  readonly layout: LayoutRepresentation;
  readonly objectInfos: Readonly<Record<string, ObjectInfoRepresentation>>;
  readonly record: RecordRepresentation;
}

export const NO_ERRORS: RecordFormErrors = { message: undefined, form: [], fields: {} };

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
    const recordTypeId = this.record?.recordTypeId ?? MASTER_RECORD_TYPE_ID;
    const { picklistFieldValues } = await request<{
      readonly picklistFieldValues: Readonly<Record<string, PicklistValuesRepresentation>>;
    }>(`${UI_API}/object-info/${objectApiName}/picklist-values/${recordTypeId}`);
    this.picklists = picklistFieldValues;
    this.tell();
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
   * Saves fields.
   * @throws FetchResponseError after `errors` has been set
   */
  async save(fields: Readonly<Record<string, unknown>>): Promise<RecordRepresentation> {
    this.errors = NO_ERRORS;
    this.tell();
    try {
      const { objectApiName, recordId, recordTypeId } = this.subject;
      const record =
        recordId === undefined
          ? await createRecord({
              apiName: objectApiName,
              fields: { ...(recordTypeId !== undefined && { RecordTypeId: recordTypeId }), ...fields },
            })
          : await updateRecord({ fields: { Id: recordId, ...fields } });
      this.typed.clear();
      if (!this.isNew)
        this.record = this.record && { ...record, fields: { ...this.record.fields, ...record.fields } };
      this.tell();
      return record;
    } catch (error) {
      this.errors = errorsOf(error as FetchResponseError);
      this.tell();
      throw error;
    }
  }

  private async loadDefaults(optionalFields: readonly string[]): Promise<void> {
    const { objectApiName, recordTypeId } = this.subject;
    const defaults = await request<RecordDefaults>(
      `${UI_API}/record-defaults/create/${objectApiName}${queryString({ recordTypeId, optionalFields })}`,
    );
    this.objectInfo = defaults.objectInfos[objectApiName];
    this.layout = defaults.layout;
    this.record = defaults.record;
  }

  private async loadRecord(recordId: string, optionalFields: readonly string[]): Promise<void> {
    const query = queryString({ layoutTypes: 'Full', modes: 'Edit', optionalFields });
    const answer = await request<RecordUiRepresentation>(`${UI_API}/record-ui/${recordId}${query}`);
    const view = recordView(answer, recordId, 'Full', 'Edit');
    this.objectInfo = view?.objectInfo;
    this.layout = view?.layout;
    this.record = view?.record;
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

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function errorsOf({ body }: FetchResponseError): RecordFormErrors {
  const { message, output } = (body ?? {}) as RecordError;
  const fieldErrors = Object.entries(output?.fieldErrors ?? {});
  const fields = Object.fromEntries(
    fieldErrors.map(([name, errors]) => [name, errors.map((error) => error.message).join(' ')]),
  );
  const form = (output?.errors ?? []).map((error) => error.message);
  // Without details the message is all there is.
  const isBare = form.length === 0 && fieldErrors.length === 0;
  return { message, form: isBare && message !== undefined ? [message] : form, fields };
}
