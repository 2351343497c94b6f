import { ApiError, MAX_RECORDS_PER_CHUNK, formatDatetime, type RecordValues } from '../core';
import type { RequestContext } from '../execution';
import type { SObjectType } from '../schema';
import { deleteRecords } from './delete/delete-records';
import { RecycleBin } from './delete/recycle-bin';
import { emptyRecycleBin } from './delete/empty-recycle-bin';
import { undeleteRecords } from './delete/undelete-records';
import { runStages } from './run-stages';
import { automationBatch, type NestedSaves, type SaveChunk, type SaveServices } from './save-chunk';
import { saveErrors } from './save-errors';
import { savePlanOf } from './save-plan';
import { SaveRecord } from './save-record';
import { applyDefaults } from './stages/apply-defaults';
import type { RecordInput, SaveError, SaveOptions, SaveResult } from './types';
import { matchUpsert, upsertKeyOf } from './upsert';

type Operation = SaveChunk['operation'];

/** Records of one object and operation that are saved in one chunk. */
interface SaveGroup {
  readonly operation: Operation;
  readonly records: readonly SaveRecord[];
}

/** Thrown to leave a savepoint whose work must be undone. */
class RollBack extends Error {}

/** How often a chunk with failures after the write is tried with the remaining records. */
const MAX_ATTEMPTS = 3;

/**
 * Saves records by the order of execution, in chunks of 200.
 *
 * Partial success is the platform's in short form: records refused before the write simply stay out; when one fails
 * after the write, the chunk is rolled back and saved again without it, three times at most.
 * DEVIATION: governor limits are not reset between attempts, and all-or-none stops after the first chunk that fails.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_bulk_allOrNone.htm
 */
export class SaveEngine implements NestedSaves {
  private readonly recycleBin: RecycleBin;

  constructor(private readonly services: SaveServices) {
    this.recycleBin = new RecycleBin(services.store);
  }

  insert(objectName: string, records: readonly RecordInput[], options: SaveOptions): SaveResult[] {
    return this.saveAll('insert', objectName, records, options, false);
  }

  update(objectName: string, records: readonly RecordInput[], options: SaveOptions): SaveResult[] {
    return this.saveAll('update', objectName, records, options, false);
  }

  insertTrusted(objectName: string, records: readonly RecordInput[], options: SaveOptions): SaveResult[] {
    return this.saveAll('insert', objectName, records, inSystemMode(options), true);
  }

  updateTrusted(objectName: string, records: readonly RecordInput[], options: SaveOptions): SaveResult[] {
    return this.saveAll('update', objectName, records, inSystemMode(options), true);
  }

  upsert(
    objectName: string,
    externalIdField: string,
    records: readonly RecordInput[],
    options: SaveOptions,
  ): SaveResult[] {
    const type = this.requireType(objectName);
    const key = upsertKeyOf(type, externalIdField);
    const seen = new Set<string>();
    const created = new Set<number>();
    const saveRecords = records.map((input, index) => new SaveRecord(index, input));
    const groups = chunksOf(saveRecords).map((chunk) => () => {
      const matched = matchUpsert(this.services.store, type, key, chunk, seen);
      for (const record of matched.inserts) created.add(record.index);
      return [
        { operation: 'update' as const, records: matched.updates },
        { operation: 'insert' as const, records: matched.inserts },
      ];
    });
    const final = this.runGroups(type, groups, saveRecords, options, false);
    return final.map((record) => record.result(created.has(record.index)));
  }

  delete(ids: readonly string[], options: SaveOptions): SaveResult[] {
    return deleteRecords(this.services, this, this.recycleBin, ids, options);
  }

  undelete(ids: readonly string[], options: SaveOptions): SaveResult[] {
    return undeleteRecords(this.services, this, this.recycleBin, ids, options);
  }

  emptyRecycleBin(ids: readonly string[], options: SaveOptions): SaveResult[] {
    return emptyRecycleBin(this.services, this.recycleBin, ids, options);
  }

  defaultValues(objectName: string, values: RecordValues, context: RequestContext): RecordValues {
    return this.withUnsaved(objectName, values, context, applyDefaults).values;
  }

  findDuplicates(objectName: string, values: RecordValues, context: RequestContext): readonly SaveError[] {
    const { ports } = this.services;
    const find = (chunk: SaveChunk): void => ports.duplicateRules?.(automationBatch(chunk));
    return this.withUnsaved(objectName, values, context, find).errors;
  }

  /** Shows a new record to a stage, and undoes whatever that writes. */
  private withUnsaved(
    objectName: string,
    values: RecordValues,
    context: RequestContext,
    stage: (chunk: SaveChunk) => void,
  ): SaveRecord {
    const type = this.requireType(objectName);
    const record = new SaveRecord(0, values);
    record.values = { ...values };
    record.assigned = new Set(Object.keys(values));
    const options = { context, allOrNone: true };
    try {
      this.services.transactions.savepoint((transaction) => {
        stage(
          this.chunkOf({
            type,
            operation: 'insert',
            records: [record],
            options,
            trusted: false,
            transaction,
          }),
        );
        throw new RollBack();
      });
    } catch (error) {
      if (!(error instanceof RollBack)) throw error;
    }
    return record;
  }

