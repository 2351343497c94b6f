import { objectsOf, textOf, numberOf, type MetadataObject } from '../../metadata';
import { datetimeToEpochMs } from '../../core';
import { conditionSetOf } from '../definition/conditions';
import { connectorOf } from '../definition/connector';
import { readValueSource } from '../definition/value-source';
import { objectOf as childOf } from '../../metadata';
import { conditionsHold } from '../interview/condition-operators';
import { FlowFault } from '../interview/flow-fault';
import type { FlowValue } from '../interview/flow-value';
import type { Interview } from '../interview/interview';
import { addOffset } from '../interview/time-offset';
import { present, type ElementType } from './flow-element';

/** The events by which a wait ends, and how their time is computed. */
const DIRECT_RECORD_TIME = 'AlarmEvent';
const RECORD_FIELD_TIME = 'DateRefAlarmEvent';

/** Wait: the interview is kept until a time, and what came before is committed. */
export const waitElement: ElementType = {
  tag: 'waits',
  typeName: 'FlowWait',
  label: 'Wait',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_wait.htm',
  read(content, node) {
    const otherwise = connectorOf(content, 'defaultConnector');
    const faultConnector = connectorOf(content, 'faultConnector');
    const subtype = textOf(content, 'elementSubtype') ?? null;
    const events = objectsOf(content, 'waitEvents').map((event) => ({
      name: textOf(event, 'name') ?? '',
      set: conditionSetOf(event),
      connector: connectorOf(event),
      type:
        textOf(event, 'eventType') ??
        (subtype === 'WaitDuration' || subtype === 'WaitDate' ? DIRECT_RECORD_TIME : ''),
      offset: numberOf(event, 'offset') ?? null,
      offsetUnit: textOf(event, 'offsetUnit') ?? 'Hours',
      resumeDate: textOf(event, 'resumeDate') ?? null,
      resumeDateReference: textOf(event, 'resumeDateReference') ?? null,
      resumeTime: textOf(event, 'resumeTime') ?? null,
      inputs: inputsOf(event),
    }));
    type Event = (typeof events)[number];

    const input = (interview: Interview, event: Event, name: string): FlowValue => {
      const source = event.inputs.get(name.toLowerCase());
      return source ? interview.valueOf(source) : null;
    };
    const timeOf = (interview: Interview, event: Event): number => {
      const offset = Number(input(interview, event, 'TimeOffset') ?? event.offset ?? 0);
      const unit = String(input(interview, event, 'TimeOffsetUnit') ?? event.offsetUnit);
      const reference =
        event.resumeDateReference === null ? event.resumeDate : interview.resolve(event.resumeDateReference);
      const base = input(interview, event, 'AlarmTime') ?? input(interview, event, 'EventTime') ?? reference;
      if (typeof base !== 'string') return addOffset(interview.run.services.clock.now(), offset, unit);
      const start =
        base.length === 10
          ? Date.parse(`${base}T${event.resumeTime ?? '00:00:00Z'}`)
          : datetimeToEpochMs(base);
      return addOffset(start, offset, unit);
    };

    return {
      ...node,
      connectors: present(...events.map((event) => event.connector), otherwise, faultConnector),
      runBatch(interviews) {
        for (const interview of interviews) {
          const waiting = events.filter(
            (event) => event.set.conditions.length === 0 || conditionsHold(interview, event.set),
          );
          const first = waiting
            .map((event) => ({ event, time: timeOf(interview, event) }))
            .sort((a, b) => a.time - b.time)[0];
          if (!first) {
            interview.next = otherwise?.target ?? null;
            continue;
          }
          if (!interview.run.services.ports.jobs) {
            interview.fail(new FlowFault('Waiting needs a job queue, which this org does not have.'));
            continue;
          }
          interview.status = 'Waiting';
          interview.resumeAtMs = first.time;
          interview.next = first.event.connector?.target ?? null;
        }
      },
      check(scope) {
        for (const event of events) {
          scope.conditions(event.set);
          for (const source of event.inputs.values()) scope.value(source);
          if (event.resumeDateReference !== null) scope.reference(event.resumeDateReference);
          if (event.type !== DIRECT_RECORD_TIME && event.type !== RECORD_FIELD_TIME)
            scope.problem(`The wait event "${event.type}" isn't supported by the local org.`);
          if (event.type === RECORD_FIELD_TIME)
            scope.problem('Waiting for a date of a record is not supported by the local org.');
        }
        if (scope.flow.start.triggerType.startsWith('Record'))
          scope.problem("Wait elements aren't available in record-triggered flows.");
      },
    };
  },
};

function inputsOf(event: MetadataObject): ReadonlyMap<string, ReturnType<typeof readValueSource>> {
  return new Map(
    objectsOf(event, 'inputParameters').map((parameter) => [
      (textOf(parameter, 'name') ?? '').toLowerCase(),
      readValueSource(childOf(parameter, 'value')),
    ]),
  );
}
