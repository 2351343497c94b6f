import type { NotificationEvent } from '../metadata/notification-events';
import type { Procedure } from '../procedure';
import { page, points, table } from './markdown';

/** The catalogue of notifications: docs/notifications.md. */
export function writeNotifications({ events, flows, approvals, permissions }: Procedure): string {
  const sources = new Map([...flows, ...approvals].map(({ name, label }) => [name, label]));
  const senders = flows.filter(({ takesEvent }) => takesEvent);
  const held = [...permissions.values()].filter(({ name }) =>
    senders.some(({ formulas, literals }) =>
      [...formulas.values(), ...literals].includes(`$Permission.${name}`),
    ),
  );
  return page([
    '# Notifications',
    'Written from the records of `Notification_Event__mdt` by `npm run procedure`, and compared with what flows send: change the metadata, not this page.',
    table(
      ['event', 'when', 'to', 'by', 'in a load of many records', 'sent by'],
      events.map((event) => [
        event.active ? event.label : `${event.label} (switched off)`,
        event.condition,
        event.recipients,
        event.channel,
        IN_BULK[event.inBulk] ?? event.inBulk,
        `${sources.get(event.source) ?? event.source} (\`${event.source}\`)`,
      ]),
    ),
    '## How they are sent',
    points([
      ...senders.map(({ description }) => description),
      ...held.map(({ label, description }) => `${label}: ${description}`),
      ...digests(events, flows),
    ]),
  ]);
}

/** What happens to an event when one user writes many records with single notifications held back. */
const IN_BULK: Readonly<Record<string, string>> = {
  Sent: 'sent',
  Digest: 'in the daily digest',
  Nothing: 'nothing',
};

/** The flows that mail by themselves, with no sender between: the digest. */
function digests(events: readonly NotificationEvent[], flows: Procedure['flows']): readonly string[] {
  return flows
    .filter(({ takesEvent, notificationActions }) => !takesEvent && notificationActions.length > 0)
    .filter(({ name }) => events.some(({ source }) => source === name))
    .map(({ label, description }) => `${label}: ${description}`);
}
