import type { FieldValue } from '../../core';
import type { RequestContext } from '../../execution';
import type { Field, SObjectType } from '../../schema';
import type { ResultRecord } from '../../query';
import type { ApiDeps } from '../api-deps';
import { notFound } from '../http/errors';
import { JsonText } from '../http/responses';
import { RecordWriter } from './record-json';

/** Reads the records whose field has one of the values, through SOQL in user mode. Names are canonical ones. */
export function readRecords(
  type: SObjectType,
  field: Field,
  values: readonly FieldValue[],
  fieldNames: readonly string[],
  context: RequestContext,
  deps: ApiDeps,
): readonly ResultRecord[] {
  const soql = `SELECT ${fieldNames.join(', ')} FROM ${type.name} WHERE ${field.name} IN :values`;
  return deps.org.query.query(soql, { context, binds: { values } }).records;
}

/** Reads one record by id. @throws ApiError NOT_FOUND */
export function readRecord(
  type: SObjectType,
  id: string,
  fieldNames: readonly string[],
  context: RequestContext,
  deps: ApiDeps,
): ResultRecord {
  const idField = type.field('Id');
  const record = idField && readRecords(type, idField, [id], fieldNames, context, deps)[0];
  if (!record) throw notFound();
  return record;
}

/** A record as JSON. */
export function recordText(record: ResultRecord, context: RequestContext, deps: ApiDeps): JsonText {
  return new JsonText(new RecordWriter(deps.org.schema(), context.apiVersion).write(record));
}
