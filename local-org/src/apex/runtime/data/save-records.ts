import { ApiError, type FieldValue } from '../../../core';
import type { Field } from '../../../schema';
import type { RecordInput, SaveError, SaveOptions, SaveResult } from '../../../dml';
import type { ApexRuntime } from '../apex-runtime';
import type { DataAccessMode, DmlOperation } from '../data-access';
import { ApexList } from '../values/apex-list';
import type { ApexSObject, RecordSaveOptions } from '../values/apex-sobject';
import type { ApexValue } from '../values/apex-value';
import { toFieldValue } from './field-values';
import { mixedDmlError } from './mixed-dml';
import { contextOf } from './query-rows';

/** How records are saved. */
export interface ApexSaveOptions extends RecordSaveOptions {
  readonly allOrNone: boolean;
  readonly access: DataAccessMode;
  /** Upsert: canonical field name; null is Id. */
  readonly externalIdField?: string | null;
}

/** Objects of a list whose order changes more often than this are refused. */
const MAX_RUNS = 10;

/**
 * Saves records as a statement of Apex does, and counts its limits. New records get their ids.
 * @returns what became of each record, in their order
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_section.htm
 */
export function saveRecords(
  runtime: ApexRuntime,
  operation: DmlOperation,
  records: readonly ApexSObject[],
  options: ApexSaveOptions,
): SaveResult[] {
  checkRecords(runtime, operation, records);
  if (records.length === 0) return [];
  runtime.count('dmlStatements');
  runtime.count('dmlRows', records.length);
  const run = (): SaveResult[] =>
    runsOf(runtime, records).flatMap((part) => saveRun(runtime, operation, part, options));
  const results = options.allOrNone ? allOrNone(runtime, run) : run();
  results.forEach((result, position) => {
    const record = records[position];
    if (record && result.success && result.id !== null && operation !== 'delete')
      record.load('Id', result.id);
  });
  return results;
}

/** The records of a record or a list, as statements take them. @throws NullPointerException for null */
export function recordsOf(runtime: ApexRuntime, value: ApexValue): ApexSObject[] {
  if (value === null) return runtime.throwNull();
  return value instanceof ApexList ? (value.items as ApexSObject[]) : [value as ApexSObject];
}

class Refused extends Error {
  constructor(readonly results: SaveResult[]) {
    super('a record was refused');
  }
}

/** Several objects in one list are one statement: what one of them refuses undoes the others. */
function allOrNone(runtime: ApexRuntime, run: () => SaveResult[]): SaveResult[] {
  try {
    return runtime.org.transactions.savepoint(() => {
      const results = run();
      if (results.some(({ success }) => !success)) throw new Refused(results);
      return results;
    });
  } catch (error) {
    if (error instanceof Refused) return error.results;
    throw error;
  }
}

function checkRecords(runtime: ApexRuntime, operation: DmlOperation, records: readonly ApexSObject[]): void {
  const seen = new Set<string>();
  for (const record of records) {
    if ((record as ApexSObject | null) === null) runtime.throwNull();
    if (operation === 'insert' || record.id === null) continue;
    if (seen.has(record.id)) runtime.throwNew('System.ListException', `Duplicate id in list: ${record.id}`);
    seen.add(record.id);
  }
  if (operation !== 'insert') return;
  const listed = new Set<ApexSObject>();
  records.forEach((record, position) => {
    if (listed.has(record)) {
      runtime.throwNew(
        'System.ListException',
        `Before Insert or Upsert list must not have two identically equal elements at position ${position}`,
      );
    }
    listed.add(record);
  });
}

