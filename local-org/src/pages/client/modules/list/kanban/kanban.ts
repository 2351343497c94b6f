import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { updateRecord } from 'lightning/uiRecordApi';
import { messageOf, saveMessageOf } from 'shell/http';
import {
  loadListGroups,
  loadListRecords,
  type ListGroupRepresentation,
  type ListInfoRepresentation,
} from 'shell/lists';
import type { RecordRepresentation } from 'shell/records';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';
import {
  groupField,
  kanbanCard,
  moveCard,
  sumField,
  type KanbanCard,
  type KanbanColumn,
} from './kanbanBoard';

/** A column as the page shows it. */
interface ColumnView {
  readonly key: string;
  readonly heading: string;
  readonly sum: number | null;
  readonly hasSum: boolean;
  readonly icon: string | undefined;
  readonly iconText: string;
  readonly hasMore: boolean;
  readonly moreText: string;
  readonly classes: string;
  readonly cards: readonly KanbanCard[];
}

/** Cards of a column that are read at once. */
const PAGE_SIZE = 25;
const MOVES: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * The records of a list in columns by a picklist, with counts and sums over the whole list. A card is moved by dragging
 * it, or with Ctrl and an arrow key; the org may refuse the move, as any other save. Fires `loaded`.
 *
 * DEVIATION: the field that groups and the one that is summed follow from the list; the platform lets them be chosen.
 */
export default class Kanban extends LightningElement {
  @api objectInfo: ObjectInfoRepresentation | undefined;
  errorText: string | undefined;
  isLoading = true;
  announcement = '';
  private board: readonly KanbanColumn[] = [];
  private shownList: ListInfoRepresentation | undefined;
  private dragged: string | undefined;
  private dropTarget: string | undefined;
  private focusCard: string | undefined;

  @api get listInfo(): ListInfoRepresentation | undefined {
    return this.shownList;
  }
  set listInfo(listInfo: ListInfoRepresentation | undefined) {
    this.shownList = listInfo;
    void Promise.resolve().then(() => this.load());
  }

  /** Reads the records anew. */
  @api refresh(): Promise<void> {
    return this.load();
  }

  get group(): string | undefined {
    return this.shownList && this.objectInfo && groupField(this.shownList, this.objectInfo);
  }

  get columns(): ColumnView[] {
    const { shownList, objectInfo, group } = this;
    if (!shownList || !objectInfo || group === undefined) return [];
    const nameField = objectInfo.nameFields.includes('Name') ? 'Name' : (objectInfo.nameFields[0] ?? 'Name');
    return this.board.map(({ value, label, count, sum, closed, won, records, nextToken }) => {
      const key = value ?? '';
      const isTarget = key === this.dropTarget;
      return {
        key,
        heading: `${label} (${count})`,
        sum,
        hasSum: sum !== null,
        icon: won ? 'utility:success' : closed ? 'utility:ban' : undefined,
        iconText: won ? 'Closed and won' : 'Closed',
        hasMore: nextToken !== null,
        moreText: `Show more of ${label}`,
        classes: `local-org-kanban__column${isTarget ? ' local-org-kanban__column_over' : ''}`,
        cards: records.map((record) => kanbanCard(record, shownList, nameField, group)),
      };
    });
  }

  renderedCallback(): void {
    if (this.focusCard === undefined) return;
    this.template?.querySelector<HTMLElement>(`[data-id="${this.focusCard}"]`)?.focus();
    this.focusCard = undefined;
  }

  handleDragStart(event: DragEvent): void {
    this.dragged = (event.currentTarget as HTMLElement).dataset['id'];
    event.dataTransfer?.setData('text/plain', this.dragged ?? '');
  }

  handleDragOver(event: DragEvent): void {
    event.preventDefault();
    this.dropTarget = (event.currentTarget as HTMLElement).dataset['key'];
  }

  handleDragEnd(): void {
    this.dragged = undefined;
    this.dropTarget = undefined;
  }

  handleDrop(event: DragEvent): void {
    event.preventDefault();
    const { key } = (event.currentTarget as HTMLElement).dataset;
    if (this.dragged !== undefined && key !== undefined) void this.move(this.dragged, key);
    this.handleDragEnd();
  }

