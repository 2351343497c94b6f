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
  /** Record that a new one is a copy of. */
  readonly cloneSourceId?: string | undefined;
}

/** How a save is sent. */
export interface SaveOptions {
  /** Save although records like it have been found. */
  readonly allowSaveOnDuplicate?: boolean;
}

/** Records that are like the one to be saved. */
export interface DuplicateWarning {
  /** Whether it may be saved all the same. */
  readonly allowSave: boolean;
  readonly matches: readonly { readonly objectLabel: string; readonly recordIds: readonly string[] }[];
}

/** What stands against a save: for the form as a whole, and by field. */
export interface RecordFormErrors {
  readonly message: string | undefined;
  readonly form: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  /** Set when rules against duplicates hold the save up. */
  readonly duplicates?: DuplicateWarning | undefined;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_match_result.htm */
interface MatchResult {
  readonly isAllowSave: boolean;
  readonly matchRecordIds: readonly string[];
  readonly objectLabel: string;
  readonly objectLabelPlural: string;
}

interface FieldError {
  readonly message: string;
  /** The part of a compound field that is meant. */
  readonly constituentField?: string | null;
}

interface RecordError {
  readonly message?: string;
  readonly output?: {
    readonly errors?: readonly {
      readonly message: string;
      readonly duplicateRecordError?: { readonly matchResults: readonly MatchResult[] } | null;
    }[];
    readonly fieldErrors?: Readonly<Record<string, readonly FieldError[]>>;
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
    await this.loadPicklists(this.record?.recordTypeId);
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
  async save(
    fields: Readonly<Record<string, unknown>>,
    options: SaveOptions = {},
  ): Promise<RecordRepresentation> {
    const { objectApiName, recordId, recordTypeId } = this.subject;
    const record = await this.attempt(() =>
      recordId === undefined
        ? createRecord({
            apiName: objectApiName,
            fields: { ...(recordTypeId !== undefined && { RecordTypeId: recordTypeId }), ...fields },
            ...options,
          })
        : updateRecord({ fields: { Id: recordId, ...fields }, ...options }),
    );
    if (!this.isNew)
      this.record = this.record && { ...record, fields: { ...this.record.fields, ...record.fields } };
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
      this.errors = errorsOf(error as FetchResponseError);
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

  protected tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function errorsOf({ body }: FetchResponseError): RecordFormErrors {
  const { message, output } = (body ?? {}) as RecordError;
  const fieldErrors = Object.entries(output?.fieldErrors ?? {});
  const fields: Record<string, string> = {};
  for (const [name, errors] of fieldErrors) {
    for (const error of errors) {
      const place = error.constituentField ?? name;
      fields[place] = place in fields ? `${fields[place]} ${error.message}` : error.message;
    }
  }
  const form = (output?.errors ?? []).map((error) => error.message);
  // Without details the message is all there is.
  const isBare = form.length === 0 && fieldErrors.length === 0;
  const duplicates = duplicatesOf(output);
  return {
    message,
    form: isBare && message !== undefined ? [message] : form,
    fields,
    ...(duplicates && { duplicates }),
  };
}

function duplicatesOf(output: RecordError['output']): DuplicateWarning | undefined {
  const results = (output?.errors ?? []).flatMap(
    ({ duplicateRecordError }) => duplicateRecordError?.matchResults ?? [],
  );
  if (results.length === 0) return undefined;
  return {
    allowSave: results.every(({ isAllowSave }) => isAllowSave),
    matches: results.map(({ matchRecordIds, objectLabel, objectLabelPlural }) => ({
      objectLabel: matchRecordIds.length === 1 ? objectLabel : objectLabelPlural,
      recordIds: matchRecordIds,
    })),
  };
}
