import type { FieldValue } from '../../core';
import {
  eventRecord,
  RetryDelivery,
  type ChangeEventHeader,
  type EventDelivery,
  type EventMessage,
  type EventSubscriber,
} from '../../events';
import type { ApexEngine } from '../engine/apex-engine';
import { bindDelivery } from '../library/system/event-bus';
import { changeEventHeader } from '../library/system/event-callbacks';
import type { ApexRuntime } from '../runtime/apex-runtime';
import { toApexValue } from '../runtime/data/field-values';
import { ApexException } from '../runtime/values/apex-exception';
import { ApexSObject } from '../runtime/values/apex-sobject';
import { listOf } from '../runtime/values/make-collections';
import type { TriggerCode, TriggerHost } from './trigger-step';

/** Exception with which a trigger asks for the same events again. */
const RETRYABLE = 'EventBus.RetryableException';

/**
 * The triggers of platform events as subscribers of the event bus: each event topic has one per active trigger.
 * @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_subscribe_apex.htm
 */
export function eventTriggers(engine: ApexEngine, host: TriggerHost): (topic: string) => EventSubscriber[] {
  return (topic) =>
    host.triggersOn(topic, 'after insert').map((trigger) => ({
      name: `ApexTrigger ${trigger.name}`,
      deliver: (events, delivery) => {
        deliver(engine, trigger, topic, events, delivery);
      },
    }));
}

/** Runs a trigger for a batch, as the automated process and in a transaction of its own. */
function deliver(
  engine: ApexEngine,
  trigger: TriggerCode,
  topic: string,
  events: readonly EventMessage[],
  delivery: EventDelivery,
): void {
  const { runtime } = engine;
  const user = runtime.org.automationUser();
  try {
    engine.transaction({ kind: 'platformEvent', user }, () => {
      const { execution } = runtime;
      bindDelivery(execution, delivery);
      const records = events.map((event) => recordOf(runtime, topic, event));
      execution.trigger = {
        event: 'after insert',
        objectName: topic,
        newList: listOf(runtime, runtime.types.sobjectType(topic) ?? runtime.types.sobject, records),
        newMap: null,
        oldList: null,
        oldMap: null,
        size: records.length,
      };
      trigger.run();
    });
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    if (error.typeName === RETRYABLE) throw new RetryDelivery(error.messageText);
    throw new Error(`${trigger.name}: ${error.toText(runtime)}\n${error.stackTrace}`);
  }
}

function recordOf(runtime: ApexRuntime, topic: string, event: EventMessage): ApexSObject {
  const record = ApexSObject.create(runtime, topic);
  const { ChangeEventHeader: header, ...values } = eventRecord(event) as EventMessage['payload'];
  if (header) record.load('ChangeEventHeader', changeEventHeader(runtime, header as ChangeEventHeader));
  for (const [name, value] of Object.entries(values)) {
    const field = record.objectType?.field(name);
    if (field) record.load(field.name, toApexValue(runtime, field, value as FieldValue));
  }
  record.readOnly = true;
  return record;
}
