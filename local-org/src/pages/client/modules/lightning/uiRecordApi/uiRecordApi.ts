import { queryString, request, UI_API } from 'shell/http';
import {
  fieldAt,
  forgetRecord,
  recordTopic,
  refreshRecord,
  refreshRelated,
  watchRecord,
  type FieldValueRepresentation,
  type RecordRepresentation,
  type RecordSelection,
} from 'shell/records';
import {
  fieldName,
  fieldNames,
  many,
  objectName,
  type FieldReference,
  type ObjectReference,
  type OneOrMany,
} from 'shell/references';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';
import { defineWire, stableJson, type WireResult } from 'shell/wire';
import type { WireAdapterConstructor } from 'lwc';

/**
 * `lightning/uiRecordApi`: records, shared between all components of the page.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-record.html
 */

type Fields = OneOrMany<FieldReference>;

/** What `getRecord` is asked for. */
export interface GetRecordConfig {
  readonly recordId?: string | undefined;
  readonly fields?: Fields | undefined;
  readonly optionalFields?: Fields | undefined;
  readonly layoutTypes?: string | readonly string[] | undefined;
  readonly modes?: string | readonly string[] | undefined;
}

/** Values to save: `{ apiName: 'Account', fields: { Name: 'Acme' } }`; updates carry the Id among the fields. */
export interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly allowSaveOnDuplicate?: boolean;
}

/** Gives a record with the fields that are asked for, and again whenever they change. */
class GetRecord {
  private config: GetRecordConfig = {};
  private watchedKey: string | undefined;
  private connected = false;
  private stop: (() => void) | undefined;

  constructor(private readonly give: (value: WireResult<RecordRepresentation>) => void) {
    this.give({ data: undefined, error: undefined });
  }

  connect(): void {
    this.connected = true;
    this.watch();
  }

  disconnect(): void {
    this.connected = false;
    this.watchedKey = undefined;
    this.stop?.();
  }

  update(config: GetRecordConfig): void {
    this.config = config;
    if (this.connected) this.watch();
  }

  private watch(): void {
    const { recordId } = this.config;
    const key = stableJson(this.config);
    if (!recordId || key === this.watchedKey) return;
    const { layoutTypes, modes } = this.config;
    const selection = {
      fields: fieldNames(this.config.fields),
      optionalFields: fieldNames(this.config.optionalFields),
    };
    if (layoutTypes === undefined && selection.fields.length + selection.optionalFields.length === 0) return;
    this.watchedKey = key;
    this.stop?.();
    if (layoutTypes === undefined) this.watchFields(recordId, selection);
    else void this.watchLayout(key, recordId, many(layoutTypes), many(modes ?? 'View'), selection);
  }

  private watchFields(recordId: string, selection: RecordSelection): void {
    this.stop = watchRecord(recordId, selection, (data, error) => this.give({ data, error }));
  }

  /** Which fields a layout has is known from an answer only; from then on they are watched like any others. */
  private async watchLayout(
    key: string,
    recordId: string,
    layoutTypes: readonly string[],
    modes: readonly string[],
    { fields, optionalFields }: RecordSelection,
  ): Promise<void> {
    try {
      const query = queryString({ layoutTypes, modes, optionalFields: [...fields, ...optionalFields] });
      const record = await request<RecordRepresentation>(`${UI_API}/records/${recordId}${query}`);
      if (key !== this.watchedKey) return;
      const found = Object.keys(record.fields).map((name) => `${record.apiName}.${name}`);
      this.watchFields(recordId, { fields, optionalFields: [...new Set([...found, ...optionalFields])] });
    } catch (error) {
      if (key === this.watchedKey) this.give({ data: undefined, error });
    }
  }
}

export const getRecord = GetRecord as unknown as WireAdapterConstructor<
  Partial<Record<keyof GetRecordConfig, unknown>>,
  WireResult<RecordRepresentation>
>;

/** Several selections of records at once; each record has an answer of its own. */
export const getRecords = defineWire<
  {
    readonly records?:
      | readonly {
          readonly recordIds: readonly string[];
          readonly fields?: Fields;
          readonly optionalFields?: Fields;
        }[]
      | undefined;
  },
  { readonly results: readonly unknown[] }
>({
  ready: ({ records }) => many(records).length > 0,
  load: async ({ records }) => {
    const answers = await Promise.all(
      many(records).map(({ recordIds, fields, optionalFields }) =>
        request<{ readonly results: readonly unknown[] }>(
          `${UI_API}/records/batch/${recordIds.join(',')}${queryString({
            fields: fieldNames(fields),
            optionalFields: fieldNames(optionalFields),
          })}`,
        ),
      ),
    );
    return { results: answers.flatMap(({ results }) => results) };
  },
  topics: ({ records }) => many(records).flatMap(({ recordIds }) => recordIds.map(recordTopic)),
});

/** Layout, object and record in one: what record pages are drawn from. */
export const getRecordUi = defineWire<
  {
    readonly recordIds?: string | readonly string[];
    readonly layoutTypes?: string | readonly string[];
    readonly modes?: string | readonly string[];
    readonly optionalFields?: Fields;
  },
  unknown