/** Neighbours of one object. */
function runsOf(runtime: ApexRuntime, records: readonly ApexSObject[]): ApexSObject[][] {
  const runs: ApexSObject[][] = [];
  for (const record of records) {
    const last = runs.at(-1);
    if (last?.[0]?.objectName === record.objectName) last.push(record);
    else runs.push([record]);
  }
  if (runs.length > MAX_RUNS) {
    runtime.throwNew(
      'System.TypeException',
      `Cannot have more than ${MAX_RUNS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
    );
  }
  return runs;
}

function saveRun(
  runtime: ApexRuntime,
  operation: DmlOperation,
  records: readonly ApexSObject[],
  given: ApexSaveOptions,
): SaveResult[] {
  const mixed = mixedDmlError(runtime, operation, records);
  if (mixed) return records.map(() => ({ id: null, success: false, errors: [mixed] }));
  const { dml } = runtime.org;
  const ofRecords = records.find(({ saveOptions }) => saveOptions)?.saveOptions?.();
  const { allOrNone, access, externalIdField, allowDuplicateSave, autoAssign, allowFieldTruncation } = {
    ...ofRecords,
    ...given,
  };
  const objectName = records[0]?.objectName ?? '';
  if (access === 'user') checkAccess(runtime, operation, objectName);
  const context = contextOf(runtime, access);
  const saveHeaders = {
    ...context.saveHeaders,
    autoAssign: autoAssign ?? false,
    ...(allowDuplicateSave !== undefined && { allowDuplicateSave }),
  };
  const options: SaveOptions = { allOrNone, context: { ...context, saveHeaders } };
  const inputs = (): RecordInput[] => inputsOf(runtime, records, allowFieldTruncation === true);
  try {
    switch (operation) {
      case 'insert':
        return dml.insert(objectName, inputs(), options);
      case 'update':
        return dml.update(objectName, inputs(), options);
      case 'upsert':
        return dml.upsert(objectName, externalIdField ?? 'Id', inputs(), options);
      case 'delete':
        return withoutId(records, 'delete', (ids) => dml.delete(ids, options));
      case 'undelete':
        return withoutId(records, 'undelete', (ids) => dml.undelete(ids, options));
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const refused: SaveError = {
      statusCode: error.errorCode,
      message: error.message,
      fields: error.fields,
    };
    return records.map(() => ({ id: null, success: false, errors: [refused] }));
  }
}

type ObjectRight = keyof ReturnType<ApexRuntime['org']['access']['objectAccess']>;

/** Rights on the object that a save in user mode needs. */
const RIGHTS: Readonly<Record<DmlOperation, readonly ObjectRight[]>> = {
  insert: ['create'],
  update: ['edit'],
  upsert: ['create', 'edit'],
  delete: ['delete'],
  undelete: ['create'],
};

/** @throws SecurityException when the user may not do that to any record of the object */
function checkAccess(runtime: ApexRuntime, operation: DmlOperation, objectName: string): void {
  const access = runtime.org.access.objectAccess(runtime.user, objectName);
  if (RIGHTS[operation].every((right) => access[right])) return;
  runtime.throwNew('System.SecurityException', `Access to entity '${objectName}' denied`);
}

/** Runs a delete on the records that have an id; the others are refused. */
function withoutId(
  records: readonly ApexSObject[],
  operation: string,
  run: (ids: readonly string[]) => SaveResult[],
): SaveResult[] {
  const identified = records.filter((record) => record.id !== null);
  const results = run(identified.map((record) => record.id ?? ''));
  const byRecord = new Map(identified.map((record, position) => [record, results[position]]));
  return records.map(
    (record) =>
      byRecord.get(record) ?? {
        id: null,
        success: false,
        errors: [
          {
            statusCode: 'MISSING_ARGUMENT',
            message: `Id not specified in an ${operation} call`,
            fields: ['Id'],
          },
        ],
      },
  );
}

function inputsOf(runtime: ApexRuntime, records: readonly ApexSObject[], truncates: boolean): RecordInput[] {
  return records.map((record) => {
    const input: Record<string, unknown> = {};
    for (const name of record.fieldsToWrite()) {
      const field = record.objectType?.field(name);
      if (field?.formula || field?.rollup) continue;
      const value = toFieldValue(runtime, record.peek(name) ?? null);
      if (field && record.isGiven(name) && isLeftOut(field, record, value)) continue;
      input[name] = truncates && field && typeof value === 'string' ? truncated(value, field) : value;
    }
    if (record.id !== null) input['Id'] = record.id;
    for (const [relationshipName, parent] of record.parentEntries())
      addParent(runtime, input, record, relationshipName, parent);
    return input;
  });
}

/** Clones of queried records and of those of triggers are saved without what nobody may write, new ones without blanks. */
function isLeftOut({ createable, updateable }: Field, { id }: ApexSObject, value: FieldValue): boolean {
  return id === null ? !createable || value === null : !updateable;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_database_dmloptions.htm */
function truncated(text: string, { length }: Field): string {
  return length > 0 ? text.slice(0, length) : text;
}

/** A parent that is named by an external id: `Account = new Account(Key__c = 'A-1')`. */
function addParent(
  runtime: ApexRuntime,
  input: Record<string, unknown>,
  record: ApexSObject,
  relationshipName: string,
  parent: ApexSObject | null,
): void {
  const field = record.objectType?.parentField(relationshipName);
  if (!field || parent === null || parent.id !== null || field.name in input) return;
  const keys = [...parent.entries()].filter(([name]) => parent.objectType?.field(name)?.idLookup);
  const [key] = keys;
  if (key) input[relationshipName] = { [key[0]]: toFieldValue(runtime, key[1]) };
}
