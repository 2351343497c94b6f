import type { RunningUser, SaveHeaders } from '../../execution';
import type { ApexExecution, ExecutionKind } from './apex-execution';
import { NO_LOG, type DebugLog } from './debug-log';
import type { TestContext } from './test-context';
import { limitsOf, nothingUsed } from './limits';

/** What a transaction is made from. */
export interface ExecutionOptions {
  readonly kind: ExecutionKind;
  readonly user: RunningUser;
  readonly log?: DebugLog;
  /** Whether it belongs to a test, whatever its kind. */
  readonly isTest?: boolean;
  readonly test?: TestContext | null;
  /** Static variables that it shares with the transaction that started it; none of its own then. */
  readonly statics?: ApexExecution['statics'];
  /** The job that the transaction runs. */
  readonly asyncJobId?: string;
  /** How many queueable jobs led to it. */
  readonly queueableDepth?: number;
  readonly saveHeaders?: SaveHeaders;
  /** Changes of records before it. */
  readonly changesBefore?: number;
}

/** A new transaction: nothing used, no class initialised. CPU time counts from now. */
export function createExecution(options: ExecutionOptions): ApexExecution {
  const { kind, user, log, isTest, test, asyncJobId, queueableDepth, saveHeaders } = options;
  const used = nothingUsed();
  const execution: ApexExecution = {
    kind,
    statics: options.statics ?? [],
    used,
    limits: limitsOf(kind),
    user,
    sharing: false,
    callerAccess: 'system',
    isTest: isTest ?? kind === 'test',
    test: test ?? null,
    asyncJobId: asyncJobId ?? null,
    queueableDepth: queueableDepth ?? 0,
    startedMs: Date.now(),
    changesBefore: options.changesBefore ?? 0,
    saved: { setup: null, other: null },
    log: log ?? NO_LOG,
    ...(saveHeaders && { saveHeaders }),
    trigger: null,
  };
  Object.defineProperty(used, 'cpuTime', { enumerable: true, get: () => Date.now() - execution.startedMs });
  return execution;
}