>({
  ready: ({ recordIds }) => recordIds !== undefined && many(recordIds).length > 0,
  load: ({ recordIds, layoutTypes = 'Full', modes = 'View', optionalFields }) =>
    request(
      `${UI_API}/record-ui/${many(recordIds ?? []).join(',')}${queryString({
        layoutTypes: many(layoutTypes),
        modes: many(modes),
        optionalFields: fieldNames(optionalFields),
      })}`,
    ),
  topics: ({ recordIds }) => many(recordIds ?? []).map(recordTopic),
});

/** Default values and layout for a new record. */
export const getRecordCreateDefaults = defineWire<
  {
    readonly objectApiName?: ObjectReference;
    readonly recordTypeId?: string;
    readonly formFactor?: string;
    readonly optionalFields?: Fields;
  },
  unknown
>({
  ready: ({ objectApiName }) => objectApiName !== undefined,
  load: ({ objectApiName, recordTypeId, formFactor, optionalFields }) =>
    request(
      `${UI_API}/record-defaults/create/${objectName(objectApiName)}${queryString({
        recordTypeId,
        formFactor,
        optionalFields: fieldNames(optionalFields),
      })}`,
    ),
});

/** Saves a new record; related lists that it comes into show it. */
export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  const record = await request<RecordRepresentation>(`${UI_API}/records`, { method: 'POST', body: input });
  await refreshRelated(input.fields);
  return record;
}

/**
 * Saves changes to a record; every component that shows it gets the new values.
 * @param options `ifUnmodifiedSince`: refuse the save when somebody else was faster
 * @returns null when another owner has taken the record out of the user's sight
 */
export async function updateRecord(
  { fields, ...input }: RecordInput,
  options: { readonly ifUnmodifiedSince?: string } = {},
): Promise<RecordRepresentation | null> {
  const { Id: id, ...values } = fields;
  const query = queryString({ handleOwnerChange: 'OwnerId' in values ? true : undefined });
  const record = await request<RecordRepresentation | null>(`${UI_API}/records/${String(id)}${query}`, {
    method: 'PATCH',
    body: { ...input, fields: values },
    // The header's name says the contrary; so the API has it.
    ...(options.ifUnmodifiedSince !== undefined && {
      headers: { 'if-modified-since': options.ifUnmodifiedSince },
    }),
  });
  await Promise.all([refreshRecord(String(id)), refreshRelated(values)]);
  return record;
}

/** Deletes a record; components that show it get an error. */
export async function deleteRecord(recordId: string): Promise<void> {
  await request(`${UI_API}/records/${recordId}`, { method: 'DELETE' });
  forgetRecord(recordId, {
    status: 404,
    statusText: 'Not Found',
    ok: false,
    errorType: 'fetchResponse',
    body: { statusCode: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' },
    headers: {},
  });
}

/** Says that records have changed otherwise, as by Apex; components that show them get the new values. */
export async function notifyRecordUpdateAvailable(
  records: readonly { readonly recordId: string }[],
): Promise<void> {
  await Promise.all(records.map(({ recordId }) => refreshRecord(recordId)));
}

/** The older name of {@link notifyRecordUpdateAvailable}, which waits for nothing. */
export function getRecordNotifyChange(records: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(records);
}

/** What to send to make a copy of a record: of its fields those that may be set. */
export function generateRecordInputForCreate(
  record: RecordRepresentation,
  objectInfo?: ObjectInfoRepresentation,
): RecordInput {
  return { apiName: record.apiName, fields: fieldsFor(record, objectInfo, 'createable') };
}

/** What to send to save a record: its id, and of its fields those that may be changed. */
export function generateRecordInputForUpdate(
  record: RecordRepresentation,
  objectInfo?: ObjectInfoRepresentation,
): RecordInput {
  return { fields: { ...fieldsFor(record, objectInfo, 'updateable'), Id: record.id } };
}

/** The input less what is as it was. */
export function createRecordInputFilteredByEditedFields(
  { fields, ...input }: RecordInput,
  original: RecordRepresentation,
): RecordInput {
  const edited = Object.entries(fields).filter(
    ([name, value]) => name === 'Id' || value !== (original.fields[name]?.value ?? null),
  );
  return { ...input, fields: Object.fromEntries(edited) };
}

/** Parents are no fields to save. */
function fieldsFor(
  record: RecordRepresentation,
  objectInfo: ObjectInfoRepresentation | undefined,
  right: 'createable' | 'updateable',
): Record<string, unknown> {
  const names = Object.keys(record.fields).filter((name) =>
    objectInfo ? objectInfo.fields[name]?.[right] : typeof record.fields[name]?.value !== 'object',
  );
  return Object.fromEntries(names.map((name) => [name, record.fields[name]?.value]));
}

/** The value of a field of a record that a wire gave; undefined when it is not there. */
export function getFieldValue(
  record: RecordRepresentation | undefined | null,
  field: FieldReference,
): unknown {
  return fieldOf(record, field)?.value;
}

/** The value as the user's locale writes it; null where the value itself is to be shown. */
export function getFieldDisplayValue(
  record: RecordRepresentation | undefined | null,
  field: FieldReference,
): string | null | undefined {
  return fieldOf(record, field)?.displayValue;
}

function fieldOf(
  record: RecordRepresentation | undefined | null,
  field: FieldReference,
): FieldValueRepresentation | undefined {
  const [, ...path] = fieldName(field).split('.');
  return record ? fieldAt(record, path.join('.')) : undefined;
}
