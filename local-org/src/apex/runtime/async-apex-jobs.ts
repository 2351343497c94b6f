import type { ApexValue } from './values/apex-value';

/** A call of a future method: its class, its slot and what it is given. */
export interface FutureCall {
  readonly className: string;
  readonly methodName: string;
  readonly slot: string;
  readonly args: readonly ApexValue[];
}

/** Takes the asynchronous work of Apex. Ids are those of AsyncApexJob (`707...`) or CronTrigger (`08e...`). */
export interface AsyncApexJobs {
  enqueue(queueable: ApexValue, delayMinutes: number): string;
  future(call: FutureCall): void;
  executeBatch(batchable: ApexValue, scopeSize: number): string;
  /** @throws StringException, AsyncException for an expression or name that does not do */
  schedule(name: string, cronExpression: string, schedulable: ApexValue): string;
  /** @throws AsyncException for a name that is taken, or a time that has passed */
  scheduleBatch(batchable: ApexValue, name: string, minutesFromNow: number, scopeSize: number): string;
  /** @throws StringException when there is no such job */
  abort(jobId: string): void;
  /** Keeps who is to be told after the commit that events were published. */
  notePublication(callback: ApexValue, eventUuids: readonly string[]): void;
  attachFinalizer(finalizer: ApexValue): void;
}
