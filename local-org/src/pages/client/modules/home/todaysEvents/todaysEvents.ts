import { LightningElement, api } from 'lwc';
import { context } from 'shell/context';
import { messageOf } from 'shell/http';
import { literal, queryRecords, type QueriedRecord } from 'shell/queries';

interface EventRecord extends QueriedRecord {
  readonly Subject: string | null;
  readonly StartDateTime: string | null;
  readonly EndDateTime: string | null;
  readonly IsAllDayEvent: boolean;
  readonly Location: string | null;
}

interface EventView {
  readonly key: string;
  readonly subject: string;
  readonly url: string;
  readonly time: string;
  readonly place: string | null;
}

const MAX_EVENTS = 10;

/** The events of the user that take place today. */
export default class TodaysEvents extends LightningElement {
  @api label = "Today's Events";
  problem: string | undefined;
  private events: readonly EventRecord[] | undefined;

  get isLoading(): boolean {
    return this.events === undefined;
  }

  get isEmpty(): boolean {
    return this.events?.length === 0;
  }

  get items(): EventView[] {
    return (this.events ?? []).map((event) => ({
      key: event.Id,
      subject: event.Subject ?? 'Event',
      url: `/lightning/r/Event/${event.Id}/view`,
      time: timeText(event),
      place: event.Location,
    }));
  }

  override connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const soql =
      'SELECT Id, Subject, StartDateTime, EndDateTime, IsAllDayEvent, Location FROM Event' +
      ` WHERE OwnerId = ${literal(context.user.id)} AND ActivityDate = TODAY` +
      ` ORDER BY StartDateTime, Id LIMIT ${MAX_EVENTS}`;
    try {
      this.events = await queryRecords<EventRecord>(soql);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

function timeText({ IsAllDayEvent, StartDateTime, EndDateTime }: EventRecord): string {
  if (IsAllDayEvent) return 'All Day';
  const { locale, timeZone } = context.user;
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  return [StartDateTime, EndDateTime]
    .flatMap((time) => (time === null ? [] : [format.format(new Date(time))]))
    .join(' - ');
}
