import type { QueryResult, ResultColumn } from '../../../query';
import type { FieldType } from '../../../schema';
import type { ApexRuntime } from '../apex-runtime';
import { ApexList } from '../values/apex-list';
import { ApexSObject } from '../values/apex-sobject';
import type { ApexValue } from '../values/apex-value';
import { toApexValue } from './field-values';

/** Types of the columns of an aggregate query that are no plain text. */
const COLUMN_TYPES: Readonly<Record<string, FieldType>> = {
  Integer: 'int',
  Long: 'long',
  Double: 'double',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time',
  Boolean: 'boolean',
};

/**
 * Rows of an aggregate query: `AggregateResult` records, whose values are read by alias. Counts are Integers, sums and
 * averages Decimals.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_agg_fns.htm
 */
export function aggregateRows(
  runtime: ApexRuntime,
  result: QueryResult,
  columns: readonly ResultColumn[],
): ApexList {
  const type = runtime.types.sobjectType('AggregateResult') ?? runtime.types.sobject;
  const byName = new Map(columns.map((column) => [column.columnName, column]));
  const list = new ApexList(runtime.types.list(type));
  for (const row of result.records) {
    const record = new ApexSObject(runtime, type, undefined);
    for (const [name, value] of Object.entries(row.fields)) {
      if (value === null || typeof value === 'object') record.load(name, null);
      else record.load(name, columnValue(runtime, byName.get(name), value));
    }
    list.items.push(record);
  }
  return list;
}

function columnValue(
  runtime: ApexRuntime,
  column: ResultColumn | undefined,
  value: string | number | boolean,
): ApexValue {
  const type = COLUMN_TYPES[column?.apexType ?? ''] ?? 'string';
  return toApexValue(runtime, { type, scale: 0 }, value);
}
