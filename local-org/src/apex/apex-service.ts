import type { RunningUser } from '../execution';
import {
  auraMethod,
  callAura,
  type AuraAnswer,
  type AuraCall,
  type AuraMethodStatus,
} from './doors/aura-calls';
import { callRest, type RestAnswer, type RestCallInput } from './doors/rest-calls';
import type { AnonymousResult } from './engine/anonymous-result';
import type { ApexEngine } from './engine/apex-engine';
import { DebugLogs } from './logging/debug-logs';
import type { DebugLevels } from './logging/debug-levels';
import type { LogRecorder } from './logging/log-recorder';
import { ToolingRecordTable } from './records/tooling-record-table';
import type { OrgPort } from './runtime/org-port';
import { TestRuns } from './testing/test-runs';

/** An anonymous block to be run for a client. */
export interface AnonymousRequest {
  readonly source: string;
  readonly user: RunningUser;
  readonly apiVersion: number;
  /** How much the log tells that goes back to the client; none goes back when absent. */
  readonly levels?: DebugLevels;
}

/** What became of it, with its log when one was asked for. */
export interface AnonymousAnswer {
  readonly result: AnonymousResult;
  readonly log: string | null;
}

/** What an org offers of its Apex to its API and its pages. */
export interface ApexService {
  readonly engine: ApexEngine;
  readonly records: ToolingRecordTable;
  readonly logs: DebugLogs;
  readonly tests: TestRuns;
  /** Ids of the deployed classes by name in lower case. */
  classIds(): ReadonlyMap<string, string>;
  /** Compiles and runs an anonymous block. Its log is kept when the user is traced. */
  executeAnonymous(request: AnonymousRequest): AnonymousAnswer;
  /** Calls an Apex REST resource. @throws ApiError */
  callRest(input: Omit<RestCallInput, 'log'>): RestAnswer;
  /** Calls an `@AuraEnabled` method. */
  callAura(call: Omit<AuraCall, 'log'>): AuraAnswer;
  /** Whether a page may call that method: it is `@AuraEnabled`, or it is missing with or without its class. */
  auraMethod(className: string, methodName: string): AuraMethodStatus;
}

/** Makes the service of an org's engine. */
export function createApexService(engine: ApexEngine, org: OrgPort): ApexService {
  const records = new ToolingRecordTable(org.store);
  const logs = new DebugLogs({ ...org, schema: () => org.schema(), records });
  const tests = new TestRuns({ engine, org, records, logs });
  return {
    engine,
    records,
    logs,
    tests,
    classIds: () =>
      new Map(
        engine.code().sources.flatMap(({ kind, name }): [string, string][] => {
          const id = kind === 'class' ? org.classId(name) : null;
          return id === null ? [] : [[name.toLowerCase(), id]];
        }),
      ),
    executeAnonymous: (request) => executeAnonymous(engine, logs, request),
    callRest: (input) =>
      logged(logs, input.user, `/services/apexrest${input.path}`, (log) =>
        callRest(engine, { ...input, log }),
      ),
    auraMethod: (className, methodName) => auraMethod(engine, className, methodName),
    callAura: (call) => logged(logs, call.user, '/aura', (log) => callAura(engine, { ...call, log })),
  };
}

function executeAnonymous(
  engine: ApexEngine,
  logs: DebugLogs,
  { source, user, apiVersion, levels }: AnonymousRequest,
): AnonymousAnswer {
  const operation = '/services/data/tooling/executeAnonymous';
  const subject = { user, request: 'Api', operation, apiVersion, anonymousSource: source };
  const kept = logs.openFor(subject);
  const answered = levels && logs.recorder(subject, levels);
  const recorders = [kept?.recorder, answered].filter((recorder) => recorder !== undefined);
  const result = engine.runAnonymous(source, {
    user,
    apiVersion,
    log: {
      log: (event) => {
        for (const recorder of recorders) recorder.log(event);
      },
    },
  });
  kept?.close(result.exception?.description ?? 'Success');
  return { result, log: answered?.text ?? null };
}

function logged<T>(
  logs: DebugLogs,
  user: RunningUser,
  operation: string,
  work: (log: LogRecorder | undefined) => T,
): T {
  const open = logs.openFor({ user, request: 'Api', operation });
  try {
    const result = work(open?.recorder);
    open?.close('Success');
    return result;
  } catch (error) {
    open?.close(error instanceof Error ? error.message : 'Failed');
    throw error;
  }
}
