import { ApiError, datetimeToEpochMs, isRecordId, recordIdFromSequence } from '../../../core';
import type { Message } from '../../../outbox';
import type { RestRequest } from '../../http/resource';
import { isJsonObject } from '../../rest/record-input';
import { listParameter, numberParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import type { UiResource } from '../request/ui-resource';
import { isoInstant } from '../values/field-value';

/** Notifications are kept for as long as the outbox; the latest are answered. */
const MAX_NOTIFICATIONS = 2_000;
const SIZE = { fallback: 10, min: 1, max: 50 };

/** What a user has done with a notification. */
interface NotificationState {
  readonly read: boolean;
  readonly seen: boolean;
}

const NEW: NotificationState = { read: false, seen: false };

/**
 * The user's notifications, which are those of the org's outbox.
 * @see https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_notifications_list.htm
 */
export const NOTIFICATION_RESOURCES: readonly UiResource[] = [
  { path: '/connect/notifications', GET: getAll, PATCH: patchAll },
  { path: '/connect/notifications/status', GET: getStatus },
  { path: '/connect/notifications/:id', GET: getOne, PATCH: patchOne },
];

/** `?size=10&before=2026-11-22T11:01:25.000Z&after=...` */
function getAll(ui: UiRequest, { query }: RestRequest): unknown {
  const before = Date.parse(query.get('before') ?? '');
  const after = Date.parse(query.get('after') ?? '');
  const messages = messagesOf(ui).filter(({ sentDate }) => {
    const sent = datetimeToEpochMs(sentDate);
    return (Number.isNaN(before) || sent < before) && (Number.isNaN(after) || sent > after);
  });
  const states = statesOf(ui);
  const shown = messages.slice(0, numberParameter(query, 'size', SIZE));
  return { notifications: shown.map((message) => representation(ui, message, states)) };
}

/** `{ read: true, notificationIds: [...] }`, or `before` a date: marks notifications as read or seen. */
function patchAll(ui: UiRequest, { body, query }: RestRequest): unknown {
  const input = bodyOf(body.json());
  const given = input['notificationIds'];
  const ids = Array.isArray(given)
    ? (given as unknown[]).map(String)
    : listParameter(query, 'notificationIds');
  const before = Date.parse(String(input['before'] ?? ''));
  const marked = messagesOf(ui).filter(
    (message) =>
      (ids.length === 0 || ids.includes(idOf(message))) &&
      (Number.isNaN(before) || datetimeToEpochMs(message.sentDate) < before),
  );
  for (const message of marked) mark(ui, message, input);
  const states = statesOf(ui);
  return { notifications: marked.map((message) => representation(ui, message, states)) };
}

/** How many notifications are new to the user. */
function getStatus(ui: UiRequest): unknown {
  const messages = messagesOf(ui);
  const states = statesOf(ui);
  const count = (property: keyof NotificationState): number =>
    messages.filter((message) => !stateOf(states, message)[property]).length;
  const [latest] = messages;
  return {
    lastActivity: latest ? isoInstant(latest.sentDate) : null,
    oldestUnread: lastUnread(messages, states),
    oldestUnseen: null,
    unreadCount: count('read'),
    unseenCount: count('seen'),
  };
}

function getOne(ui: UiRequest, request: RestRequest): unknown {
  return representation(ui, requireMessage(ui, request), statesOf(ui));
}

function patchOne(ui: UiRequest, request: RestRequest): unknown {
  mark(ui, requireMessage(ui, request), bodyOf(request.body.json()));
  return getOne(ui, request);
}

/** The latest first. */
function messagesOf({ deps, context }: UiRequest): Message[] {
  return deps.org.outbox
    .list({ kind: 'notification', recipient: context.user.id, limit: MAX_NOTIFICATIONS })
    .reverse();
}

function requireMessage(ui: UiRequest, { parameters }: RestRequest): Message {
  const message = messagesOf(ui).find((entry) => idOf(entry) === parameters['id']);
  if (!message) throw new ApiError('NOT_FOUND', 'The requested notification does not exist');
  return message;
}

function idOf({ id }: Message): string {
  return recordIdFromSequence('0MZ', id);
}

function statesOf({ userState, context }: UiRequest): ReadonlyMap<string, unknown> {
  return userState.all(context.user.id, 'notification');
}

function stateOf(states: ReadonlyMap<string, unknown>, message: Message): NotificationState {
  return (states.get(idOf(message)) as NotificationState | undefined) ?? NEW;
}

function mark(ui: UiRequest, message: Message, input: Readonly<Record<string, unknown>>): void {
  const state = stateOf(statesOf(ui), message);
  const read = typeof input['read'] === 'boolean' ? input['read'] : state.read;
  const seen = typeof input['seen'] === 'boolean' ? input['seen'] : state.seen;
  // What was read was seen.
  ui.userState.set(ui.context.user.id, 'notification', idOf(message), { read, seen: seen || read });
}

function lastUnread(messages: readonly Message[], states: ReadonlyMap<string, unknown>): string | null {
  const unread = messages.filter((message) => !stateOf(states, message).read).at(-1);
  return unread ? isoInstant(unread.sentDate) : null;
}

function bodyOf(body: unknown): Readonly<Record<string, unknown>> {
  if (isJsonObject(body)) return body;
  throw new ApiError('JSON_PARSER_ERROR', 'The request body must be an object');
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_responses_notification.htm */
function representation(
  ui: UiRequest,
  message: Message,
  states: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const sent = isoInstant(message.sentDate);
  const target = message.relatedRecordId;
  const [, typeId = null] = /\s(\w{15,18})$/.exec(message.source) ?? [];
  const { read, seen } = stateOf(states, message);
  return {
    additionalData: null,
    communityId: 'all',
    communityName: null,
    count: 1,
    id: idOf(message),
    image: null,
    lastModified: sent,
    messageBody: message.body,
    messageTitle: message.subject,
    mostRecentActivityDate: sent,
    organizationId: ui.deps.org.info.id,
    read,
    recipientId: ui.context.user.id,
    seen,
    target,
    targetPageRef:
      target === null
        ? null
        : JSON.stringify({
            type: 'standard__recordPage',
            attributes: { recordId: target, actionName: 'view' },
          }),
    type: typeId !== null && isRecordId(typeId) ? typeId : null,
    url: `/services/data/v${ui.context.apiVersion}.0/connect/notifications/${idOf(message)}`,
  };
}
