import type { ExecutionKind } from './apex-execution';
import type { LimitName } from './apex-runtime';

const MEBIBYTE = 1_048_576;

/** A governor limit, with what its exception says. */
export interface GovernorLimit {
  readonly synchronous: number;
  readonly asynchronous: number;
  /** `count`, `rows`, `ms`, `bytes`. */
  readonly unit: 'count' | 'rows' | 'ms' | 'bytes';
  /** Message of the LimitException; `{0}` is what was reached. */
  readonly message: string;
  /** How the LIMIT_USAGE_FOR_NS part of a debug log names it; null when it does not list it. */
  readonly logLabel: string | null;
}

/**
 * Governor limits of a transaction.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm
 */
export const GOVERNOR_LIMITS: Readonly<Record<LimitName, GovernorLimit>> = {
  queries: counted(100, 200, 'Too many SOQL queries: {0}', 'Number of SOQL queries'),
  queryRows: rows(50_000, 'Too many query rows: {0}', 'Number of query rows'),
  aggregateQueries: counted(300, 300, 'Too many aggregate queries: {0}', null),
  queryLocatorRows: rows(10_000, 'Too many query locator rows: {0}', null),
  soslQueries: counted(20, 20, 'Too many SOSL queries: {0}', 'Number of SOSL queries'),
  dmlStatements: counted(150, 150, 'Too many DML statements: {0}', 'Number of DML statements'),
  dmlRows: rows(10_000, 'Too many DML rows: {0}', 'Number of DML rows'),
  cpuTime: {
    synchronous: 10_000,
    asynchronous: 60_000,
    unit: 'ms',
    message: 'Apex CPU time limit exceeded',
    logLabel: 'Maximum CPU time',
  },
  heapSize: {
    synchronous: 6 * MEBIBYTE,
    asynchronous: 12 * MEBIBYTE,
    unit: 'bytes',
    message: 'Apex heap size too large: {0}',
    logLabel: 'Maximum heap size',
  },
  callouts: counted(100, 100, 'Too many callouts: {0}', 'Number of callouts'),
  emailInvocations: counted(10, 10, 'Too many Email Invocations: {0}', 'Number of Email Invocations'),
  futureCalls: counted(50, 0, 'Too many future calls: {0}', 'Number of future calls'),
  queueableJobs: counted(
    50,
    1,
    'Too many queueable jobs added to the queue: {0}',
    'Number of queueable jobs added to the queue',
  ),
  mobilePushApexCalls: counted(
    10,
    10,
    'Too many mobile Apex push calls: {0}',
    'Number of Mobile Apex push calls',
  ),
  publishImmediateDml: counted(150, 150, 'Too many PublishImmediate DML: {0}', null),
  savepoints: counted(150, 150, 'Too many savepoints: {0}', null),
};

/** Calls that may be open inside each other. */
export const MAX_STACK_DEPTH = 1_000;

function counted(
  synchronous: number,
  asynchronous: number,
  message: string,
  logLabel: string | null,
): GovernorLimit {
  return { synchronous, asynchronous, unit: 'count', message, logLabel };
}

function rows(most: number, message: string, logLabel: string | null): GovernorLimit {
  return { synchronous: most, asynchronous: most, unit: 'rows', message, logLabel };
}

/** Kinds of transactions that have the limits of asynchronous Apex. */
const ASYNCHRONOUS_KINDS: ReadonlySet<ExecutionKind> = new Set([
  'future',
  'queueable',
  'batch',
  'schedulable',
  'finalizer',
  'platformEvent',
]);

/** Departures from the two columns, by kind of transaction. */
const LIMITS_OF_KIND: Partial<Record<ExecutionKind, Partial<Record<LimitName, number>>>> = {
  // What a page may keep must not change anything.
  auraCacheable: { dmlStatements: 0 },
  queueable: { futureCalls: 50 },
  finalizer: { futureCalls: 50 },
  schedulable: { futureCalls: 50 },
  platformEvent: { futureCalls: 50 },
};

const LIMIT_NAMES = Object.keys(GOVERNOR_LIMITS) as LimitName[];

/** The limits of a transaction of that kind. */
export function limitsOf(kind: ExecutionKind): Record<LimitName, number> {
  const column = ASYNCHRONOUS_KINDS.has(kind) ? 'asynchronous' : 'synchronous';
  const limits = LIMIT_NAMES.map((name) => [name, GOVERNOR_LIMITS[name][column]] as const);
  return { ...(Object.fromEntries(limits) as Record<LimitName, number>), ...LIMITS_OF_KIND[kind] };
}

/** Nothing used yet. */
export function nothingUsed(): Record<LimitName, number> {
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, 0])) as Record<LimitName, number>;
}

/** What the LimitException says when `reached` units were used: `Too many SOQL queries: 101`. */
export function limitMessage(name: LimitName, reached: number): string {
  return GOVERNOR_LIMITS[name].message.replace('{0}', String(reached));
}
