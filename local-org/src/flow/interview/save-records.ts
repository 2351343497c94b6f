import { ApiError, UnsupportedFeatureError, type RecordValues } from '../../core';
import type { RecordInput, SaveResult } from '../../dml';
import type { SObjectType } from '../../schema';
import { FlowLimitFault, recordFaultMessage } from './flow-fault';
import type { FlowRecord } from './flow-record';
import type { FlowRun } from './flow-run';
import type { Interview } from './interview';

/** Saves per batch. DEVIATION: counted per batch of interviews, not over the whole transaction. */
const MAX_SAVES = 150;

export type SaveVerb = 'create' | 'update' | 'delete';

/** The records that one interview saves. */
export interface SaveRequest {
  readonly interview: Interview;
  readonly inputs: readonly RecordInput[];
}

/** What became of the records of one interview. */
export interface SaveOutcome {
  readonly interview: Interview;
  readonly results: readonly SaveResult[];
  /** The fault message of the first record that failed; null when all were saved. */
  readonly fault: string | null;
}

/** Creates records of one object for all interviews in one statement; those that fail do not keep others from being saved. */
export function createRecords(
  run: FlowRun,
  type: SObjectType,
  requests: readonly SaveRequest[],
): SaveOutcome[] {
  if (type.definition.kind === 'platformEvent') return publish(run, type, requests);
  return save(run, 'create', requests, (inputs) =>
    run.services.dml.insert(type.name, inputs, { context: run.context, allOrNone: false }),
  );
}

export function updateRecords(
  run: FlowRun,
  type: SObjectType,
  requests: readonly SaveRequest[],
): SaveOutcome[] {
  return save(run, 'update', requests, (inputs) => updateOnce(run, type, inputs));
}

/** @param field external id, or `Id` */
export function upsertRecords(
  run: FlowRun,
  type: SObjectType,
  field: string,
  allOrNone: boolean,
  requests: readonly SaveRequest[],
): SaveOutcome[] {
  return save(run, 'create', requests, (inputs) =>
    run.services.dml.upsert(type.name, field, inputs, { context: run.context, allOrNone }),
  );
}

/** Deletes the records whose ids stand in the inputs. A record that several interviews delete is deleted once. */
export function deleteRecords(run: FlowRun, requests: readonly SaveRequest[]): SaveOutcome[] {
  return save(run, 'delete', requests, (inputs) => {
    const ids = inputs.map((input) => String(input['Id']));
    const distinct = [...new Set(ids)];
    const results = run.services.dml.delete(distinct, { context: run.context, allOrNone: false });
    const byId = new Map(distinct.map((id, index) => [id, results[index]]));
    return ids.map((id) => byId.get(id) ?? NOT_SAVED);
  });
}

/** What an update sends: the fields that the flow assigned. */
export function updateInput(record: FlowRecord): RecordInput {
  const input: Record<string, unknown> = { Id: record.id };
  for (const name of record.assigned) if (name !== 'Id') input[name] = record.values[name];
  return input;
}

/** What a create sends: assigned fields, and what a copied record brings along and may be created with. */
export function createInput(record: FlowRecord): RecordInput {
  const input: Record<string, unknown> = {};
  for (const name of Object.keys(record.values)) {
    const value = record.values[name];
    if (name === 'Id' || value === null) continue;
    if (record.assigned.has(name) || record.type.field(name)?.createable) input[name] = value;
  }
  return input;
}

const NOT_SAVED: SaveResult = { id: null, success: false, errors: [] };

/**
 * Several interviews may update one record: the later one's values go over the earlier one's, as the platform's list
 * of records by id does.
 */
function updateOnce(run: FlowRun, type: SObjectType, inputs: readonly RecordInput[]): readonly SaveResult[] {
  const merged = new Map<unknown, RecordInput>();
  for (const input of inputs) merged.set(input['Id'], { ...merged.get(input['Id']), ...input });
  const keys = [...merged.keys()];
  const results = run.services.dml.update(type.name, [...merged.values()], {
    context: run.context,
    allOrNone: false,
  });
  const byId = new Map(keys.map((key, index) => [key, results[index]]));
  return inputs.map((input) => byId.get(input['Id']) ?? NOT_SAVED);
}

function save(
  run: FlowRun,
  verb: SaveVerb,
  requests: readonly SaveRequest[],
  statement: (inputs: readonly RecordInput[]) => readonly SaveResult[],
): SaveOutcome[] {
  const inputs = requests.flatMap((request) => request.inputs);
  const results = inputs.length === 0 ? [] : execute(run, verb, () => statement(inputs));
  let taken = 0;
  return requests.map(({ interview, inputs: own }) => {
    const part = results.slice(taken, (taken += own.length));
    return { interview, results: part, fault: faultOf(verb, part) };
  });
}

function execute(
  run: FlowRun,
  verb: SaveVerb,
  statement: () => readonly SaveResult[],
): readonly SaveResult[] {
  if (++run.counts.saves > MAX_SAVES)
    throw new FlowLimitFault(recordFaultMessage(verb, `Too many DML statements: ${run.counts.saves}`));
  try {
    return statement();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new FlowLimitFault(recordFaultMessage(verb, `${error.errorCode}: ${error.message}`));
  } finally {
    run.recordsChanged();
  }
}

function faultOf(verb: SaveVerb, results: readonly SaveResult[]): string | null {
  const failed = results.find((result) => !result.success);
  if (!failed) return null;
  return recordFaultMessage(
    verb,
    failed.errors.map((error) => `${error.statusCode}: ${error.message}`).join(', '),
  );
}

function publish(run: FlowRun, type: SObjectType, requests: readonly SaveRequest[]): SaveOutcome[] {
  const { events } = run.services.ports;
  if (!events) throw new UnsupportedFeatureError('Flow: publishing platform events');
  return requests.map(({ interview, inputs }) => {
    const results = events.publish(type.name, inputs as readonly RecordValues[], run.context.user);
    return {
      interview,
      results: results.map(({ success }) => ({ id: null, success, errors: [] })),
      fault: results.every(({ success }) => success)
        ? null
        : recordFaultMessage('create', `${type.name} was not published`),
    };
  });
}
