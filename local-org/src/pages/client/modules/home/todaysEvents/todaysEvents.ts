import { LightningElement, api } from 'lwc';
import { eventView, loadEvents, type EventView } from 'shell/events';
import { messageOf } from 'shell/http';

const MAX_EVENTS = 10;

/** The events of the user that take place today. */
export default class TodaysEvents extends LightningElement {
  @api label = "Today's Events";
  items: readonly EventView[] | undefined;
  problem: string | undefined;

  get isLoading(): boolean {
    return this.items === undefined;
  }

  get isEmpty(): boolean {
    return this.items?.length === 0;
  }

  override connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const events = await loadEvents('ActivityDate = TODAY', MAX_EVENTS);
      this.items = events.map(eventView);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
