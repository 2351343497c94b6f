import { LightningElement, api } from 'lwc';
import type { AnalyticsItem } from 'shell/analytics';
import { messageOf } from 'shell/http';

interface ItemView {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly folder: string;
  readonly url: string;
}

const ALL_FOLDERS = '';

/** A list of reports or dashboards, with a search and a choice of folder. */
export default class ItemHome extends LightningElement {
  /** `Reports` */
  @api label = '';
  @api iconName = '';
  /** Object of the items: `Report`. */
  @api objectApiName = '';
  items: readonly AnalyticsItem[] | undefined;
  problem: string | undefined;
  folder = ALL_FOLDERS;
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
      .filter(({ folder }) => this.folder === ALL_FOLDERS || folder === this.folder)
      .filter(({ name, description }) => `${name} ${description ?? ''}`.toLowerCase().includes(term))
      .map(({ id, ...item }) => ({
        ...item,
        key: id,
        url: `/lightning/r/${this.objectApiName}/${id}/view`,
      }));
  }

  get folderOptions(): { label: string; value: string }[] {
    const names = [...new Set((this.items ?? []).map(({ folder }) => folder))].sort();
    return [
      { label: 'All Folders', value: ALL_FOLDERS },
      ...names.map((name) => ({ label: name, value: name })),
    ];
  }

  get hasFolders(): boolean {
    return this.folderOptions.length > 2;
  }

  get isEmpty(): boolean {
    return this.items !== undefined && this.shown.length === 0;
  }

  get emptyText(): string {
    const what = this.label.toLowerCase();
    return this.items?.length === 0 ? `There are no ${what} that you may see.` : `No ${what} match.`;
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

  handleFolder({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.folder = detail.value;
  }

  private async read(load: () => Promise<readonly AnalyticsItem[]>): Promise<void> {
    document.title = this.label;
    try {
      this.items = await load();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
