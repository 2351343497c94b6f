import { LocalOrgError, type RecordValues } from '../../../core';
import type { SaveResult } from '../../../dml';
import type { EventDelivery } from '../../../events';
import { contextOf } from '../../runtime/data/query-rows';
import { recordsOf } from '../../runtime/data/save-records';
import { toFieldValue } from '../../runtime/data/field-values';
import type { ApexExecution } from '../../runtime/apex-execution';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import type { ApexList } from '../../runtime/values/apex-list';
import { resultStruct } from '../database/results';
import { referencePage } from '../documentation';
import { method, property, type PlatformClass } from '../platform-class';
import { headerOfBus, notePublication } from './event-callbacks';

const HEADER_FIELD = 'ChangeEventHeader';

/** Batches of events that triggers work on, by transaction. */
const deliveries = new WeakMap<ApexExecution, EventDelivery>();

/** Tells the code of a transaction which batch of events it works on. */
export function bindDelivery(execution: ApexExecution, delivery: EventDelivery): void {
  deliveries.set(execution, delivery);
}

function publish(runtime: ApexRuntime, events: ApexValue): ApexList {
  const records = recordsOf(runtime, events);
  runtime.count('publishImmediateDml');
  const results = records.flatMap((record) => {
    if (record.objectType?.definition.kind === 'changeEvent') return [publishChange(runtime, record)];
    const context = contextOf(runtime, 'system');
    return runtime.org.dml.insert(record.objectName, [fieldValues(runtime, record)], {
      context,
      allOrNone: false,
    });
  });
  return listOf(
    runtime,
    'Database.SaveResult',
    results.map((result) => resultStruct(runtime, 'Database.SaveResult', result)),
  );
}

function fieldValues(runtime: ApexRuntime, record: ApexSObject): RecordValues {
  const entries = [...record.entries()].map(([name, value]) => [name, toFieldValue(runtime, value)] as const);
  return Object.fromEntries(entries);
}

/**
 * Tests may publish change events that they have made, once they capture changes.
 * UNVERIFIED: the text of the exception for others, which no code can catch.
 */
function publishChange(runtime: ApexRuntime, event: ApexSObject): SaveResult {
  if (runtime.execution.test?.changeDataCapture !== true) {
    throw runtime.uncatchable('System.UnexpectedException', `${event.objectName} cannot be published`);
  }
  const header = event.peek(HEADER_FIELD);
  const payload = {
    ...fieldValues(runtime, event),
    ...(header instanceof PlatformStruct && { [HEADER_FIELD]: headerOfBus(runtime, header) }),
  };
  const [eventUuid = ''] = runtime.org.events.publish(event.objectName, [payload], runtime.user.id);
  const queued = { statusCode: 'OPERATION_ENQUEUED', message: eventUuid, fields: [] };
  return { id: null, success: true, errors: [queued] };
}

function publishAndTell(runtime: ApexRuntime, events: ApexValue, callback: ApexValue): ApexList {
  const results = publish(runtime, events);
  const uuids = (results.items as PlatformStruct[]).flatMap((result) => operationId(result) ?? []);
  notePublication(runtime, callback, uuids);
  return results;
}

/** The EventUuid of an event that was published. */
function operationId(result: PlatformStruct): string | null {
  const [error] = (result.values['errors'] as ApexList | undefined)?.items ?? [];
  const message = (error as PlatformStruct | undefined)?.values['message'];
  return typeof message === 'string' ? message : null;
}

/** Publishes platform events. */
export const eventBusClass: PlatformClass = {
  name: 'System.EventBus',
  kind: 'class',
  documentation: referencePage('apex_class_eventbus_EventBus'),
  members: [
    method(
      'static Database.SaveResult publish(SObject event)',
      (runtime: ApexRuntime, event: ApexSObject | null) => publish(runtime, event).items[0] ?? null,
    ),
    method('static List<Database.SaveResult> publish(List<SObject> events)', publish),
    method(
      'static Database.SaveResult publish(SObject event, Object callback)',
      (runtime: ApexRuntime, event: ApexSObject | null, callback: ApexValue) =>
        publishAndTell(runtime, event, callback).items[0] ?? null,
    ),
    method('static List<Database.SaveResult> publish(List<SObject> events, Object callback)', publishAndTell),
    method(
      'static String getOperationId(Database.SaveResult result)',
      (_runtime: ApexRuntime, result: PlatformStruct) => operationId(result),
    ),
  ],
};

/** The batch of events that a trigger works on. */
export const eventTriggerContextClass: PlatformClass = {
  name: 'EventBus.TriggerContext',
  kind: 'class',
  documentation: referencePage('apex_class_eventbus_TriggerContext'),
  members: [
    method(
      'static EventBus.TriggerContext currentContext()',
      () => new PlatformStruct('EventBus.TriggerContext'),
    ),
    property('Integer retries', (runtime: ApexRuntime) => deliveries.get(runtime.execution)?.retries ?? 0),
    property(
      'String lastError',
      (runtime: ApexRuntime) => deliveries.get(runtime.execution)?.lastError ?? null,
    ),
    method('String getResumeCheckpoint()', (_runtime: ApexRuntime, self: PlatformStruct): ApexValue => {
      return self.values['checkpoint'] ?? null;
    }),
    method('void setResumeCheckpoint(String replayId)', setCheckpoint),
  ],
};

function setCheckpoint(runtime: ApexRuntime, self: PlatformStruct, replayId: string | null): void {
  if (replayId === null) return runtime.throwNull();
  try {
    deliveries.get(runtime.execution)?.setResumeCheckpoint(Number(replayId));
  } catch (error) {
    if (!(error instanceof LocalOrgError)) throw error;
    // UNVERIFIED: the text for a ReplayId that is none of the batch.
    runtime.throwNew('EventBus.InvalidReplayIdException', error.message);
  }
  self.values['checkpoint'] = replayId;
}
