import type { Clock, FieldValue, RecordValues } from '../../core';
import type { RecordChange } from '../../execution';
import type { ComponentStore } from '../../metadata';
import { changeEventName, hasChangeEvents, type Schema } from '../../schema';
import type { RecordStore } from '../../storage';
import type { NewEvent } from '../event-log';
import { capturedEntities } from './captured-entities';
import type { ChangeEventHeader, ChangeType } from './change-event';
import { netChanges, type NetChange } from './net-changes';

/** What change events are made with. */
export interface CaptureServices {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
  readonly clock: Clock;
  newUuid(): string;
}

/** Fields that no change event has. */
const LEFT_OUT: ReadonlySet<string> = new Set(['Id', 'IsDeleted', 'SystemModstamp']);

/** The topic on which changes of an object are told; undefined when they are not. */
type TopicOf = (objectName: string) => string | undefined;

/** Objects whose changes are captured because a channel selects them. */
function selectedTopics({ schema, components }: CaptureServices): TopicOf {
  const entities = capturedEntities(schema(), components());
  return (objectName) => entities.get(objectName)?.topic;
}

/** All objects that could be selected, as tests capture them. */
export function allTopics({ schema }: CaptureServices): TopicOf {
  return (objectName) => {
    const type = schema().find(objectName);
    return type && hasChangeEvents(type.definition) ? changeEventName(type.name) : undefined;
  };
}

/** The changes of records that changed alike. */
interface SameChange {
  readonly net: NetChange;
  readonly recordIds: string[];
  readonly fields: Readonly<RecordValues>;
}

/**
 * Makes the change events of a transaction: one for all records of an object that changed alike, in the order of the
 * changes.
 *
 * DEVIATION: compound fields (names, addresses, geolocations) are sent as their parts, each a field of its own.
 * @see https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_message_structure.htm
 */
export function captureChanges(
  services: CaptureServices,
  changes: readonly RecordChange[],
  topicOf: TopicOf = selectedTopics(services),
): NewEvent[] {
  if (changes.length === 0) return [];
  const captured = netChanges(changes.filter(({ objectName }) => topicOf(objectName) !== undefined));
  if (captured.length === 0) return [];
  const transaction = {
    changeOrigin: '',
    transactionKey: services.newUuid(),
    commitTimestamp: services.clock.now(),
    commitNumber: services.store.takeFromSequence('event:commit'),
  };
  return groupsOf(captured).map((group, index): NewEvent => {
    const { net } = group;
    return {
      topic: topicOf(net.objectName) ?? '',
      eventUuid: services.newUuid(),
      createdById: net.userId,
      payload: {
        ChangeEventHeader: { ...transaction, ...headerOf(group), sequenceNumber: index + 1 },
        ...group.fields,
      },
    };
  });
}

function headerOf({
  net,
  recordIds,
  fields,
}: SameChange): Omit<
  ChangeEventHeader,
  'changeOrigin' | 'transactionKey' | 'commitTimestamp' | 'commitNumber' | 'sequenceNumber'
> {
  const changedFields = net.changeType === 'UPDATE' ? Object.keys(fields) : [];
  return {
    entityName: net.objectName,
    recordIds,
    changeType: net.changeType,
    commitUser: net.userId,
    changedFields,
    nulledFields: changedFields.filter((name) => fields[name] === null),
    diffFields: [],
  };
}

function groupsOf(changes: readonly NetChange[]): SameChange[] {
  const groups = new Map<string, SameChange>();
  for (const net of changes) {
    const fields = FIELDS[net.changeType](net);
    const key = JSON.stringify([net.objectName, net.changeType, net.userId, fields]);
    const group = groups.get(key);
    if (group) group.recordIds.push(net.id);
    else groups.set(key, { net, recordIds: [net.id], fields });
  }
  return [...groups.values()];
}

type FieldsOf = (change: NetChange) => RecordValues;

const withValues: FieldsOf = ({ values }) => pick(values, (_name, value) => value !== null);

/** What a change event says of the record: all that has a value, what differs, or nothing. Each update tells its time. */
const FIELDS: Readonly<Record<ChangeType, FieldsOf>> = {
  CREATE: withValues,
  UNDELETE: withValues,
  UPDATE: ({ values, prior }) =>
    pick(values, (name, value) => name === 'LastModifiedDate' || value !== (prior?.[name] ?? null)),
  DELETE: () => ({}),
};

function pick(
  values: Readonly<RecordValues>,
  wanted: (name: string, value: FieldValue) => boolean,
): RecordValues {
  const picked = Object.entries(values).filter(([name, value]) => !LEFT_OUT.has(name) && wanted(name, value));
  return Object.fromEntries(picked);
}
