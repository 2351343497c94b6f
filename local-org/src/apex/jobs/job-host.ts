import type { RunningUser } from '../../execution';
import type { ExecutionKind } from '../runtime/apex-execution';
import type { ApexRuntime } from '../runtime/apex-runtime';
import type { ApexValue } from '../runtime/values/apex-value';

/** How a transaction of a job is begun. */
export interface JobTransaction {
  readonly kind: ExecutionKind;
  readonly user: RunningUser;
  readonly asyncJobId?: string;
  readonly queueableDepth?: number;
}

/** What jobs need of the engine. */
export interface JobHost {
  readonly runtime: ApexRuntime;
  /** Runs work as an Apex transaction of its own, in a savepoint: a throw undoes what it wrote. */
  transaction<T>(options: JobTransaction, work: () => T): T;
  /** Calls a static method of a class by its slot. @throws TypeException when the class or method is gone */
  callStatic(className: string, slot: string, args: readonly ApexValue[]): ApexValue;
}
