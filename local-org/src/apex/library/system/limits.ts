import type { ApexRuntime, LimitName } from '../../runtime/apex-runtime';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';

/** Methods of Limits and what they count. */
const COUNTED: Readonly<Record<string, LimitName>> = {
  AggregateQueries: 'aggregateQueries',
  AsyncCalls: 'futureCalls',
  Callouts: 'callouts',
  CpuTime: 'cpuTime',
  DMLRows: 'dmlRows',
  DMLStatements: 'dmlStatements',
  EmailInvocations: 'emailInvocations',
  FutureCalls: 'futureCalls',
  HeapSize: 'heapSize',
  MobilePushApexCalls: 'mobilePushApexCalls',
  PublishImmediateDML: 'publishImmediateDml',
  Queries: 'queries',
  QueryLocatorRows: 'queryLocatorRows',
  QueryRows: 'queryRows',
  QueueableJobs: 'queueableJobs',
  Savepoints: 'savepoints',
  SoslQueries: 'soslQueries',
};

function pair([name, limit]: [string, LimitName]): PlatformMember[] {
  return [
    method(`static Integer get${name}()`, (runtime: ApexRuntime) => runtime.used(limit)),
    method(`static Integer getLimit${name}()`, (runtime: ApexRuntime) => runtime.execution.limits[limit]),
  ];
}

/** How much of the governor limits the transaction has used. */
export const limitsClass: PlatformClass = {
  name: 'System.Limits',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_limits.htm',
  members: Object.entries(COUNTED).flatMap(pair),
};
