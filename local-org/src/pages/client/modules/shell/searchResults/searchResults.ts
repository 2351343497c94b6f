import { LightningElement, api } from 'lwc';
import { messageOf } from 'shell/http';
import { findGroups, type FoundGroup } from './findGroups';

interface GroupView extends FoundGroup {
  readonly countText: string;
  readonly canExpand: boolean;
}

/** Records of an object that are shown at first. */
const FIRST_RECORDS = 5;

/** All records that a search finds, by object, with the fields of their compact layouts. */
export default class SearchResults extends LightningElement {
  static renderMode = 'light' as const;

  errorText: string | undefined;
  isSearching = false;
  private found: readonly FoundGroup[] = [];
  private expanded: readonly string[] = [];
  private searchedTerm = '';

  @api get term(): string {
    return this.searchedTerm;
  }
  set term(term: string) {
    this.searchedTerm = term;
    void this.search(term);
  }

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  get groups(): GroupView[] {
    return this.found.map((group) => {
      const isExpanded = this.expanded.includes(group.object);
      const { length } = group.records;
      return {
        ...group,
        records: isExpanded ? group.records : group.records.slice(0, FIRST_RECORDS),
        countText: `${length}${group.hasMore ? '+' : ''}`,
        canExpand: !isExpanded && length > FIRST_RECORDS,
      };
    });
  }

  handleMore({ currentTarget }: Event): void {
    const { object } = (currentTarget as HTMLElement).dataset;
    if (object !== undefined) this.expanded = [...this.expanded, object];
  }

  private async search(term: string): Promise<void> {
    this.found = [];
    this.expanded = [];
    this.errorText = undefined;
    this.isSearching = true;
    try {
      const found = term.trim() === '' ? [] : await findGroups(term);
      if (term === this.searchedTerm) this.found = found;
    } catch (error) {
      if (term === this.searchedTerm) this.errorText = messageOf(error);
    }
    if (term === this.searchedTerm) this.isSearching = false;
  }
}
