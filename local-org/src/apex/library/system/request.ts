import { createHash, randomUUID } from 'node:crypto';
import type { ApexExecution, ExecutionKind } from '../../runtime/apex-execution';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

const QUIDDITIES: Readonly<Record<ExecutionKind, string>> = {
  anonymous: 'ANONYMOUS',
  test: 'RUNTEST_SYNC',
  trigger: 'REST',
  rest: 'REST',
  aura: 'AURA',
  auraCacheable: 'AURA',
  invocable: 'INVOCABLE_ACTION',
  future: 'FUTURE',
  queueable: 'QUEUEABLE',
  batch: 'BATCH_APEX',
  schedulable: 'SCHEDULED',
  finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
  platformEvent: 'PLATFORM_EVENT_PUBLISH_CALLBACK',
};

const ids = new WeakMap<ApexExecution, string>();

/** The request of a job, which its finalizers belong to as well. */
export function requestIdOfJob(jobId: string): string {
  const digits = createHash('sha256').update(jobId).digest('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

function requestId(execution: ApexExecution): string {
  if (execution.asyncJobId !== null) return requestIdOfJob(execution.asyncJobId);
  let id = ids.get(execution);
  if (id === undefined) ids.set(execution, (id = randomUUID()));
  return id;
}

/** The request that code runs for. */
export const requestClass: PlatformClass = {
  name: 'System.Request',
  kind: 'class',
  documentation: referencePage('apex_class_System_Request'),
  members: [
    method('static System.Request getCurrent()', () => new PlatformStruct('System.Request')),
    method('String getRequestId()', (runtime: ApexRuntime) => requestId(runtime.execution)),
    method('System.Quiddity getQuiddity()', (runtime: ApexRuntime) =>
      runtime.enumValue('System.Quiddity', QUIDDITIES[runtime.execution.kind]),
    ),
  ],
};

/** Kinds of requests. */
export const quiddityEnum: PlatformClass = {
  name: 'System.Quiddity',
  kind: 'enum',
  documentation: referencePage('apex_enum_System_Quiddity'),
  constants: [
    'ANONYMOUS',
    'AURA',
    'BATCH_ACS',
    'BATCH_APEX',
    'BATCH_CHUNK_PARALLEL',
    'BATCH_CHUNK_SERIAL',
    'BULK_API',
    'COMMERCE_INTEGRATION',
    'DISCOVERABLE_LOGIN',
    'EXTERNAL_SERVICE_CALLBACK',
    'FUNCTION_CALLBACK',
    'FUTURE',
    'INBOUND_EMAIL_SERVICE',
    'INVOCABLE_ACTION',
    'IOT',
    'PLATFORM_EVENT_PUBLISH_CALLBACK',
    'POST_INSTALL_SCRIPT',
    'QUEUEABLE',
    'QUICK_ACTION',
    'REMOTE_ACTION',
    'REST',
    'RUNTEST_ASYNC',
    'RUNTEST_DEPLOY',
    'RUNTEST_SYNC',
    'SCHEDULED',
    'SOAP',
    'SYNCHRONOUS',
    'TRANSACTION_FINALIZER_QUEUEABLE',
    'TRANSACTION_SECURITY_POLICY',
    'UNDEFINED',
    'VF',
  ],
  members: [],
};
