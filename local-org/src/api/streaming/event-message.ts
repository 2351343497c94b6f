import { createHash } from 'node:crypto';
import type { AccessControl } from '../../access';
import type { FieldValue } from '../../core';
import { isSystemTopic, type ChangeEventHeader, type EventMessage } from '../../events';
import type { RunningUser } from '../../execution';
import { changedObjectName, type Field, type Schema, type SObjectType } from '../../schema';
import type { BayeuxReply } from './bayeux-message';

/** What messages are written with. */
export interface MessageServices {
  schema(): Schema;
  readonly access: AccessControl;
}

type Payload = Readonly<Record<string, unknown>>;

/** Lists of the header that only Pub/Sub API has. */
const PUB_SUB_ONLY: ReadonlySet<string> = new Set(['nulledFields', 'diffFields']);
/** Length of the id of a schema. */
const SCHEMA_ID_LENGTH = 22;

/**
 * An event as subscribers of a channel get it.
 *
 * `{ channel: '/event/Order__e', data: { schema: 'dff...', payload: { Number__c: 5 }, event: { replayId: 2 } } }`
 * @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_subscribe_cometd.htm
 */
export function eventMessage(
  services: MessageServices,
  user: RunningUser,
  channel: string,
  event: EventMessage,
): BayeuxReply {
  if (isSystemTopic(event.topic)) return { channel, data: systemData(event) };
  const objectName = changedObjectName(event.topic);
  const type = services.schema().find(objectName ?? event.topic);
  const payload =
    objectName === undefined ? platformEvent(type, event) : changeEvent(services, user, type, event);
  const { replayId, eventUuid: EventUuid } = event;
  return { channel, data: { schema: schemaId(event.topic, type), payload, event: { EventUuid, replayId } } };
}

/** System topics name the record only; clients read it. */
function systemData({ createdMs, payload, replayId }: EventMessage): Payload {
  return {
    event: { createdDate: instantText(createdMs), replayId, type: 'created' },
    sobject: { Id: payload['Id'] },
  };
}

/** All fields, also those without a value. */
function platformEvent(type: SObjectType | undefined, event: EventMessage): Payload {
  const custom = (type?.fields ?? []).filter((field) => field.custom);
  return {
    CreatedDate: instantText(event.createdMs),
    CreatedById: event.createdById,
    ...Object.fromEntries(
      custom.map((field) => [field.name, jsonValue(field, event.payload[field.name] as FieldValue)]),
    ),
  };
}

/** The fields that the subscriber may read. */
function changeEvent(
  { access }: MessageServices,
  user: RunningUser,
  type: SObjectType | undefined,
  { payload }: EventMessage,
): Payload {
  const readable = (name: string): boolean =>
    type !== undefined && access.fieldAccess(user, type.name, name).read;
  const { ChangeEventHeader: held, ...fields } = payload;
  const header = held as ChangeEventHeader;
  const values = Object.entries(fields).flatMap(([name, value]): [string, unknown][] =>
    readable(name) ? [[name, jsonValue(type?.field(name), value as FieldValue)]] : [],
  );
  return {
    ...Object.fromEntries(values),
    ChangeEventHeader: {
      ...Object.fromEntries(Object.entries(header).filter(([name]) => !PUB_SUB_ONLY.has(name))),
      changedFields: header.changedFields.filter(readable),
    },
  };
}

function jsonValue(field: Field | undefined, value: FieldValue | undefined): unknown {
  if (field?.type === 'datetime' && typeof value === 'string')
    return instantText(Date.parse(value.replace(/\+0000$/, 'Z')));
  return value ?? null;
}

/** `2026-01-15T12:00:00Z`; milliseconds only where there are any. */
function instantText(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** Names the fields of an event: it changes when they do. */
function schemaId(topic: string, type: SObjectType | undefined): string {
  const fields = (type?.fields ?? []).map(({ name, type: fieldType }) => `${name}:${fieldType}`);
  const digest = createHash('sha256').update([topic, ...fields].join('\n'));
  return digest.digest('base64url').slice(0, SCHEMA_ID_LENGTH);
}
