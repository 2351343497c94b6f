import { LightningElement, api } from 'lwc';
import { messageOf, request, UI_API } from 'shell/http';
import {
  loadListInfo,
  loadLists,
  RECENT_LIST,
  type ListInfoRepresentation,
  type ListOrder,
  type ListSummaryRepresentation,
} from 'shell/lists';
import { objectIcon } from 'shell/objectIcons';
import { navigate, type PageReference } from 'shell/router';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';

/** What shows the records of a list: as rows, or in columns by a picklist. */
interface ListDisplay extends HTMLElement {
  refresh(): Promise<void>;
}

const SEARCH_DELAY_MS = 300;

/** The home of an object: one of its list views at a time, with a picker of the others. */
export default class ObjectHome extends LightningElement {
  objectInfo: ObjectInfoRepresentation | undefined;
  lists: readonly ListSummaryRepresentation[] = [];
  listInfo: ListInfoRepresentation | undefined;
  problem: string | undefined;
  searchTerm = '';
  display: 'table' | 'kanban' = 'table';
  areFiltersShown = false;
  private countText = '';
  private order: ListOrder | undefined;
  private selectedCount = 0;
  private shownReference: PageReference | undefined;
  private searchTimer = 0;

  /** The page: object, and the list in `filterName` of its state. */
  @api get reference(): PageReference | undefined {
    return this.shownReference;
  }
  set reference(reference: PageReference | undefined) {
    const before = this.shownReference;
    this.shownReference = reference;
    if (before?.attributes?.['objectApiName'] !== this.objectApiName) this.forget();
    void this.load();
  }

  get isLoading(): boolean {
    return this.listInfo === undefined;
  }

  get objectLabel(): string {
    return this.objectInfo?.labelPlural ?? '';
  }

  get iconName(): string {
    return objectIcon(this.objectInfo);
  }

  get listName(): string {
    return this.shownReference?.state?.['filterName'] ?? RECENT_LIST;
  }

  get canCreate(): boolean {
    return this.objectInfo?.createable === true;
  }

  get isKanban(): boolean {
    return this.display === 'kanban';
  }

  get canSearch(): boolean {
    return !this.isKanban && this.listInfo?.searchable !== false;
  }

  get displayIcon(): string {
    return this.isKanban ? 'utility:kanban' : 'utility:table';
  }

  get filterVariant(): string {
    return this.areFiltersShown ? 'brand' : 'border-filled';
  }

  /** `12 items • Sorted by Name • Filtered by My deals - Amount` */
  get summary(): string {
    const { listInfo, order } = this;
    if (!listInfo) return '';
    const column = listInfo.displayColumns.find(({ fieldApiName }) => fieldApiName === order?.fieldApiName);
    const filters = listInfo.filteredByInfo.map(({ label }) => label);
    return [
      this.countText,
      column && !this.isKanban ? `Sorted by ${column.label}` : '',
      `Filtered by ${[listInfo.scope.label, ...filters].join(' - ')}`,
      this.selectedCount > 0 ? `${this.selectedCount} selected` : '',
    ]
      .filter((text) => text !== '')
      .join(' • ');
  }

  handleListSelect({ detail }: CustomEvent<string>): void {
    this.showList(detail);
  }

  handleNew(): void {
    const attributes = { objectApiName: this.objectApiName, actionName: 'new' };
    navigate({ type: 'standard__objectPage', attributes });
  }

  /** The list is asked when the typing pauses. */
  handleSearch({ detail }: CustomEvent<{ readonly value: string }>): void {
    clearTimeout(this.searchTimer);
    this.searchTimer = window.setTimeout(() => (this.searchTerm = detail.value.trim()), SEARCH_DELAY_MS);
  }

  handleDisplay({ detail }: CustomEvent<{ readonly value: 'table' | 'kanban' }>): void {
    this.display = detail.value;
  }

  handleFilters(): void {
    this.areFiltersShown = !this.areFiltersShown;
  }

  handleEditFilters(): void {
    this.areFiltersShown = true;
  }

  /** Shows what the list view is now: the same with other content, or a new one. */
  handleSaved({ detail }: CustomEvent<ListInfoRepresentation>): void {
    const { listViewApiName } = detail.listReference;
    if (listViewApiName === this.listInfo?.listReference.listViewApiName) {
      this.show(detail);
      void this.loadLists();
    } else {
      this.lists = [];
      this.areFiltersShown = true;
      this.showList(listViewApiName);
    }
  }

  handleDeleted(): void {
    this.lists = [];
    this.showList(RECENT_LIST);
  }

  handleLoaded({ detail }: CustomEvent<{ readonly count: number; readonly hasMore: boolean }>): void {
    const { count, hasMore } = detail;
    this.countText = `${count}${hasMore ? '+' : ''} ${count === 1 && !hasMore ? 'item' : 'items'}`;
  }

  handleSort({ detail }: CustomEvent<ListOrder>): void {
    this.order = detail;
  }

  handleSelection({ detail }: CustomEvent<readonly string[]>): void {
    this.selectedCount = detail.length;
  }

  async handleRefresh(): Promise<void> {
    await this.template?.querySelector<ListDisplay>('[data-display]')?.refresh();
  }

  private showList(filterName: string): void {
    navigate({
      type: 'standard__objectPage',
      attributes: { objectApiName: this.objectApiName, actionName: 'list' },
      state: { filterName },
    });
  }

  private get objectApiName(): string {
    return this.shownReference?.attributes?.['objectApiName'] ?? '';
  }

  private forget(): void {
    this.objectInfo = undefined;
    this.lists = [];
    this.display = 'table';
  }

  private async load(): Promise<void> {
    const { objectApiName, listName, shownReference } = this;
    this.listInfo = undefined;
    this.problem = undefined;
    this.searchTerm = '';
    this.countText = '';
    this.selectedCount = 0;
    try {
      const [objectInfo, lists, listInfo] = await Promise.all([
        this.objectInfo ?? request<ObjectInfoRepresentation>(`${UI_API}/object-info/${objectApiName}`),
        this.lists.length > 0 ? this.lists : loadLists(objectApiName),
        loadListInfo(objectApiName, listName),
      ]);
      if (shownReference !== this.shownReference) return;
      this.objectInfo = objectInfo;
      this.lists = lists;
      this.show(listInfo);
    } catch (error) {
      if (shownReference === this.shownReference) this.problem = messageOf(error);
    }
  }

  private show(listInfo: ListInfoRepresentation): void {
    this.listInfo = listInfo;
    [this.order] = listInfo.orderedByInfo;
    document.title = `${listInfo.label} | ${this.objectLabel}`;
  }

  private async loadLists(): Promise<void> {
    try {
      this.lists = await loadLists(this.objectApiName);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
