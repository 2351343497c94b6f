import { refused, RequestRejectedError, type QueryRow, type RecordData, type SaveResult } from '../../shared';
import type { FieldDescribe } from '../describe';
import type { SendOptions } from '../record-sender';
import type { SalesforceIntegration } from '../salesforce-integration';

const FIELD: Omit<FieldDescribe, 'name' | 'type' | 'relationshipName'> = {
  label: '',
  length: 255,
  precision: 18,
  scale: 2,
  createable: true,
  updateable: true,
  nillable: true,
  defaultedOnCreate: false,
  externalId: false,
  restrictedPicklist: false,
  picklistValues: [],
  referenceTo: [],
};

/** Amounts are numbers, fields with `Id` or `__r` point to parents, the rest is text. */
function typeOf(name: string): Pick<FieldDescribe, 'type' | 'relationshipName'> {
  if (name === 'Amount') return { type: 'currency', relationshipName: null };
  const parent = /^(\w+)Id$/.exec(name)?.[1];
  return parent
    ? { type: 'reference', relationshipName: parent }
    : { type: 'string', relationshipName: name };
}

/** What a test may change about an org in memory. */
export interface MemoryOrgFaults {
  /** Refuses rows: gives a message for those that are refused. */
  readonly refuse?: (record: RecordData) => string | undefined;
  /** Called before each upsert; may throw nothing but abort or prepare a failure. */
  readonly beforeUpsert?: (object: string) => void;
  /** Objects whose upsert fails as a whole. */
  readonly broken?: ReadonlySet<string>;
}

/** An org for tests of the loader: keeps upserted records by key, answers the loader's queries. Not a Salesforce. */
export class MemoryOrg {
  readonly records = new Map<string, Map<string, RecordData>>();
  readonly upserts: string[] = [];
  readonly instanceUrl = 'memory';

  constructor(
    private readonly fields: readonly string[],
    private readonly faults: MemoryOrgFaults = {},
  ) {}

  /** The part of an integration that the loader uses. */
  asIntegration(): SalesforceIntegration {
    return this as unknown as SalesforceIntegration;
  }

  describe(object: string): Promise<{ name: string; fields: FieldDescribe[] }> {
    const fields = this.fields.map((name): FieldDescribe => ({
      ...FIELD,
      name,
      ...typeOf(name),
    }));
    return Promise.resolve({ name: object, fields });
  }

  async *query(soql: string): AsyncGenerator<QueryRow> {
    const object = /FROM (\w+)/.exec(soql)?.[1] ?? '';
    const held = [...(this.records.get(object) ?? new Map<string, RecordData>()).entries()];
    const rows = held.map(([key, record]) => ({ Id: `id-${key}`, ...record }) as QueryRow);
    const group = /SELECT (\w+) grp/.exec(soql)?.[1];
    if (!soql.includes('COUNT(Id)')) {
      yield* rows;
      return;
    }
    for (const value of new Set(rows.map((row) => (group ? row[group] : '')))) {
      const members = rows.filter((row) => !group || row[group] === value);
      yield {
        grp: value,
        n: members.length,
        sum0: members.reduce((sum, row) => sum + Number(row['Amount'] ?? 0), 0),
      };
    }
  }

  upsert(
    object: string,
    keyField: string,
    records: readonly RecordData[],
    options: SendOptions = {},
  ): Promise<SaveResult[]> {
    this.faults.beforeUpsert?.(object);
    this.upserts.push(`${object} ${records.length}`);
    if (options.signal?.aborted) return Promise.resolve(records.map(() => refused('INTERRUPTED', 'stopped')));
    if (this.faults.broken?.has(object)) {
      options.onFailure?.(new RequestRejectedError('SERVER_UNAVAILABLE', 'down', 503, { retryable: true }));
      return Promise.resolve(records.map(() => refused('NOT_SENT', 'down')));
    }
    return Promise.resolve(records.map((record) => this.save(object, keyField, record)));
  }

  metrics(): object {
    return { callsByKind: {}, calls: 0, retries: 0, recordsSent: 0, callsPerRecord: null, dailyLimit: null };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private save(object: string, keyField: string, record: RecordData): SaveResult {
    const message = this.faults.refuse?.(record);
    if (message !== undefined) return refused('FIELD_CUSTOM_VALIDATION_EXCEPTION', message);
    const key = String(record[keyField]);
    const table = this.records.get(object) ?? new Map<string, RecordData>();
    this.records.set(object, table);
    const before = table.get(key);
    table.set(key, { ...before, ...record });
    return { success: true, id: `id-${key}`, created: before === undefined, errors: [] };
  }
}
