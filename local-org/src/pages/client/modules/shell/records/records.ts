import { queryString, request, UI_API, type FetchResponseError } from 'shell/http';
import { refreshTopic, stableJson } from 'shell/wire';

/**
 * The records of the page: one copy of each, whoever shows it, as the Lightning Data Service keeps them.
 *
 * A component watches fields of a record. What is not known yet is asked of the org, for all components that ask in the
 * same moment at once; when the record changes, by a save on this page or because somebody says so, every watch whose
 * fields have changed hears of it.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/data-ui-api.html
 */

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field_value.htm */
export interface FieldValueRepresentation {
  readonly value: unknown;
  readonly displayValue: string | null;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record.htm */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  /** Another one for other content; that of an answer is of the fields that were asked for. */
  readonly eTag?: string;
  readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
  readonly recordTypeId?: string | null;
  readonly recordTypeInfo?: {
    readonly name: string;
    readonly recordTypeId: string;
    readonly developerName?: string;
  } | null;
  readonly lastModifiedDate?: string | null;
  readonly systemModstamp?: string | null;
}

/** The field at a path of parents: `Account.Owner.Name`; undefined where there is none. */
export function fieldAt(record: RecordRepresentation, path: string): FieldValueRepresentation | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = record.fields[first];
  if (rest.length === 0) return field;
  return isRecord(field?.value) ? fieldAt(field.value, rest.join('.')) : undefined;
}

/** What is shown of the field at a path of parents; empty where there is none. */
export function textAt(record: RecordRepresentation, path: string): string {
  const field = fieldAt(record, path);
  return String(field?.displayValue ?? field?.value ?? '');
}

/** Fields of a record by their names with the object: `Opportunity.Account.Name`. */
export interface RecordSelection {
  /** The org answers an error when one of them is not there or not the user's to see. */
  readonly fields: readonly string[];
  /** Left out when they are not there or not the user's to see. */
  readonly optionalFields: readonly string[];
}

type Listener = (record: RecordRepresentation | undefined, error: unknown) => void;

/** What a component watches of a record. */
interface Watch {
  readonly selection: RecordSelection;
  readonly listener: Listener;
  /** JSON of what it heard last. */
  heard: string | undefined;
}

/** A request that is under way, with those who wait for its answer. */
interface Flight {
  readonly names: ReadonlySet<string>;
  readonly watches: Set<Watch>;
}

/** A record and those who watch it. */
interface Entry {
  record: RecordRepresentation | undefined;
  /** Fields that have been asked for, in the record or not. */
  readonly known: Set<string>;
  readonly watches: Set<Watch>;
  /** Watches that wait for a request that has not gone out. */
  readonly waiting: Set<Watch>;
  readonly flights: Set<Flight>;
}

const NOT_FOUND = 404;
const entries = new Map<string, Entry>();
/** Who hears of changes of a record without asking for any of its fields. */
const followers = new Map<string, Set<() => void>>();
const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

/**
 * Watches fields of a record until the function that comes back is called.
 * @param listener gets the record with these fields, or what stands against it
 */
export function watchRecord(recordId: string, selection: RecordSelection, listener: Listener): () => void {
  const entry = entryOf(recordId);
  const watch: Watch = { selection, listener, heard: undefined };
  entry.watches.add(watch);
  if (entry.record && isKnown(entry, selection)) tell(entry, watch);
  else if (!joinFlight(entry, watch)) waitForLoad(recordId, entry, watch);
  return () => {
    entry.watches.delete(watch);
    entry.waiting.delete(watch);
    for (const { watches } of entry.flights) watches.delete(watch);
    // What nobody watches may change unseen.
    if (entry.watches.size === 0) entries.delete(entryKey(recordId));
  };
}

/**
 * Hears of changes of a record until the function that comes back is called: what any component saves, or any answer of
 * the org shows. It asks for nothing itself.
 */
