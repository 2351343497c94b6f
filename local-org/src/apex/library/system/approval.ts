import { ApiError } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { dmlException } from '../../runtime/data/dml-exception';
import { contextOf } from '../../runtime/data/query-rows';
import type { ApexApprovalRequest, ApexApprovalResult } from '../../runtime/org-port';
import { ApexList } from '../../runtime/values/apex-list';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf, mapOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { errorStruct, held } from '../database/results';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';
import { accessorMethods } from '../settable';

const textOf = (value: ApexValue | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const idsOf = (value: ApexValue | undefined): string[] =>
  value instanceof ApexList ? value.items.map(String) : [];

function requestClass(name: string, page: string, members: readonly PlatformMember[]): PlatformClass {
  return {
    name: `Approval.${name}`,
    kind: 'class',
    documentation: referencePage(page),
    superclass: 'Approval.ProcessRequest',
    members: [
      method('new()', () => new PlatformStruct(`Approval.${name}`)),
      ...accessorMethods('String', 'Comments'),
      ...accessorMethods('List<Id>', 'NextApproverIds'),
      ...members,
    ],
  };
}

/** What is sent to the approval engine. */
export const processRequestClass: PlatformClass = {
  name: 'Approval.ProcessRequest',
  kind: 'class',
  abstract: true,
  documentation: referencePage('apex_process_processrequest'),
  members: [],
};

/** Submits a record. */
export const processSubmitRequestClass = requestClass(
  'ProcessSubmitRequest',
  'apex_process_processsubmitrequest',
  [
    ...accessorMethods('Id', 'ObjectId'),
    ...accessorMethods('String', 'SubmitterId'),
    ...accessorMethods('String', 'ProcessDefinitionNameOrId'),
    method(
      'void setSkipEntryCriteria(Boolean value)',
      (_runtime: ApexRuntime, self: PlatformStruct, value: ApexValue) => {
        self.values['SkipEntryCriteria'] = value;
      },
    ),
    method(
      'Boolean getSkipEntryCriteria()',
      (_runtime: ApexRuntime, self: PlatformStruct) => self.values['SkipEntryCriteria'] ?? false,
    ),
  ],
);

/** Answers a work item. */
export const processWorkitemRequestClass = requestClass(
  'ProcessWorkitemRequest',
  'apex_process_processworkitemrequest',
  [...accessorMethods('Id', 'WorkitemId'), ...accessorMethods('String', 'Action')],
);

function requestOf({ typeName, values }: PlatformStruct): ApexApprovalRequest {
  const comments = textOf(values['Comments']);
  const shared = {
    nextApproverIds: idsOf(values['NextApproverIds']),
    ...(comments !== undefined && { comments }),
  };
  if (typeName === 'Approval.ProcessWorkitemRequest') {
    const [workitemId = '', action = ''] = [textOf(values['WorkitemId']), textOf(values['Action'])];
    return { kind: 'decide', decision: { workitemId, action, ...shared } };
  }
  const submitterId = textOf(values['SubmitterId']);
  const process = textOf(values['ProcessDefinitionNameOrId']);
  const submission = {
    objectId: textOf(values['ObjectId']) ?? '',
    skipEntryCriteria: values['SkipEntryCriteria'] === true,
    ...shared,
    ...(submitterId !== undefined && { submitterId }),
    ...(process !== undefined && { processDefinitionNameOrId: process }),
  };
  return { kind: 'submit', submission };
}

function process(
  runtime: ApexRuntime,
  requests: readonly (PlatformStruct | null)[],
  allOrNone: boolean,
): PlatformStruct[] {
  runtime.count('dmlStatements');
  runtime.count('dmlRows', requests.length);
  const inputs = requests.map((request) => requestOf(request ?? runtime.throwNull()));
  const context = contextOf(runtime, runtime.execution.callerAccess);
  try {
    const results = runtime.org.approvals.process(inputs, context, allOrNone);
    return results.map((result) => resultOf(runtime, result));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const failure = { index: 0, id: null, statusCode: error.errorCode, message: error.message, fields: [] };
    throw dmlException(runtime, 'process', [failure]);
  }
}

function resultOf(runtime: ApexRuntime, result: ApexApprovalResult): PlatformStruct {
  if (!result.success) {
    const { errorCode, message } = result.error;
    const error = errorStruct(runtime, { statusCode: errorCode, message, fields: [] });
    return new PlatformStruct('Approval.ProcessResult', {
      success: false,
      errors: listOf(runtime, 'Database.Error', [error]),
    });
  }
  return new PlatformStruct('Approval.ProcessResult', {
    success: true,
    errors: listOf(runtime, 'Database.Error', []),
    entityId: result.entityId,
    instanceId: result.instanceId,
    instanceStatus: result.instanceStatus,
    actorIds: listOf(runtime, 'Id', result.actorIds),
    newWorkitemIds: listOf(runtime, 'Id', result.newWorkitemIds),
  });
}

/** What a request led to. */
export const processResultClass: PlatformClass = {
  name: 'Approval.ProcessResult',
  kind: 'class',
  documentation: referencePage('apex_process_processresult'),
  members: [
    ...held('Boolean', 'Success', 'success'),
    ...held('List<Database.Error>', 'Errors', 'errors'),
    ...held('String', 'EntityId', 'entityId'),
    ...held('Id', 'InstanceId', 'instanceId'),
    ...held('String', 'InstanceStatus', 'instanceStatus'),
    ...held('List<Id>', 'ActorIds', 'actorIds'),
    ...held('List<Id>', 'NewWorkitemIds', 'newWorkitemIds'),
  ],
};

/** What became of a lock. */
const lockResultClass = (name: string): PlatformClass => ({
  name: `Approval.${name}`,
  kind: 'class',
  documentation: referencePage(`apex_class_Approval_${name}`),
  members: [
    ...held('Id', 'Id', 'id'),
    ...held('Boolean', 'Success', 'success'),
    ...held('List<Database.Error>', 'Errors', 'errors'),
  ],
});

export const lockResultClasses: readonly PlatformClass[] = ['LockResult', 'UnlockResult'].map(
  lockResultClass,
);

/** `lock` and `unlock`, of one or several records or ids. */
function lockMethods(name: 'lock' | 'unlock', result: string): PlatformMember[] {
  const change = (runtime: ApexRuntime, subject: ApexValue): PlatformStruct => {
    const id = idOf(runtime, subject);
    runtime.org.approvals.locks[name](id);
    return new PlatformStruct(result, { id, success: true, errors: listOf(runtime, 'Database.Error', []) });
  };
  const count = (runtime: ApexRuntime, rows: number): void => {
    runtime.count('dmlStatements');
    runtime.count('dmlRows', rows);
  };
  return ['', ', Boolean allOrNone'].flatMap((ending) => [
    ...['Id recordId', 'SObject record'].map((subject) =>
      method(`static ${result} ${name}(${subject}${ending})`, (runtime: ApexRuntime, value: ApexValue) => {
        count(runtime, 1);
        return change(runtime, value);
      }),
    ),
    ...['List<Id> recordIds', 'List<SObject> records'].map((subject) =>
      method(
        `static List<${result}> ${name}(${subject}${ending})`,
        (runtime: ApexRuntime, values: ApexList) => {
          count(runtime, values.items.length);
          return listOf(
            runtime,
            result,
            values.items.map((value) => change(runtime, value)),
          );
        },
      ),
    ),
  ]);
}

function idOf(runtime: ApexRuntime, subject: ApexValue): string {
  const id = subject instanceof ApexSObject ? subject.id : subject;
  return typeof id === 'string' ? id : runtime.throwNull();
}

function lockedMembers(): PlatformMember[] {
  const isLocked = (runtime: ApexRuntime, value: ApexValue): boolean => {
    const id = idOf(runtime, value);
    return runtime.org.approvals.locks.lockedAmong([id]).has(id);
  };
  return [
    ...['Id recordId', 'SObject record'].map((subject) =>
      method(`static Boolean isLocked(${subject})`, isLocked),
    ),
    ...['List<Id> recordIds', 'List<SObject> records'].map((subject) =>
      method(`static Map<Id, Boolean> isLocked(${subject})`, (runtime: ApexRuntime, values: ApexList) => {
        const ids = values.items.map((value) => idOf(runtime, value));
        const locked = runtime.org.approvals.locks.lockedAmong(ids);
        return mapOf(
          runtime,
          'Id',
          'Boolean',
          ids.map((id) => [id, locked.has(id)]),
        );
      }),
    ),
  ];
}

/** Submits records for approval, answers work items and locks records. */
export const approvalClass: PlatformClass = {
  name: 'System.Approval',
  kind: 'class',
  documentation: referencePage('apex_methods_system_approval'),
  members: [
    ...['', ', Boolean allOrNone'].flatMap((ending) => [
      method(
        `static Approval.ProcessResult process(Approval.ProcessRequest request${ending})`,
        (runtime: ApexRuntime, request: PlatformStruct | null, allOrNone: boolean | null = true) =>
          process(runtime, [request], allOrNone ?? true)[0] ?? null,
      ),
      method(
        `static List<Approval.ProcessResult> process(List<Approval.ProcessRequest> requests${ending})`,
        (runtime: ApexRuntime, requests: ApexList, allOrNone: boolean | null = true) =>
          listOf(
            runtime,
            'Approval.ProcessResult',
            process(runtime, requests.items as PlatformStruct[], allOrNone ?? true),
          ),
      ),
    ]),
    ...lockMethods('lock', 'Approval.LockResult'),
    ...lockMethods('unlock', 'Approval.UnlockResult'),
    ...lockedMembers(),
  ],
};
