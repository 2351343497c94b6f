import type { Flow } from '../metadata/flows';
import type { NotificationEvent } from '../metadata/notification-events';
import type { Procedure } from '../procedure';

/** Events that nothing sends, and notifications that the catalogue does not list. */
export function checkNotifications(procedure: Procedure): readonly string[] {
  const { events, flows } = procedure;
  const catalogue = new Map(events.map((event) => [event.name, event]));
  return [
    ...events
      .filter((event) => !isSent(event, procedure))
      .map((event) => `event ${event.name}: ${event.source || 'nothing'} does not send it`),
    ...flows.flatMap((flow) =>
      [
        ...[...flow.sends, ...flow.looksUpEvents]
          .filter((name) => catalogue.get(name)?.source !== flow.name)
          .map((name) => `sends ${name}, which the catalogue does not list for it`),
        ...unlisted(flow).map((action) => `${action} belongs to no event`),
      ].map((problem) => `flow ${flow.name}: ${problem}`),
    ),
  ];
}

/** Whether the source of an event, a flow or an approval process, sends it. */
function isSent(event: NotificationEvent, { flows, approvals }: Procedure): boolean {
  const flow = flows.find(({ name }) => name === event.source);
  if (!flow) return approvals.some(({ name, mailsApprovers }) => name === event.source && mailsApprovers);
  if (flow.sends.includes(event.name)) return true;
  if (!flow.looksUpEvents.includes(event.name)) return false;
  return event.channel === 'Task' ? flow.creates.has('Task') : flow.notificationActions.length > 0;
}

/** Actions of a flow that reach a person though it neither names an event nor is given one. */
function unlisted({ takesEvent, looksUpEvents, notificationActions }: Flow): readonly string[] {
  return takesEvent || looksUpEvents.length > 0 ? [] : notificationActions;
}