export function followRecord(recordId: string, changed: () => void): () => void {
  const key = entryKey(recordId);
  const hearing = followers.get(key) ?? new Set();
  followers.set(key, hearing.add(changed));
  return () => {
    hearing.delete(changed);
    if (hearing.size === 0) followers.delete(key);
  };
}

/** Asks the org for a record anew, with all fields that are watched. */
export async function refreshRecord(recordId: string): Promise<void> {
  const entry = entries.get(entryKey(recordId));
  const isCompared = entry?.record !== undefined && entry.watches.size > 0;
  await Promise.all([
    entry ? load(recordId, entry, [...entry.watches]) : undefined,
    refreshTopic(recordTopic(recordId)),
  ]);
  // Where there is nothing to compare with, whoever asks for the refresh is believed.
  if (!isCompared) tellFollowers(recordId);
}

/** Topic of wires that show a record but do not watch it by fields: layouts with their record, actions. */
export function recordTopic(recordId: string): string {
  return `record:${entryKey(recordId)}`;
}

/** Topic of wires that show records below a record. */
export function relatedTopic(parentRecordId: string): string {
  return `related:${entryKey(parentRecordId)}`;
}

/** Asks for what stands below the records that values of a new or changed record name: one of them may be its parent. */
export async function refreshRelated(values: Readonly<Record<string, unknown>>): Promise<void> {
  const ids = Object.values(values).filter((value) => typeof value === 'string' && RECORD_ID.test(value));
  await Promise.all(ids.map((id) => refreshTopic(relatedTopic(String(id)))));
}

/** Tells everybody who watches a record that it is gone. */
export function forgetRecord(recordId: string, error: unknown): void {
  const entry = entries.get(entryKey(recordId));
  entries.delete(entryKey(recordId));
  for (const watch of entry?.watches ?? []) hear(() => watch.listener(undefined, error));
  tellFollowers(recordId);
}

function tellFollowers(recordId: string): void {
  for (const changed of [...(followers.get(entryKey(recordId)) ?? [])]) changed();
}

/** Ids of 15 and of 18 characters mean the same record. */
function entryKey(recordId: string): string {
  return recordId.slice(0, 15);
}

function entryOf(recordId: string): Entry {
  const key = entryKey(recordId);
  let entry = entries.get(key);
  if (!entry) {
    entry = {
      record: undefined,
      known: new Set(),
      watches: new Set(),
      waiting: new Set(),
      flights: new Set(),
    };
    entries.set(key, entry);
  }
  return entry;
}

/** Waits for a request that is under way and brings the missing fields. @returns whether there is one */
function joinFlight({ known, flights }: Entry, watch: Watch): boolean {
  const missing = namesOf(watch.selection).filter((name) => !known.has(name));
  const flight = [...flights].find(({ names }) => missing.every((name) => names.has(name)));
  flight?.watches.add(watch);
  return flight !== undefined;
}

/** All that ask before the current task ends are served by one request. */
function waitForLoad(recordId: string, entry: Entry, watch: Watch): void {
  if (entry.waiting.size === 0) {
    queueMicrotask(() => {
      const waiting = [...entry.waiting];
      entry.waiting.clear();
      void load(recordId, entry, waiting);
    });
  }
  entry.waiting.add(watch);
}

async function load(recordId: string, entry: Entry, watches: readonly Watch[]): Promise<void> {
  if (watches.length === 0) return;
  const selection = union(watches.map((watch) => watch.selection));
  const flight: Flight = { names: new Set(namesOf(selection)), watches: new Set(watches) };
  entry.flights.add(flight);
  try {
    const record = await request<RecordRepresentation>(
      `${UI_API}/records/${recordId}${queryString({ ...selection })}`,
    );
    entry.flights.delete(flight);
    const isNews = keep(entry, selection, record);
    // Others may still wait for their own fields.
    for (const watch of entry.watches) if (isKnown(entry, watch.selection)) tell(entry, watch);
    if (isNews) tellFollowers(recordId);
  } catch (error) {
    entry.flights.delete(flight);
    // One component's wrong field is not the others' problem: each is asked for alone.
    const waiting = [...flight.watches];
    if (waiting.length > 1) await Promise.all(waiting.map((watch) => load(recordId, entry, [watch])));
    else waiting.forEach((watch) => hear(() => watch.listener(undefined, error)));
    if (waiting.length <= 1 && (error as Partial<FetchResponseError>).status === NOT_FOUND)
      tellFollowers(recordId);
  }
}

