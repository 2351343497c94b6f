import { context } from 'shell/context';
import { literal, queryRecords, type QueriedRecord } from 'shell/queries';

/** An event of the user's calendar. */
export interface EventRecord extends QueriedRecord {
  readonly Subject: string | null;
  /** Of an event of whole days: midnight UTC of its first day. */
  readonly StartDateTime: string | null;
  readonly EndDateTime: string | null;
  readonly IsAllDayEvent: boolean;
  readonly Location: string | null;
}

/** An event as lists show it. */
export interface EventView {
  readonly key: string;
  readonly subject: string;
  readonly url: string;
  /** `10:00 AM - 11:00 AM`, or that it takes the whole day. */
  readonly time: string;
  readonly place: string | null;
}

/** The events of the user that meet a condition of SOQL, in the order of their start. */
export function loadEvents(condition: string, limit: number): Promise<readonly EventRecord[]> {
  return queryRecords<EventRecord>(
    'SELECT Id, Subject, StartDateTime, EndDateTime, IsAllDayEvent, Location FROM Event' +
      ` WHERE OwnerId = ${literal(context.user.id)} AND ${condition} ORDER BY StartDateTime, Id LIMIT ${limit}`,
  );
}

/** How an event is shown. */
export function eventView(event: EventRecord): EventView {
  return {
    key: event.Id,
    subject: event.Subject ?? 'Event',
    url: `/lightning/r/Event/${event.Id}/view`,
    time: timeText(event),
    place: event.Location,
  };
}

function timeText({ IsAllDayEvent, StartDateTime, EndDateTime }: EventRecord): string {
  if (IsAllDayEvent) return 'All Day';
  const { locale, timeZone } = context.user;
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  return [StartDateTime, EndDateTime]
    .flatMap((time) => (time === null ? [] : [format.format(new Date(time))]))
    .join(' - ');
}
