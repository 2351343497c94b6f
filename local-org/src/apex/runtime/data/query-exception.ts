import type { ApiError } from '../../../core';
import { InaccessibleFieldsError, type InaccessibleFields } from '../../../query';
import type { ApexRuntime } from '../apex-runtime';
import type { ApexException } from '../values/apex-exception';

/** What a QueryException carries beside its message. */
const inaccessible = new WeakMap<ApexException, InaccessibleFields>();

/** The fields that a query asked for and its user may not read; none for other exceptions. */
export function inaccessibleFieldsOf(exception: ApexException): InaccessibleFields {
  return inaccessible.get(exception) ?? new Map();
}

/** The QueryException for what the query engine refused. Its message is the last line: the first ones point at the text. */
export function queryException(runtime: ApexRuntime, error: ApiError): ApexException {
  const exception = runtime.newException('System.QueryException', error.message.split('\n').at(-1) ?? '');
  if (error instanceof InaccessibleFieldsError) inaccessible.set(exception, error.inaccessible);
  return exception;
}
