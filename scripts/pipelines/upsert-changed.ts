import { inLists, type SalesforceIntegration, type SendOptions } from '../salesforce';
import type { FieldValue, QueryRow, RecordData } from '../shared';
import { checkRecord } from './check-fields';
import { changedFields, comparedPaths } from './compare-record';
import { FieldIndex } from './field-index';

/** Records of one object that are identified by an external id. */
export interface KeyedRecords {
  readonly object: string;
  readonly keyField: string;
  /** Fields that are written when a record is made, and left to the people of the org from then on. */
  readonly initialFields?: readonly string[];
  /** Each with a text under `keyField`. */
  readonly records: readonly Readonly<Record<string, FieldValue>>[];
}

/** What became of one record. */
export interface UpsertOutcome {
  readonly key: string;
  readonly status: 'created' | 'updated' | 'unchanged' | 'rejected';
  /** Reason of a refusal, else empty. */
  readonly code: string;
  readonly message: string;
  readonly recordId: string;
}

/**
 * Creates what is missing and changes what differs; what is as it should be is not sent.
 * @returns outcomes in the order of the records
 */
export async function upsertChanged(
  org: SalesforceIntegration,
  { object, keyField, initialFields = [], records }: KeyedRecords,
  options: SendOptions = {},
): Promise<UpsertOutcome[]> {
  const fields = new FieldIndex(object, (await org.describe(object)).fields);
  const initial = new Set(initialFields);
  const existing = await heldRecords(org, object, keyField, records);
  const outcomes: UpsertOutcome[] = [];
  const sent: { readonly index: number; readonly data: RecordData }[] = [];
  records.forEach((record, index) => {
    const key = String(record[keyField] ?? '');
    const held = existing.get(key.toLowerCase());
    const [fault] = held ? [] : checkRecord(record, fields);
    const changes = held ? changedFields(record, held, fields, initial) : [];
    const recordId = String(held?.['Id'] ?? '');
    const base = { key, code: '', message: '', recordId };
    outcomes[index] = fault
      ? { ...base, status: 'rejected', code: fault.code, message: fault.message }
      : { ...base, status: 'unchanged' };
    if (fault || (held && changes.length === 0)) return;
    const wanted = new Set([keyField, ...changes]);
    const data = held
      ? Object.fromEntries(Object.entries(record).filter(([name]) => wanted.has(name)))
      : record;
    sent.push({ index, data });
  });
  const saved = await sendAll(
    org,
    object,
    keyField,
    sent.map(({ data }) => data),
    options,
  );
  sent.forEach(({ index }, position) => {
    const result = saved[position];
    const before = outcomes[index];
    const error = result?.errors[0];
    if (!before) return;
    outcomes[index] = result?.success
      ? { ...before, status: result.created ? 'created' : 'updated', recordId: result.id ?? before.recordId }
      : {
          ...before,
          status: 'rejected',
          code: error?.code ?? 'UNKNOWN_EXCEPTION',
          message: error?.message ?? '',
        };
  });
  return outcomes;
}

const sendAll = (
  org: SalesforceIntegration,
  object: string,
  keyField: string,
  data: readonly RecordData[],
  options: SendOptions,
): ReturnType<SalesforceIntegration['upsert']> =>
  data.length === 0 ? Promise.resolve([]) : org.upsert(object, keyField, data, options);

async function heldRecords(
  org: SalesforceIntegration,
  object: string,
  keyField: string,
  records: KeyedRecords['records'],
): Promise<Map<string, QueryRow>> {
  const held = new Map<string, QueryRow>();
  const fields = [...new Set(['Id', keyField, ...comparedPaths(records, new Set())])].join(', ');
  const select = `SELECT ${fields} FROM ${object} WHERE ${keyField} IN `;
  for (const list of inLists(
    records.map((record) => String(record[keyField] ?? '')),
    encodeURIComponent(select).length,
  )) {
    for await (const row of org.query(`${select}(${list})`))
      held.set(String(row[keyField]).toLowerCase(), row);
  }
  return held;
}

/** Outcomes by what became of them. */
export interface UpsertCounts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Rejected records by reason code. */
  readonly rejectedByReason: Readonly<Record<string, number>>;
}

/** Counts outcomes. */
export function countOutcomes(outcomes: readonly UpsertOutcome[]): UpsertCounts {
  const of = (status: UpsertOutcome['status']): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const rejectedByReason: Record<string, number> = {};
  for (const { status, code } of outcomes) {
    if (status === 'rejected') rejectedByReason[code] = (rejectedByReason[code] ?? 0) + 1;
  }
  return {
    read: outcomes.length,
    created: of('created'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    rejected: of('rejected'),
    rejectedByReason,
  };
}
