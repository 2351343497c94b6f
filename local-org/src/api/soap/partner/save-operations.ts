import { ApiError, MAX_COLLECTION_RECORDS } from '../../../core';
import type { RecordInput, SaveOptions, SaveResult } from '../../../dml';
import type { SObjectType } from '../../../schema';
import type { ApiDeps } from '../../api-deps';
import { rollbackIf } from '../../composite/rollback';
import type { SoapAnswer, SoapCall } from '../soap-endpoint';
import { booleanOf, elementOf, listOf, textOf } from '../soap-envelope';
import { readPartnerRecord, type PartnerRecord } from './partner-records';
import { saveResultNode } from './save-result';

/** Runs of records of one object that a call may have. */
const MAX_RUNS = 10;

type SaveRun = (type: SObjectType, records: readonly RecordInput[], options: SaveOptions) => SaveResult[];

/**
 * `create`, `update`, `upsert`, `delete`, `undelete` and `emptyRecycleBin`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_create.htm
 */
export function saveOperations(deps: ApiDeps): Readonly<Record<string, (call: SoapCall) => SoapAnswer>> {
  const { dml } = deps.org;
  const answer = (call: SoapCall, results: readonly SaveResult[], isUpsert = false): SoapAnswer => ({
    body: { result: results.map((result) => saveResultNode(result, { deps, ...call }, isUpsert)) },
  });
  const byId = (
    call: SoapCall,
    run: (ids: readonly string[], options: SaveOptions) => SaveResult[],
  ): SoapAnswer => {
    const ids = listOf(call.arguments['ids'] ?? call.arguments['iDs']).map((id) => (textOf(id) ?? '').trim());
    checkCount(ids.length);
    return answer(call, run(ids, optionsOf(call)));
  };
  return {
    create: (call) =>
      answer(
        call,
        save(call, deps, (type, records, options) => dml.insert(type.name, records, options)),
      ),
    update: (call) =>
      answer(
        call,
        save(call, deps, (type, records, options) => dml.update(type.name, records, options)),
      ),
    upsert: (call) => {
      const name =
        textOf(call.arguments['externalIDFieldName'] ?? call.arguments['externalIdFieldName']) ?? 'Id';
      const run: SaveRun = (type, records, options) =>
        dml.upsert(type.name, keyOf(type, name), records, options);
      return answer(call, save(call, deps, run), true);
    },
    delete: (call) => byId(call, (ids, options) => dml.delete(ids, options)),
    undelete: (call) => byId(call, (ids, options) => dml.undelete(ids, options)),
    emptyRecycleBin: (call) => byId(call, (ids, options) => dml.emptyRecycleBin(ids, options)),
  };
}

/** `AllOrNoneHeader` makes the call save all records or none. */
function optionsOf({ context, header }: SoapCall): SaveOptions {
  return { context, allOrNone: booleanOf(elementOf(header['AllOrNoneHeader'])['allOrNone']) };
}

function save(call: SoapCall, deps: ApiDeps, run: SaveRun): SaveResult[] {
  const elements = listOf(call.arguments['sObjects']);
  checkCount(elements.length);
  const records = elements.map((element) => readPartnerRecord(element, call.context, deps));
  const options = optionsOf(call);
  const work = (): SaveResult[] => runsOf(records).flatMap((part) => saveRun(part, run, options));
  if (!options.allOrNone) return work();
  const results = rollbackIf(deps, hasFailed, work);
  return hasFailed(results) ? results.map((result) => (result.success ? ROLLED_BACK : result)) : results;
}

function hasFailed(results: readonly SaveResult[]): boolean {
  return results.some(({ success }) => !success);
}

const ROLLED_BACK: SaveResult = {
  id: null,
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message:
        'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
};

/** Neighbouring records of one object are saved together. */
function runsOf(records: readonly PartnerRecord[]): PartnerRecord[][] {
  const runs: PartnerRecord[][] = [];
  for (const record of records) {
    const last = runs.at(-1);
    if (last?.[0]?.type === record.type) last.push(record);
    else runs.push([record]);
  }
  if (runs.length > MAX_RUNS) {
    throw new ApiError(
      'LIMIT_EXCEEDED',
      `Cannot have more than ${MAX_RUNS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
    );
  }
  return runs;
}

function saveRun(part: readonly PartnerRecord[], run: SaveRun, options: SaveOptions): SaveResult[] {
  const [first] = part;
  if (!first) return [];
  const readable = part.filter(({ problem }) => problem === undefined);
  const saved = run(
    first.type,
    readable.map(({ record }) => record),
    options,
  );
  let next = 0;
  return part.map(({ problem }) =>
    problem ? { id: null, success: false, errors: [problem] } : (saved[next++] as SaveResult),
  );
}

function keyOf(type: SObjectType, name: string): string {
  const field = type.field(name);
  if (field && (field.externalId || field.idLookup || field.type === 'id')) return field.name;
  throw new ApiError(
    'INVALID_FIELD',
    `Field name provided, ${name} is not an External ID or indexed field for ${type.name}`,
  );
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_create.htm (200 records) */
function checkCount(count: number): void {
  if (count <= MAX_COLLECTION_RECORDS) return;
  throw new ApiError(
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${MAX_COLLECTION_RECORDS} records into this call`,
  );
}
