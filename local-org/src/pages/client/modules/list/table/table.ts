import { LightningElement, api } from 'lwc';
import { ShowToastEvent, type ToastEventConfig } from 'lightning/platformShowToastEvent';
import { deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { confirmDeletion } from 'shell/confirmDeletion';
import { messageOf, request, saveMessageOf, UI_API, type FetchResponseError } from 'shell/http';
import {
  loadListRecords,
  saveListPreferences,
  type ListInfoRepresentation,
  type ListRecordsRepresentation,
} from 'shell/lists';
import { textAt, type RecordRepresentation } from 'shell/records';
import { navigate } from 'shell/router';
import {
  MASTER_RECORD_TYPE_ID,
  type ObjectInfoRepresentation,
  type PicklistValueRepresentation,
  type PicklistValuesRepresentation,
} from 'shell/uiApiTypes';
import { tableColumns, tableRow, type TableColumn, type TableRow } from './tableRows';

/** Changes of a row that are not saved: values by path of their field, and the id of the row. */
type Draft = Readonly<Record<string, unknown>> & { readonly id: string };

interface TableErrors {
  readonly rows: Readonly<
    Record<
      string,
      { readonly title: string; readonly messages: readonly string[]; readonly fieldNames: readonly string[] }
    >
  >;
  readonly table?: { readonly title: string; readonly messages: readonly string[] };
}

interface TableSort {
  readonly fieldName: string;
  readonly sortDirection: 'asc' | 'desc';
}

const PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 2000;
const NO_ERRORS: TableErrors = { rows: {} };
const ROW_ACTIONS = [
  { label: 'Edit', name: 'edit', needs: 'updateable' },
  { label: 'Delete', name: 'delete', needs: 'deletable' },
] as const;

/**
 * The records of a list as a table: sorted by columns, loaded on as one scrolls, edited in place. Fires `loaded` with
 * `{ count, hasMore }` and `selection` with the ids of the chosen rows.
 *
 * DEVIATION: lookups and multi-select picklists are not edited in the table.
 */
export default class Table extends LightningElement {
  @api objectInfo: ObjectInfoRepresentation | undefined;
  columns: readonly TableColumn[] = [];
  drafts: readonly Draft[] = [];
  errors: TableErrors = NO_ERRORS;
  errorText: string | undefined;
  isLoading = true;
  isLoadingMore = false;
  selectedRows: readonly string[] = [];
  sort: TableSort | undefined;
  private records: readonly RecordRepresentation[] = [];
  private nextToken: string | null = null;
  private readonly choices = new Map<string, readonly PicklistValueRepresentation[]>();
  private choicesVersion = 0;
  private turn = 0;
  private shownList: ListInfoRepresentation | undefined;
  private shownTerm = '';

  /** The list; another one is loaded at once. */
  @api get listInfo(): ListInfoRepresentation | undefined {
    return this.shownList;
  }
  set listInfo(listInfo: ListInfoRepresentation | undefined) {
    this.shownList = listInfo;
    const [order] = listInfo?.orderedByInfo ?? [];
    this.sort = order && {
      fieldName: order.fieldApiName,
      sortDirection: order.isAscending ? 'asc' : 'desc',
    };
    void this.reload();
  }

  /** Only records that contain it. */
  @api get searchTerm(): string {
    return this.shownTerm;
  }
  set searchTerm(term: string) {
    if (term === this.shownTerm) return;
    this.shownTerm = term;
    void this.reload();
  }

  /** Reads the records anew, as many as are shown. */
  @api refresh(): Promise<void> {
    return this.reload(this.records.length);
  }

  get tableColumns(): TableColumn[] {
    const rowActions = ROW_ACTIONS.filter(({ needs }) => this.objectInfo?.[needs] === true);
    return [
      ...this.columns,
      ...(rowActions.length > 0 ? [{ type: 'action', typeAttributes: { rowActions } }] : []),
    ];
  }

  get rows(): TableRow[] {
    const { shownList, columns } = this;
    if (!shownList || this.choicesVersion < 0) return [];
    return this.records.map((record) =>
      tableRow(record, shownList, columns, (field, type) => this.choices.get(choiceKey(field, type)) ?? []),
    );
  }

  get hasMore(): boolean {
    return this.nextToken !== null;
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.errorText === undefined && this.records.length === 0;
  }

  get sortedBy(): string | undefined {
    return this.sort?.fieldName;
  }

  get sortedDirection(): string {
    return this.sort?.sortDirection ?? 'asc';
  }

  get label(): string {
    return this.shownList?.label ?? '';
  }

  handleSort({ detail }: CustomEvent<TableSort>): void {
    this.sort = { fieldName: detail.fieldName, sortDirection: detail.sortDirection };
    const order = { fieldApiName: detail.fieldName, isAscending: detail.sortDirection === 'asc' };
    if (this.shownList) void saveListPreferences(this.shownList, { orderedBy: [order] });
    this.dispatchEvent(new CustomEvent('sort', { detail: order }));
    void this.reload();
  }

  handleResize({ detail }: CustomEvent<{ readonly columnWidths: readonly number[] }>): void {
    if (!this.shownList) return;
    // Widths of the columns for row numbers and selection come first.
    const own = detail.columnWidths.length - this.tableColumns.length;
    const widths = this.columns.map(({ fieldName = '' }, index) => [
      fieldName,
      detail.columnWidths[index + own],
    ]);
    void saveListPreferences(this.shownList, {
      columnWidths: Object.fromEntries(widths) as Record<string, number>,
    });
  }

  handleSelection({ detail }: CustomEvent<{ readonly selectedRows: readonly TableRow[] }>): void {
    this.selectedRows = detail.selectedRows.map(({ id }) => id);
    this.dispatchEvent(new CustomEvent('selection', { detail: this.selectedRows }));
  }

  async handleLoadMore(): Promise<void> {
    if (!this.hasMore || this.isLoadingMore || this.isLoading) return;
    this.isLoadingMore = true;
    await this.load(this.nextToken ?? undefined);
    this.isLoadingMore = false;
  }

  handleRowAction({
    detail,
  }: CustomEvent<{ readonly action: { readonly name: string }; readonly row: TableRow }>): void {
    const recordId = detail.row.id;
    const objectApiName = this.objectInfo?.apiName;
    if (detail.action.name === 'delete') void this.deleteRow(recordId);
    else
      navigate({ type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'edit' } });
  }

  handleCancel(): void {
    this.drafts = [];
    this.errors = NO_ERRORS;
  }

  /**
   * Saves each row by itself, one or those that were changed together: what is refused stays as it was typed, with what
   * the org has against it. The rows that were scrolled to stay.
   */
  async handleSave({ detail }: CustomEvent<{ readonly draftValues: readonly Draft[] }>): Promise<void> {
    this.drafts = detail.draftValues;
    const results = await Promise.allSettled(
      detail.draftValues.map(({ id, ...values }) =>
        updateRecord({ fields: { Id: id, ...toStored(values) } }),
      ),
    );
    const failed = results.flatMap((result, index) => {
      const draft = detail.draftValues[index];
      return result.status === 'rejected' && draft ? [{ draft, error: result.reason as unknown }] : [];
    });
    this.drafts = failed.map(({ draft }) => draft);
    this.errors = errorsOf(failed, (id) => this.nameOf(id));
    const saved = results.length - failed.length;
    if (saved > 0) {
      this.dispatchEvent(new ShowToastEvent(savedToast(saved, results.length)));
      await this.refresh();
    }
  }

  private async deleteRow(recordId: string): Promise<void> {
    const label = this.objectInfo?.label ?? 'Record';
    if (!(await confirmDeletion(label))) return;
    try {
      await deleteRecord(recordId);
      this.dispatchEvent(new ShowToastEvent({ title: `${label} was deleted.`, variant: 'success' }));
      await this.refresh();
    } catch (error) {
      const title = `${label} cannot be deleted`;
      this.dispatchEvent(new ShowToastEvent({ title, message: saveMessageOf(error), variant: 'error' }));
    }
  }

  private nameOf(recordId: string): string {
    const record = this.records.find(({ id }) => id === recordId);
    const { nameFields = [] } = this.objectInfo ?? {};
    const nameField = nameFields.includes('Name') ? 'Name' : (nameFields[0] ?? 'Name');
    return record ? textAt(record, nameField) : recordId;
  }

  private async reload(shown = 0): Promise<void> {
    this.isLoading = true;
    this.nextToken = null;
    await this.load(undefined, Math.min(Math.max(shown, PAGE_SIZE), MAX_PAGE_SIZE));
  }

  /** Answers that come after another question was asked are dropped. */
  private async load(pageToken: string | undefined, pageSize = PAGE_SIZE): Promise<void> {
    const { shownList, objectInfo } = this;
    if (!shownList || !objectInfo) return;
    const turn = ++this.turn;
    try {
      const page = await loadListRecords(shownList, {
        pageSize,
        pageToken,
        searchTerm: this.shownTerm === '' ? undefined : this.shownTerm,
        sortBy: sortTerms(this.sort),
      });
      if (turn !== this.turn) return;
      this.show(page, pageToken !== undefined, shownList, objectInfo);
    } catch (error) {
      if (turn === this.turn) this.errorText = messageOf(error);
    }
    if (turn === this.turn) this.isLoading = false;
  }

  private show(
    { records, nextPageToken }: ListRecordsRepresentation,
    isMore: boolean,
    listInfo: ListInfoRepresentation,
    objectInfo: ObjectInfoRepresentation,
  ): void {
    if (!isMore) this.columns = tableColumns(listInfo, objectInfo);
    this.records = isMore ? [...this.records, ...records] : records;
    this.nextToken = nextPageToken;
    this.errorText = undefined;
    void this.loadChoices(records, objectInfo.apiName);
    const detail = { count: this.records.length, hasMore: this.hasMore };
    this.dispatchEvent(new CustomEvent('loaded', { detail }));
  }

  /** What may be chosen differs by record type: asked once for each that is in the list. */
  private async loadChoices(records: readonly RecordRepresentation[], objectApiName: string): Promise<void> {
    const fields = this.columns.filter(({ type, editable }) => type === 'picklist' && editable);
    const types = new Set(records.map(({ recordTypeId }) => recordTypeId ?? MASTER_RECORD_TYPE_ID));
    const wanted = fields
      .flatMap(({ fieldName = '' }) => [...types].map((type) => ({ fieldName, type })))
      .filter(({ fieldName, type }) => !this.choices.has(choiceKey(fieldName, type)));
    await Promise.all(
      wanted.map(async ({ fieldName, type }) => {
        this.choices.set(choiceKey(fieldName, type), []);
        const path = `${UI_API}/object-info/${objectApiName}/picklist-values/${type}/${fieldName}`;
        const { values } = await request<PicklistValuesRepresentation>(path);
        this.choices.set(choiceKey(fieldName, type), values);
      }),
    );
    this.choicesVersion++;
  }
}

