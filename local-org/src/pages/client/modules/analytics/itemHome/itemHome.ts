import { LightningElement, api } from 'lwc';
import type { AnalyticsItem } from 'shell/analytics';
import { messageOf } from 'shell/http';

interface ItemView {
  readonly key: string;
  readonly name: string;
  readonly url: string;
}

/**
 * A list of reports or dashboards with a search.
 *
 * DEVIATION: all that the user may see stand in one list; folders cannot be opened.
 */
export default class ItemHome extends LightningElement {
  /** `Reports` */
  @api label = '';
  @api iconName = '';
  /** Object of the items: `Report`. */
  @api objectApiName = '';
  items: readonly AnalyticsItem[] | undefined;
  problem: string | undefined;
  private term = '';

  /** Reads the items. */
  @api get load(): (() => Promise<readonly AnalyticsItem[]>) | undefined {
    return undefined;
  }
  set load(load: (() => Promise<readonly AnalyticsItem[]>) | undefined) {
    if (load) void this.read(load);
  }

  get isLoading(): boolean {
    return this.items === undefined && this.problem === undefined;
  }

  get shown(): ItemView[] {
    const term = this.term.toLowerCase();
    return (this.items ?? [])
      .filter(({ name }) => name.toLowerCase().includes(term))
      .map(({ id, name }) => ({ key: id, name, url: `/lightning/r/${this.objectApiName}/${id}/view` }));
  }

  get countText(): string {
    const { length } = this.shown;
    return `${length} ${length === 1 ? 'item' : 'items'}`;
  }

  get searchText(): string {
    return `Search ${this.label.toLowerCase()}...`;
  }

  handleSearch({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.term = detail.value;
  }

  private async read(load: () => Promise<readonly AnalyticsItem[]>): Promise<void> {
    document.title = this.label;
    try {
      const items = await load();
      this.items = [...items].sort((a, b) => a.name.localeCompare(b.name));
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