/** Whether all of these fields have been asked for and answered. */
function isKnown({ known }: Entry, selection: RecordSelection): boolean {
  return namesOf(selection).every((name) => known.has(name));
}

function union(selections: readonly RecordSelection[]): RecordSelection {
  const fields = new Set(selections.flatMap((selection) => selection.fields));
  const optional = new Set(selections.flatMap((selection) => selection.optionalFields));
  return { fields: [...fields], optionalFields: [...optional].filter((name) => !fields.has(name)) };
}

/** @returns whether what was known before is not the same any more */
function keep(entry: Entry, selection: RecordSelection, record: RecordRepresentation): boolean {
  for (const name of namesOf(selection)) entry.known.add(name);
  const before = entry.record;
  entry.record = before ? merge(before, record) : record;
  return before !== undefined && isChanged(before, record);
}

/**
 * The newer record, with fields of the older that were not asked for; parents are merged the same way. It keeps its tag
 * when nothing that was known has changed: that more is known now is no change that a watch has to hear of.
 */
function merge(older: RecordRepresentation, newer: RecordRepresentation): RecordRepresentation {
  const fields: Record<string, FieldValueRepresentation> = { ...older.fields };
  for (const [name, field] of Object.entries(newer.fields)) {
    const before = fields[name]?.value;
    fields[name] =
      isRecord(before) && isRecord(field.value) && before.id === field.value.id
        ? { ...field, value: merge(before, field.value) }
        : field;
  }
  const tag = older.eTag !== undefined && !isChanged(older, newer) ? { eTag: older.eTag } : {};
  return { ...newer, ...tag, fields };
}

/** Whether a field that both have, or what the record says of itself, is not the same. */
function isChanged(older: RecordRepresentation, newer: RecordRepresentation): boolean {
  if (older.id !== newer.id || older.systemModstamp !== newer.systemModstamp) return true;
  return Object.entries(newer.fields).some(([name, { value, displayValue }]) => {
    const before = older.fields[name];
    if (!before) return false;
    if (isRecord(before.value) && isRecord(value)) return isChanged(before.value, value);
    return before.displayValue !== displayValue || stableJson(before.value) !== stableJson(value);
  });
}

function isRecord(value: unknown): value is RecordRepresentation {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

function tell(entry: Entry, watch: Watch): void {
  if (!entry.record) return;
  const record = project(entry.record, namesOf(watch.selection));
  const json = stableJson(record);
  if (json === watch.heard) return;
  watch.heard = json;
  hear(() => watch.listener(record, undefined));
}

/** A component that fails to take what it is told is not the problem of the others. */
function hear(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    reportError(error);
  }
}

/** The record with these fields only: `Account.Name` after the object's name keeps the parent with its name. */
function project(record: RecordRepresentation, names: readonly string[]): RecordRepresentation {
  const fields: Record<string, FieldValueRepresentation> = {};
  const nested = new Map<string, string[]>();
  for (const name of names) {
    const [, first = '', ...rest] = name.split('.');
    if (!(first in record.fields)) continue;
    nested.set(first, [
      ...(nested.get(first) ?? []),
      ...(rest.length > 0 ? [[first, ...rest].join('.')] : []),
    ]);
  }
  for (const [name, paths] of nested) {
    const field = record.fields[name];
    if (!field) continue;
    fields[name] =
      paths.length > 0 && isRecord(field.value) ? { ...field, value: project(field.value, paths) } : field;
  }
  return Object.freeze({ ...record, fields: Object.freeze(fields) });
}

function namesOf({ fields, optionalFields }: RecordSelection): string[] {
  return [...fields, ...optionalFields];
}
