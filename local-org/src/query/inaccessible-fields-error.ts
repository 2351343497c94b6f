import { ApiError } from '../core';

/** Fields by object that a user may not read: `Account` to `['Secret__c']`. */
export type InaccessibleFields = ReadonlyMap<string, readonly string[]>;

/**
 * Thrown for a query in user mode that names what the user may not read. It reads like the error for the first such name;
 * Apex can ask for all fields.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_enforce_usermode.htm
 */
export class InaccessibleFieldsError extends ApiError {
  constructor(
    first: ApiError,
    readonly inaccessible: InaccessibleFields,
  ) {
    super(first.errorCode, first.message, { fields: first.fields, httpStatus: first.httpStatus });
  }
}
