import type { SaveError, SaveResult } from '../../../dml';
import type { ApexRuntime } from '../apex-runtime';
import type { DmlOperation } from '../data-access';
import type { ApexException } from '../values/apex-exception';
import type { ApexSObject } from '../values/apex-sobject';

/** A record that a statement could not save, as `getDmlMessage(i)` and its like tell of it. */
export interface DmlFailure {
  /** Position in the list. */
  readonly index: number;
  readonly id: string | null;
  /** Object of the record; absent for what is no record, as an e-mail. */
  readonly objectName?: string;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** What a DmlException carries beside its message. */
const failures = new WeakMap<ApexException, readonly DmlFailure[]>();

/** The records that a DmlException is about. */
export function dmlFailuresOf(exception: ApexException): readonly DmlFailure[] {
  return failures.get(exception) ?? [];
}

/** Gives an exception the failures that it tells of. */
export function attachFailures(exception: ApexException, details: readonly DmlFailure[]): ApexException {
  failures.set(exception, details);
  return exception;
}

/** Throws a DmlException when a record was refused; otherwise returns. */
export function throwFailures(
  runtime: ApexRuntime,
  operation: DmlOperation | 'merge',
  records: readonly ApexSObject[],
  results: readonly SaveResult[],
): void {
  const failed = results.flatMap(({ success, errors }, index) =>
    success ? [] : errors.map((error) => failureOf(error, index, records[index])),
  );
  // Records that were only undone because of others are not reported.
  const own = failed.filter(({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
  const [first] = own;
  if (!first) return;
  throw dmlException(runtime, operation, own);
}

/** An exception that tells of failures: `getDmlMessage(i)` and its like answer for each. @param details at least one */
export function dmlException(
  runtime: ApexRuntime,
  operation: string,
  details: readonly DmlFailure[],
): ApexException {
  const [first] = details as [DmlFailure];
  const verb = operation.charAt(0).toUpperCase() + operation.slice(1);
  const where = first.id === null ? '' : ` with id ${first.id}`;

  const message =
    `${verb} failed. First exception on row ${first.index}${where}; first error: ` +
    `${first.statusCode}, ${first.message}: ${fieldList(first.fields)}`;
  const exception = runtime.newException('System.DmlException', message);
  failures.set(exception, details);
  return exception;
}

function failureOf(
  { statusCode, message, fields }: SaveError,
  index: number,
  record: ApexSObject | undefined,
): DmlFailure {
  const failure = { index, id: record?.id ?? null, statusCode, message, fields };
  return record ? { ...failure, objectName: record.objectName } : failure;
}

/** `[Name, Amount]`. */
function fieldList(fields: readonly string[]): string {
  return `[${fields.join(', ')}]`;
}
