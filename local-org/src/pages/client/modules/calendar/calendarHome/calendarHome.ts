import { LightningElement, api } from 'lwc';
import { context } from 'shell/context';
import { dayOf, type Day } from 'shell/days';
import { eventView, loadEvents, type EventRecord, type EventView } from 'shell/events';
import { messageOf } from 'shell/http';
import { loadObjectInfo } from 'shell/objectInfos';
import { navigate, type PageReference } from 'shell/router';
import { addDays, daysText, weekOf } from './week';

interface DayView {
  readonly day: Day;
  readonly heading: string;
  readonly classes: string;
  readonly current: 'date' | null;
  readonly events: readonly EventView[];
}

const OBJECT = 'Event';
const MAX_EVENTS = 2000;
const DAYS_IN_WEEK = 7;

/**
 * The calendar of the user, a week at a time.
 *
 * DEVIATION: the platform also shows days and months, and calendars of others.
 */
export default class CalendarHome extends LightningElement {
  @api reference: PageReference | undefined;
  canCreate = false;
  problem: string | undefined;
  private readonly today = dayOf(new Date());
  private shownDay = this.today;
  private events: readonly EventRecord[] | undefined;

  get isLoading(): boolean {
    return this.events === undefined && this.problem === undefined;
  }

  /** `Nov 29 – Dec 5, 2026` */
  get rangeText(): string {
    return daysText(this.week, context.user.locale, { dateStyle: 'medium' });
  }

  get days(): DayView[] {
    const { locale } = context.user;
    return this.week.map((day) => ({
      day,
      heading: daysText([day], locale, { weekday: 'short', day: 'numeric', month: 'short' }),
      classes: `local-org-calendar__day${day === this.today ? ' local-org-calendar__day_today' : ''}`,
      current: day === this.today ? 'date' : null,
      events: (this.events ?? []).filter((event) => takesPlaceOn(event, day)).map(eventView),
    }));
  }

  override connectedCallback(): void {
    document.title = 'Calendar';
    void this.load();
    void this.readRights();
  }

  handlePrevious(): void {
    this.show(addDays(this.shownDay, -DAYS_IN_WEEK));
  }

  handleToday(): void {
    this.show(this.today);
  }

  handleNext(): void {
    this.show(addDays(this.shownDay, DAYS_IN_WEEK));
  }

  handleRefresh(): void {
    void this.load();
  }

  handleNew(): void {
    navigate({ type: 'standard__objectPage', attributes: { objectApiName: OBJECT, actionName: 'new' } });
  }

  private get week(): Day[] {
    return weekOf(this.shownDay, context.user.locale);
  }

  private show(day: Day): void {
    this.shownDay = day;
    this.events = undefined;
    void this.load();
  }

  private async load(): Promise<void> {
    const shown = this.shownDay;
    const days = this.week;
    // Days begin at different moments around the world: a day more on each side, of which the view takes its own.
    const [start, end] = [addDays(days[0] ?? shown, -1), addDays(days.at(-1) ?? shown, 2)];
    const condition = `StartDateTime < ${end}T00:00:00Z AND EndDateTime >= ${start}T00:00:00Z`;
    try {
      const events = await loadEvents(condition, MAX_EVENTS);
      if (shown !== this.shownDay) return;
      this.events = events;
      this.problem = undefined;
    } catch (error) {
      if (shown === this.shownDay) this.problem = messageOf(error);
    }
  }

  private async readRights(): Promise<void> {
    const info = await loadObjectInfo(OBJECT).catch(() => undefined);
    this.canCreate = info?.createable === true;
  }
}

function takesPlaceOn({ IsAllDayEvent, StartDateTime, EndDateTime }: EventRecord, day: Day): boolean {
  if (StartDateTime === null) return false;
  const timeZone = IsAllDayEvent ? 'UTC' : context.user.timeZone;
  const first = dayOf(new Date(StartDateTime), timeZone);
  const last = dayOf(new Date(EndDateTime ?? StartDateTime), timeZone);
  return first <= day && day <= last;
}
