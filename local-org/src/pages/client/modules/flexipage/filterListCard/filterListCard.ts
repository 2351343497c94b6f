import { LightningElement, api } from 'lwc';
import { messageOf, request, UI_API } from 'shell/http';
import { loadListInfo, loadListRecords, type ListInfoRepresentation } from 'shell/lists';
import { objectIcon } from 'shell/objectIcons';
import { textAt, type RecordRepresentation } from 'shell/records';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';

interface RowView {
  readonly key: string;
  readonly cells: readonly { readonly key: string; readonly text: string; readonly url: string | null }[];
}

const DEFAULT_SIZE = 3;

/** The first records of a list view, with a link to all of them. */
export default class FilterListCard extends LightningElement {
  /** Object of the list. */
  @api entityName = '';
  /** Name of the list view. */
  @api filterName = '';
  /** How many records; a text when the page's designer has set it. */
  @api pageSize: string | number = DEFAULT_SIZE;
  listInfo: ListInfoRepresentation | undefined;
  problem: string | undefined;
  private objectInfo: ObjectInfoRepresentation | undefined;
  private records: readonly RecordRepresentation[] | undefined;

  get isLoading(): boolean {
    return this.records === undefined;
  }

  get isEmpty(): boolean {
    return this.records?.length === 0;
  }

  get label(): string {
    return this.listInfo?.label ?? '';
  }

  get iconName(): string {
    return objectIcon(this.objectInfo);
  }

  get listUrl(): string {
    return `/lightning/o/${this.entityName}/list?filterName=${encodeURIComponent(this.filterName)}`;
  }

  get columns(): { readonly key: string; readonly label: string }[] {
    return (this.listInfo?.displayColumns ?? []).map(({ fieldApiName, label }) => ({
      key: fieldApiName,
      label,
    }));
  }

  get rows(): RowView[] {
    const columns = this.listInfo?.displayColumns ?? [];
    return (this.records ?? []).map((record) => ({
      key: record.id,
      cells: columns.map(({ fieldApiName, lookupId }) => ({
        key: fieldApiName,
        text: textAt(record, fieldApiName),
        url: lookupId === 'Id' ? `/lightning/r/${record.apiName}/${record.id}/view` : null,
      })),
    }));
  }

  override connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const [objectInfo, listInfo] = await Promise.all([
        request<ObjectInfoRepresentation>(`${UI_API}/object-info/${this.entityName}`),
        loadListInfo(this.entityName, this.filterName),
      ]);
      const pageSize = Number(this.pageSize) || DEFAULT_SIZE;
      const { records } = await loadListRecords(listInfo, { pageSize });
      this.objectInfo = objectInfo;
      this.listInfo = listInfo;
      this.records = records;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
