import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { updateRecord } from 'lightning/uiRecordApi';
import { messageOf, request, saveMessageOf, UI_API } from 'shell/http';
import { loadListRecords, type ListInfoRepresentation } from 'shell/lists';
import type { RecordRepresentation } from 'shell/records';
import {
  MASTER_RECORD_TYPE_ID,
  type ObjectInfoRepresentation,
  type PicklistValueRepresentation,
  type PicklistValuesRepresentation,
} from 'shell/uiApiTypes';
import { groupField, kanbanCard, kanbanColumns, sumField, type KanbanColumn } from './kanbanBoard';

interface ColumnView extends KanbanColumn {
  readonly heading: string;
  readonly hasSum: boolean;
  readonly classes: string;
}

/** As many records as a board shows on the platform. */
const PAGE_SIZE = 200;
const MOVES: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * The records of a list in columns by a picklist. A card is moved by dragging it, or with Ctrl and an arrow key; the org
 * may refuse the move, as any other save. Fires `loaded`.
 *
 * DEVIATION: counts and sums are those of the first 200 records of the list, which are on the board; the platform sums up
 * all records of the list.
 */
export default class Kanban extends LightningElement {
  @api objectInfo: ObjectInfoRepresentation | undefined;
  errorText: string | undefined;
  isLoading = true;
  announcement = '';
  private values: readonly PicklistValueRepresentation[] = [];
  private records: readonly RecordRepresentation[] = [];
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
    const cardOf = (record: RecordRepresentation) => kanbanCard(record, shownList, nameField, group);
    const sum = sumField(shownList, objectInfo);
    return kanbanColumns(this.records, this.values, group, sum, cardOf).map((column) => ({
      ...column,
      heading: `${column.label} (${column.count})`,
      hasSum: column.sum !== null,
      classes: `local-org-kanban__column${column.value === this.dropTarget ? ' local-org-kanban__column_over' : ''}`,
    }));
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
    this.dropTarget = (event.currentTarget as HTMLElement).dataset['value'];
  }

  handleDragEnd(): void {
    this.dragged = undefined;
    this.dropTarget = undefined;
  }

  handleDrop(event: DragEvent): void {
    event.preventDefault();
    const { value } = (event.currentTarget as HTMLElement).dataset;
    if (this.dragged !== undefined && value !== undefined) void this.move(this.dragged, value);
    this.handleDragEnd();
  }

  handleKey(event: KeyboardEvent): void {
    const step = event.ctrlKey ? MOVES[event.key] : undefined;
    const { id } = (event.currentTarget as HTMLElement).dataset;
    if (step === undefined || id === undefined) return;
    event.preventDefault();
    const current = this.records.find((record) => record.id === id)?.fields[this.group ?? '']?.value;
    const next = this.values[this.values.findIndex(({ value }) => value === current) + step];
    if (next) void this.move(id, next.value);
  }

  /** The card moves at once, and back when the org refuses. */
  private async move(recordId: string, value: string): Promise<void> {
    const { group, records } = this;
    const record = records.find(({ id }) => id === recordId);
    if (group === undefined || !record || record.fields[group]?.value === value) return;
    const moved = { ...record, fields: { ...record.fields, [group]: { value, displayValue: value } } };
    this.records = records.map((each) => (each === record ? moved : each));
    this.focusCard = recordId;
    try {
      await updateRecord({ fields: { Id: recordId, [group]: value } });
      const label = this.values.find((each) => each.value === value)?.label ?? value;
      this.announcement = `Moved to ${label}.`;
    } catch (error) {
      this.records = records;
      this.focusCard = recordId;
      const title = 'The record cannot be moved';
      this.dispatchEvent(new ShowToastEvent({ title, message: saveMessageOf(error), variant: 'error' }));
    }
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
      const [values, page] = await Promise.all([
        loadValues(objectInfo, group),
        loadListRecords(shownList, {
          pageSize: PAGE_SIZE,
          optionalFields: [`${objectInfo.apiName}.${group}`],
        }),
      ]);
      this.values = values;
      this.records = page.records;
      this.errorText = undefined;
      const detail = { count: page.records.length, hasMore: page.nextPageToken !== null };
      this.dispatchEvent(new CustomEvent('loaded', { detail }));
    } catch (error) {
      this.errorText = messageOf(error);
    }
    this.isLoading = false;
  }
}

async function loadValues(
  { apiName, defaultRecordTypeId }: ObjectInfoRepresentation,
  field: string,
): Promise<readonly PicklistValueRepresentation[]> {
  const type = defaultRecordTypeId ?? MASTER_RECORD_TYPE_ID;
  const path = `${UI_API}/object-info/${apiName}/picklist-values/${type}/${field}`;
  return (await request<PicklistValuesRepresentation>(path)).values;
}