  handleKey(event: KeyboardEvent): void {
    const step = event.ctrlKey ? MOVES[event.key] : undefined;
    const { id } = (event.currentTarget as HTMLElement).dataset;
    if (step === undefined || id === undefined) return;
    event.preventDefault();
    const current = this.board.findIndex(({ records }) => records.some((record) => record.id === id));
    const next = this.board[current + step];
    if (next) void this.move(id, next.value ?? '');
  }

  async handleMore(event: Event): Promise<void> {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const column = this.board.find(({ value }) => (value ?? '') === key);
    if (!column) return;
    try {
      const { records, nextToken } = await this.loadCards(column, column.nextToken ?? undefined);
      // Cards may have been moved meanwhile.
      const known = new Set(this.board.flatMap((each) => each.records.map(({ id }) => id)));
      const more = records.filter(({ id }) => !known.has(id));
      this.board = this.board.map((each) =>
        each.value === column.value ? { ...each, records: [...each.records, ...more], nextToken } : each,
      );
      this.focusCard = more[0]?.id;
    } catch (error) {
      this.dispatchEvent(
        new ShowToastEvent({ title: 'More could not be read', message: messageOf(error), variant: 'error' }),
      );
    }
  }

  /** The card moves at once, and back when the org refuses. Counts and sums come from the org. */
  private async move(recordId: string, key: string): Promise<void> {
    const { group, board } = this;
    const origin = board.find(({ records }) => records.some(({ id }) => id === recordId));
    const target = board.find(({ value }) => (value ?? '') === key);
    if (group === undefined || !origin || !target || target.value === null) return;
    const moved = moveCard(board, recordId, target.value, group);
    if (!moved) return;
    this.board = moved;
    this.focusCard = recordId;
    try {
      await updateRecord({ fields: { Id: recordId, [group]: target.value } });
      this.announcement = `Moved to ${target.label}.`;
      await this.refreshCounts();
    } catch (error) {
      this.board = moveCard(this.board, recordId, origin.value, group) ?? this.board;
      this.focusCard = recordId;
      const title = 'The record cannot be moved';
      this.dispatchEvent(new ShowToastEvent({ title, message: saveMessageOf(error), variant: 'error' }));
    }
  }

  /** A save may change other records of the list, and amounts. */
  private async refreshCounts(): Promise<void> {
    const groups = await this.loadGroups();
    this.board = this.board.map((column) => ({
      ...column,
      ...groups.find(({ value }) => value === column.value),
    }));
  }

  private async load(): Promise<void> {
    const { shownList, objectInfo, group } = this;
    if (!shownList || !objectInfo) return;
    if (group === undefined) {
      this.isLoading = false;
      this.errorText = `${objectInfo.labelPlural} have no picklist to be grouped by.`;
      return;
    }
    try {
      const groups = await this.loadGroups();
      const columns = await Promise.all(
        groups.map(async (column) => ({ ...column, ...(await this.loadCards(column, undefined)) })),
      );
      if (shownList !== this.shownList) return;
      this.board = columns;
      this.errorText = undefined;
      const count = groups.reduce((total, column) => total + column.count, 0);
      this.dispatchEvent(new CustomEvent('loaded', { detail: { count, hasMore: false } }));
    } catch (error) {
      this.errorText = messageOf(error);
    }
    this.isLoading = false;
  }

  private loadGroups(): Promise<readonly ListGroupRepresentation[]> {
    const { shownList, objectInfo, group } = this;
    if (!shownList || !objectInfo || group === undefined) return Promise.resolve([]);
    return loadListGroups(shownList, { groupBy: group, sumBy: sumField(shownList, objectInfo) });
  }

  private async loadCards(
    { value, count }: ListGroupRepresentation,
    pageToken: string | undefined,
  ): Promise<{ readonly records: readonly RecordRepresentation[]; readonly nextToken: string | null }> {
    const { shownList, objectInfo, group } = this;
    if (!shownList || !objectInfo || group === undefined || count === 0)
      return { records: [], nextToken: null };
    const { records, nextPageToken } = await loadListRecords(shownList, {
      pageSize: PAGE_SIZE,
      pageToken,
      optionalFields: [`${objectInfo.apiName}.${group}`],
      where: `{ ${group}: { eq: ${JSON.stringify(value)} } }`,
    });
    return { records, nextToken: nextPageToken };
  }
}