function choiceKey(field: string, recordTypeId: string): string {
  return `${field}/${recordTypeId.slice(0, 15)}`;
}

function sortTerms(sort: TableSort | undefined): string[] {
  return sort ? [`${sort.sortDirection === 'desc' ? '-' : ''}${sort.fieldName}`] : [];
}

/** An emptied input is no value. */
function toStored(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === '' ? null : value]),
  );
}

function savedToast(saved: number, changed: number): ToastEventConfig {
  if (saved < changed) return { title: `${saved} of ${changed} records were saved.`, variant: 'warning' };
  return {
    title: saved === 1 ? 'Your change was saved.' : `${saved} records were saved.`,
    variant: 'success',
  };
}

/** What the table says of rows that were refused: each for itself, and by their names above all. */
function errorsOf(
  failed: readonly { readonly draft: Draft; readonly error: unknown }[],
  nameOf: (recordId: string) => string,
): TableErrors {
  if (failed.length === 0) return NO_ERRORS;
  return {
    rows: Object.fromEntries(
      failed.map(({ draft, error }) => [
        draft.id,
        {
          title: "We can't save this record.",
          messages: [saveMessageOf(error)],
          fieldNames: Object.keys(draft).filter((name) => name !== 'id' && isNamed(name, error)),
        },
      ]),
    ),
    table: {
      title: "Your changes can't be saved",
      messages: failed.map(({ draft, error }) => `${nameOf(draft.id)}: ${saveMessageOf(error)}`),
    },
  };
}

/** Whether the org names the field; when it names none, all that were changed are meant. */
function isNamed(name: string, error: unknown): boolean {
  const { body } = error as Partial<FetchResponseError>;
  const { output } = (body ?? {}) as { output?: { fieldErrors?: Readonly<Record<string, unknown>> } };
  const named = Object.keys(output?.fieldErrors ?? {});
  return named.length === 0 || named.includes(name);
}
