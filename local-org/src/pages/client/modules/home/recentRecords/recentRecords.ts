import { LightningElement, api } from 'lwc';
import { messageOf } from 'shell/http';
import { loadRecentItems } from 'shell/lists';

interface RecentView {
  readonly key: string;
  readonly name: string;
  readonly url: string;
}

const DEFAULT_COUNT = 5;

/** The records that the user viewed last. */
export default class RecentRecords extends LightningElement {
  @api label = 'Recent Records';
  /** How many; a text when the page's designer has set it. */
  @api numRecordsToShow: string | number = DEFAULT_COUNT;
  items: readonly RecentView[] | undefined;
  problem: string | undefined;

  get isLoading(): boolean {
    return this.items === undefined && this.problem === undefined;
  }

  get isEmpty(): boolean {
    return this.items?.length === 0;
  }

  override connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const items = await loadRecentItems(Number(this.numRecordsToShow) || DEFAULT_COUNT);
      this.items = items.map(({ Id, Name, attributes }) => ({
        key: Id,
        name: Name,
        url: `/lightning/r/${attributes.type}/${Id}/view`,
      }));
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
