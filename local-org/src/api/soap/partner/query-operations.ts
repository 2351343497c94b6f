import { ApiError } from '../../../core';
import type { ResultRecord } from '../../../query';
import type { ApiDeps } from '../../api-deps';
import { resolveFieldNames } from '../../rest/object-access';
import type { ResultPage } from '../../rest/query-cursors';
import { readRecords } from '../../rest/read-records';
import type { SoapAnswer, SoapCall } from '../soap-endpoint';
import { elementOf, listOf, textOf } from '../soap-envelope';
import { NIL } from '../soap-writer';
import { PartnerRecordWriter } from './partner-answers';
import { requireType } from './partner-records';

const DEFAULT_BATCH_ROWS = 500;
const MIN_BATCH_ROWS = 200;
const MAX_BATCH_ROWS = 2_000;
const MAX_RETRIEVED_IDS = 2_000;

/**
 * `query`, `queryAll`, `queryMore`, `retrieve` and `search`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_query.htm
 */
export function queryOperations(deps: ApiDeps): Readonly<Record<string, (call: SoapCall) => SoapAnswer>> {
  return {
    query: (call) => query(call, deps, false),
    queryAll: (call) => query(call, deps, true),
    queryMore: (call) => {
      const locator = textOf(call.arguments['queryLocator']) ?? '';
      return pageAnswer(deps.cursors.page(locator, call.context.user.id), deps);
    },
    retrieve: (call) => retrieve(call, deps),
    search: (call) => {
      const records = deps.org.query.search(textOf(call.arguments['searchString']) ?? '', {
        context: call.context,
      });
      const writer = new PartnerRecordWriter(deps.org.schema());
      return {
        body: {
          result: { searchRecords: records.map((found) => ({ record: writer.write('record', found) })) },
        },
      };
    },
  };
}

function query(call: SoapCall, deps: ApiDeps, allRows: boolean): SoapAnswer {
  const soql = textOf(call.arguments['queryString']) ?? '';
  const result = deps.org.query.query(soql, { context: call.context, allRows });
  return pageAnswer(deps.cursors.open(result, call.context.user.id, batchSizeOf(call)), deps);
}

/** `QueryOptions` asks for a batch size, which is kept within what the platform allows. */
function batchSizeOf({ header }: SoapCall): number {
  const asked = Number(textOf(elementOf(header['QueryOptions'])['batchSize']) ?? DEFAULT_BATCH_ROWS);
  return Number.isInteger(asked)
    ? Math.min(Math.max(asked, MIN_BATCH_ROWS), MAX_BATCH_ROWS)
    : DEFAULT_BATCH_ROWS;
}

function pageAnswer(page: ResultPage, deps: ApiDeps): SoapAnswer {
  const writer = new PartnerRecordWriter(deps.org.schema());
  return {
    body: {
      result: {
        done: page.nextLocator === null,
        queryLocator: page.nextLocator ?? NIL,
        records: page.records.map((record) => writer.write('records', record)),
        size: page.totalSize,
      },
    },
  };
}

/** Records by id in the order of the ids; nil for those that are not there. */
function retrieve({ arguments: args, context }: SoapCall, deps: ApiDeps): SoapAnswer {
  const type = requireType(textOf(args['sObjectType']), context, deps);
  const ids = listOf(args['ids']).map((id) => (textOf(id) ?? '').trim());
  if (ids.length > MAX_RETRIEVED_IDS) {
    throw new ApiError('EXCEEDED_ID_LIMIT', `retrieve id limit reached: ${MAX_RETRIEVED_IDS}`);
  }
  const fieldList = textOf(args['fieldList']) ?? '';
  const names = resolveFieldNames(fieldList.split(','), type, context.user, deps);
  const idField = type.field('Id');
  const found = idField ? readRecords(type, idField, ids, names, context, deps) : [];
  const byId = new Map(
    found.map((record): [string, ResultRecord] => [(record.id ?? '').slice(0, 15), record]),
  );
  const writer = new PartnerRecordWriter(deps.org.schema());
  return {
    body: {
      result: ids.map((id) => {
        const record = byId.get(id.slice(0, 15));
        return record ? writer.write('result', record) : NIL;
      }),
    },
  };
}
