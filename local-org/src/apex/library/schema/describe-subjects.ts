import {
  describeField,
  describeSObject,
  MASTER_RECORD_TYPE_ID,
  type DescribeFieldResult,
  type DescribeSObjectResult,
  type Field,
  type SObjectType,
} from '../../../schema';
import { MAX_API_VERSION } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { PlatformStruct } from '../../runtime/values/platform-struct';

/** An object with its describe. */
export interface ObjectDescribe {
  readonly type: SObjectType;
  readonly result: DescribeSObjectResult;
}

/** A field with its describe. */
export interface FieldDescribe {
  readonly type: SObjectType;
  readonly field: Field;
  readonly result: DescribeFieldResult;
}

const describes = new WeakMap<SObjectType, DescribeSObjectResult>();

/** The object of a name. @throws InvalidParameterValueException when there is none */
export function requireObject(runtime: ApexRuntime, objectName: string): SObjectType {
  return (
    runtime.org.schema().find(objectName) ??
    runtime.throwNew('System.InvalidParameterValueException', `Invalid sobject provided. ${objectName}`)
  );
}

/** `Account.SObjectType.getDescribe()`. */
export function objectDescribe(runtime: ApexRuntime, objectName: string): PlatformStruct {
  const type = requireObject(runtime, objectName);
  let result = describes.get(type);
  if (!result) {
    const ids = recordTypeIds(runtime, type.name);
    result = describeSObject(runtime.org.schema(), type, {
      basePath: `/services/data/v${MAX_API_VERSION}.0`,
      instanceUrl: '',
      recordType: (_type, recordType) => ({
        id: ids.get(recordType.developerName) ?? MASTER_RECORD_TYPE_ID,
        available: recordType.active,
        isDefault: false,
      }),
    });
    describes.set(type, result);
  }
  return new PlatformStruct('Schema.DescribeSObjectResult', {}, { type, result } satisfies ObjectDescribe);
}

/** `Account.Name.getDescribe()`. */
export function fieldDescribe(runtime: ApexRuntime, objectName: string, fieldName: string): PlatformStruct {
  const type = requireObject(runtime, objectName);
  const field = type.field(fieldName);
  if (!field) {
    return runtime.throwNew('System.SObjectException', `Invalid field ${fieldName} for ${objectName}`);
  }
  const subject: FieldDescribe = { type, field, result: describeField(type, field) };
  return new PlatformStruct('Schema.DescribeFieldResult', {}, subject);
}

function recordTypeIds(runtime: ApexRuntime, objectName: string): ReadonlyMap<string, string> {
  const rows = runtime.org.store
    .prepare('SELECT "Id" AS id, "DeveloperName" AS name FROM "RecordType" WHERE "SobjectType" = ?')
    .all(objectName) as unknown as { readonly id: string; readonly name: string }[];
  return new Map(rows.map(({ id, name }) => [name, id]));
}
