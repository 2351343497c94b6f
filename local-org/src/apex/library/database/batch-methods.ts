import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexValue } from '../../runtime/values/apex-value';
import { method, type PlatformMember } from '../platform-class';

/** Records that one `execute` gets unless told. */
export const DEFAULT_SCOPE_SIZE = 200;

/** `Database.executeBatch`. */
export const batchMethods: readonly PlatformMember[] = [
  method('static Id executeBatch(Object batchable)', (runtime: ApexRuntime, batchable: ApexValue) =>
    runtime.asyncJobs.executeBatch(batchable, DEFAULT_SCOPE_SIZE),
  ),
  method(
    'static Id executeBatch(Object batchable, Integer scope)',
    (runtime: ApexRuntime, batchable: ApexValue, scope: number | null) =>
      runtime.asyncJobs.executeBatch(batchable, scope ?? DEFAULT_SCOPE_SIZE),
  ),
];
