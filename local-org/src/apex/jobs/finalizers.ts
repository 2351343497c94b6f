import type { RunningUser } from '../../execution';
import { requestIdOfJob } from '../library/system/request';
import type { ApexRuntime } from '../runtime/apex-runtime';
import type { ApexException } from '../runtime/values/apex-exception';
import type { ApexValue } from '../runtime/values/apex-value';
import { PlatformStruct } from '../runtime/values/platform-struct';
import type { JobHost } from './job-host';
import { outcomeOf, type JobOutcome } from './job-outcome';

/**
 * Runs what was attached to a queueable job, in a transaction of its own, however the job ended.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_transaction_finalizers.htm
 */
export function runFinalizers(
  host: JobHost,
  finalizers: readonly ApexValue[],
  jobId: string,
  user: RunningUser,
  outcome: JobOutcome,
): void {
  const { runtime } = host;
  for (const finalizer of finalizers) {
    const context = new PlatformStruct('System.FinalizerContextImpl', {
      jobId,
      requestId: requestIdOfJob(jobId),
      result: runtime.enumValue('System.ParentJobResult', outcome.error ? 'UNHANDLED_EXCEPTION' : 'SUCCESS'),
      exception: outcome.error && seenByFinalizer(runtime, outcome.error),
    });
    const { error } = outcomeOf(runtime, () => {
      host.transaction({ kind: 'finalizer', user, asyncJobId: jobId }, () => {
        runtime.call(finalizer, 'executeFinalizer', [context]);
      });
    });
    if (error && runtime.running?.test) throw error;
  }
}

/** A limit that was exceeded arrives as an AsyncException. */
function seenByFinalizer(runtime: ApexRuntime, error: ApexException): ApexException {
  if (error.typeName !== 'System.LimitException') return error;
  return runtime.newException('System.AsyncException', error.messageText);
}