  private saveAll(
    operation: Operation,
    objectName: string,
    records: readonly RecordInput[],
    options: SaveOptions,
    trusted: boolean,
  ): SaveResult[] {
    const type = this.requireType(objectName);
    const saveRecords = records.map((input, index) => new SaveRecord(index, input));
    const groups = chunksOf(saveRecords).map((chunk) => () => [{ operation, records: chunk }]);
    return this.runGroups(type, groups, saveRecords, options, trusted).map((record) => record.result());
  }

  /** Runs groups chunk by chunk. A group is asked for when its turn comes: upserts match against earlier chunks. */
  private runGroups(
    type: SObjectType,
    groups: readonly (() => SaveGroup[])[],
    records: readonly SaveRecord[],
    options: SaveOptions,
    trusted: boolean,
  ): readonly SaveRecord[] {
    const work = (): void => {
      for (const group of groups) {
        for (const part of group()) this.saveGroup(type, part, options, trusted);
        if (options.allOrNone && records.some((record) => record.failed)) throw new RollBack();
      }
    };
    try {
      if (options.allOrNone) this.services.transactions.savepoint(work);
      else this.services.transactions.run(work);
    } catch (error) {
      if (!(error instanceof RollBack)) throw error;
      for (const record of records) if (!record.failed) record.fail(saveErrors.rolledBack());
    }
    return records;
  }

  private saveGroup(type: SObjectType, group: SaveGroup, options: SaveOptions, trusted: boolean): void {
    const live = group.records.filter((record) => !record.failed);
    if (live.length === 0 || this.refusesObject(type, group.operation, live, options, trusted)) return;
    if (options.allOrNone) {
      this.attempt(type, group.operation, live, options, trusted);
      return;
    }
    this.attemptUntilClean(type, group.operation, live, options, trusted);
  }

  private attemptUntilClean(
    type: SObjectType,
    operation: Operation,
    records: readonly SaveRecord[],
    options: SaveOptions,
    trusted: boolean,
  ): void {
    let remaining = records;
    for (let attempt = 0; attempt < MAX_ATTEMPTS && remaining.length > 0; attempt++) {
      if (this.attemptInSavepoint(type, operation, remaining, options, trusted)) return;
      remaining = remaining.filter((record) => !record.failed);
      for (const record of remaining) record.reset();
    }
    for (const record of remaining) record.fail(saveErrors.tooManyRetries());
  }

  /** @returns whether what was written may stay */
  private attemptInSavepoint(
    type: SObjectType,
    operation: Operation,
    records: readonly SaveRecord[],
    options: SaveOptions,
    trusted: boolean,
  ): boolean {
    try {
      this.services.transactions.savepoint(() => {
        if (this.attempt(type, operation, records, options, trusted)) throw new RollBack();
      });
      return true;
    } catch (error) {
      if (error instanceof RollBack) return false;
      throw error;
    }
  }

  /** Runs the stages once. @returns whether a record failed after it was written */
  private attempt(
    type: SObjectType,
    operation: Operation,
    records: readonly SaveRecord[],
    options: SaveOptions,
    trusted: boolean,
  ): boolean {
    return this.services.transactions.run((transaction) =>
      runStages(this.chunkOf({ type, operation, records: [...records], options, trusted, transaction })),
    );
  }

  private chunkOf(
    part: Pick<SaveChunk, 'type' | 'operation' | 'records' | 'options' | 'trusted' | 'transaction'>,
  ): SaveChunk {
    const { services } = this;
    return {
      ...part,
      plan: savePlanOf(services.schema(), part.type, services.formulas.services.compiler),
      services,
      nested: this,
      recycleBin: this.recycleBin,
      session: services.formulas.open(part.options.context.user),
      stamp: formatDatetime(Math.floor(services.clock.now() / 1000) * 1000),
    };
  }

  /**
   * Refuses all records when the object cannot be written, or not by this user.
   * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm
   */
  private refusesObject(
    type: SObjectType,
    operation: Operation,
    records: readonly SaveRecord[],
    options: SaveOptions,
    trusted: boolean,
  ): boolean {
    if (trusted) return false;
    const { capabilities, label } = type.definition;
    const { context } = options;
    const able = operation === 'insert' ? capabilities.createable : capabilities.updateable;
    const access =
      context.mode === 'user' ? this.services.access.objectAccess(context.user, type.name) : null;
    const allowed = access === null || (operation === 'insert' ? access.create : access.edit);
    if (able && allowed) return false;
    const error = saveErrors.entityCannotBe(operation === 'insert' ? 'inserted' : 'updated', label);
    for (const record of records) record.fail(error);
    return true;
  }

  /** @throws ApiError INVALID_TYPE for an unknown object */
  private requireType(objectName: string): SObjectType {
    const type = this.services.schema().find(objectName);
    if (!type) throw new ApiError('INVALID_TYPE', `sObject type '${objectName}' is not supported.`);
    return type;
  }
}

function chunksOf(records: readonly SaveRecord[]): SaveRecord[][] {
  const chunks: SaveRecord[][] = [];
  for (let start = 0; start < records.length; start += MAX_RECORDS_PER_CHUNK) {
    chunks.push(records.slice(start, start + MAX_RECORDS_PER_CHUNK));
  }
  return chunks;
}

function inSystemMode(options: SaveOptions): SaveOptions {
  return { allOrNone: false, context: { ...options.context, mode: 'system' } };
}
