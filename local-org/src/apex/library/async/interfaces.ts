import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { PlatformStruct } from '../../runtime/values/platform-struct';
import {
  abstractMethod,
  abstractMethodAs,
  method,
  type PlatformClass,
  type PlatformMember,
} from '../platform-class';

const PAGE = 'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/';

function interfaceOf(
  name: string,
  page: string,
  members: readonly PlatformMember[],
  typeParameters: readonly string[] = [],
): PlatformClass {
  return { name, kind: 'interface', documentation: `${PAGE}${page}.htm`, members, typeParameters };
}

/** A context that jobs are given: an interface, and the class of what they get. */
function contextOf(
  name: string,
  page: string,
  getters: readonly (readonly [type: string, method: string, key: string])[],
): PlatformClass[] {
  const signatures = getters.map(([type, getter]) => `${type} ${getter}()`);
  return [
    interfaceOf(name, page, signatures.map(abstractMethod)),
    {
      name: `${name}Impl`,
      kind: 'class',
      documentation: `${PAGE}${page}.htm`,
      interfaces: [name],
      members: getters.map(([type, getter, key]) =>
        method(
          `${type} ${getter}()`,
          (_runtime: ApexRuntime, self: PlatformStruct) => self.values[key] ?? null,
        ),
      ),
    },
  ];
}

/** What classes implement to run as jobs, and what they are given. */
export const asyncInterfaces: readonly PlatformClass[] = [
  interfaceOf('System.Queueable', 'apex_class_System_Queueable', [
    abstractMethodAs('executeQueueable', 'void execute(System.QueueableContext context)'),
  ]),
  interfaceOf('System.Schedulable', 'apex_interface_System_Schedulable', [
    abstractMethodAs('executeSchedulable', 'void execute(System.SchedulableContext context)'),
  ]),
  interfaceOf('System.Finalizer', 'apex_interface_System_Finalizer', [
    abstractMethodAs('executeFinalizer', 'void execute(System.FinalizerContext context)'),
  ]),
  interfaceOf(
    'Database.Batchable',
    'apex_interface_database_batchable',
    [
      abstractMethod('Iterable<T> start(Database.BatchableContext context)'),
      abstractMethod('void execute(Database.BatchableContext context, List<T> scope)'),
      abstractMethod('void finish(Database.BatchableContext context)'),
    ],
    ['T'],
  ),
  interfaceOf('Database.Stateful', 'apex_batch_interface', []),
  interfaceOf('Database.AllowsCallouts', 'apex_batch_interface', []),
  interfaceOf('Database.RaisesPlatformEvents', 'apex_batch_interface', []),
  ...contextOf('System.QueueableContext', 'apex_interface_System_QueueableContext', [
    ['Id', 'getJobId', 'jobId'],
  ]),
  ...contextOf('System.SchedulableContext', 'apex_interface_System_SchedulableContext', [
    ['Id', 'getTriggerId', 'triggerId'],
  ]),
  ...contextOf('Database.BatchableContext', 'apex_interface_database_batchablecontext', [
    ['Id', 'getJobId', 'jobId'],
    ['Id', 'getChildJobId', 'childJobId'],
  ]),
  ...contextOf('System.FinalizerContext', 'apex_interface_System_FinalizerContext', [
    ['Id', 'getAsyncApexJobId', 'jobId'],
    ['System.ParentJobResult', 'getResult', 'result'],
    ['Exception', 'getException', 'exception'],
    ['String', 'getRequestId', 'requestId'],
  ]),
  {
    name: 'System.ParentJobResult',
    kind: 'enum',
    documentation: `${PAGE}apex_enum_System_ParentJobResult.htm`,
    constants: ['SUCCESS', 'UNHANDLED_EXCEPTION'],
    members: [],
  },
];
