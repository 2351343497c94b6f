import { LightningElement, api, wire } from 'lwc';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { getRelatedListActions } from 'lightning/uiActionsApi';
import { deleteRecord } from 'lightning/uiRecordApi';
import { getRelatedListInfo, getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { confirmDeletion } from 'shell/confirmDeletion';
import { messageOf } from 'shell/http';
import { objectIcon } from 'shell/objectIcons';
import { textAt, type RecordRepresentation } from 'shell/records';
import { navigate, urlOf } from 'shell/router';
import type { FieldRepresentation, ObjectInfoRepresentation } from 'shell/uiApiTypes';
import type { WireResult } from 'shell/wire';
import { relatedListFilter } from './relatedListFilter';

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_related_list_metadata.htm */
interface RelatedListInfo {
  readonly label: string;
  /** The child's field that points to the parent. */
  readonly fieldApiName: string;
  readonly objectApiNames: readonly string[];
  readonly displayColumns: readonly {
    readonly fieldApiName: string;
    readonly label: string;
    readonly lookupId: string | null;
    readonly sortable: boolean;
  }[];
}

interface RelatedListRecords {
  readonly count: number;
  readonly nextPageToken: string | null;
  readonly records: readonly RecordRepresentation[];
}

interface TableColumn {
  readonly label?: string;
  readonly fieldName?: string;
  readonly type: string;
  readonly sortable?: boolean;
  readonly typeAttributes?: object;
}

type TableRow = Readonly<Record<string, string | null>>;

interface ActionsRepresentation {
  readonly actions: Readonly<Record<string, { readonly actions: readonly { readonly apiName: string }[] }>>;
}

const NEW = 'New';
const DEFAULT_ROWS = 6;
const ALL_ROWS = 200;

/** Records below the record of the page, as a card with a table. */
export default class RelatedList extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  /** Name of the related list: `Contacts`, `Items__r`. */
  @api relatedListApiName: string | undefined;
  @api relatedListLabel: string | undefined;
  @api rowsToDisplay: number | string | undefined;
  @api maxRecordsToDisplay: number | string | undefined;
  /** Paths of the fields to show; absent: those of the page layout. */
  @api fieldPaths: readonly string[] | undefined;
  /** Which records are shown: `Status__c|EQUALS|["Booked"]`; all must hold. */
  @api filters: readonly string[] | undefined;
  /** Order before somebody sorts: `-Name`; absent: that of the page layout. */
  @api defaultSort: string | undefined;
  /** Buttons to show; absent: those of the page layout. */
  @api actionNames: readonly string[] | undefined;
  /** Shows all records instead of the first ones: the page of the list itself. */
  @api isWholePage = false;

  errorText: string | undefined;
  sortedBy: string | undefined;
  sortDirection: 'asc' | 'desc' = 'asc';
  private info: RelatedListInfo | undefined;
  private objectInfo: ObjectInfoRepresentation | undefined;
  private found: RelatedListRecords | undefined;
  private offersNew = false;

  @wire(getRelatedListInfo, {
    parentObjectApiName: '$objectApiName',
    relatedListId: '$relatedListApiName',
    fields: '$askedFields',
    restrictColumnsToLayout: '$isOfLayout',
  })
  receiveInfo({ data, error }: WireResult<unknown>): void {
    if (data) this.info = data as RelatedListInfo;
    if (error !== undefined) this.errorText = messageOf(error);
  }

  @wire(getObjectInfo, { objectApiName: '$childObject' })
  receiveObjectInfo({ data }: WireResult<ObjectInfoRepresentation>): void {
    if (data) this.objectInfo = data;
  }

  @wire(getRelatedListRecords, {
    parentRecordId: '$readyRecordId',
    relatedListId: '$relatedListApiName',
    fields: '$fields',
    pageSize: '$pageSize',
    sortBy: '$sortBy',
    where: '$where',
  })
  receiveRecords({ data, error }: WireResult<unknown>): void {
    if (data) this.found = data as RelatedListRecords;
    if (error !== undefined) this.errorText = messageOf(error);
  }

  @wire(getRelatedListActions, { recordIds: '$recordId', relatedListId: '$relatedListApiName' })
  receiveActions({ data }: WireResult<unknown>): void {
    const { actions: bySource = {} } = (data ?? {}) as Partial<ActionsRepresentation>;
    const offered = Object.values(bySource).flatMap(({ actions }) => actions);
    this.offersNew = offered.some(({ apiName }) => apiName === NEW);
  }

  get isOfLayout(): boolean {
    return this.askedFields.length === 0;
  }

  /** Fields of the list by their paths alone: which object they are of is known from the answer only. */
  get askedFields(): readonly string[] {
    return this.fieldPaths ?? [];
  }

  get where(): string | undefined {
    const { filters = [], objectInfo } = this;
    return filters.length === 0 || !objectInfo ? undefined : relatedListFilter(filters, objectInfo);
  }

  get canCreate(): boolean {
    const isChosen = this.actionNames === undefined || this.actionNames.includes(NEW);
    return this.offersNew && isChosen && this.info !== undefined;
  }

  get newLabel(): string {
    return `New ${this.objectInfo?.label ?? ''}`.trim();
  }

  get childObject(): string | undefined {
    return this.info?.objectApiNames[0];
  }

  /** Undefined until columns and filters are known, so that the wire waits. */
  get readyRecordId(): string | undefined {
    const isReady = this.info && (this.objectInfo || (this.filters ?? []).length === 0);
    return isReady ? this.recordId : undefined;
  }

  get fields(): string[] | undefined {
    const names = this.info?.displayColumns.flatMap(({ fieldApiName, lookupId }) =>
      lookupId === null ? [fieldApiName] : [fieldApiName, lookupId],
    );
    return names && [...new Set(['Id', ...names])].map((name) => `${this.childObject ?? ''}.${name}`);
  }

  get pageSize(): number {
    if (this.isWholePage) return ALL_ROWS;
    return Number(this.rowsToDisplay ?? this.maxRecordsToDisplay ?? DEFAULT_ROWS);
  }

  get sortBy(): string[] | undefined {
    const { sortedBy, defaultSort } = this;
    const term =
      sortedBy === undefined ? defaultSort : `${this.sortDirection === 'desc' ? '-' : ''}${sortedBy}`;
    return term === undefined
      ? undefined
      : [term.replace(/^-?/, (sign) => `${sign}${this.childObject ?? ''}.`)];
  }

  get title(): string {
    const label = this.relatedListLabel ?? this.info?.label ?? '';
    if (!this.found) return label;
    return `${label} (${this.found.count}${this.hasMore ? '+' : ''})`;
  }

  get iconName(): string {
    return objectIcon(this.objectInfo);
  }

  get isLoading(): boolean {
    return !this.found && this.errorText === undefined;
  }

  get hasRows(): boolean {
    return (this.found?.records.length ?? 0) > 0;
  }

  get hasMore(): boolean {
    return this.found?.nextPageToken !== null && this.found !== undefined;
  }

  get showsViewAll(): boolean {
    return this.hasRows && !this.isWholePage;
  }

  get listUrl(): string {
    return urlOf({
      type: 'standard__recordRelationshipPage',
      attributes: {
        objectApiName: this.objectApiName,
        recordId: this.recordId,
        relationshipApiName: this.relatedListApiName,
        actionName: 'view',
      },
    });
  }

  get columns(): TableColumn[] {
    const columns = (this.info?.displayColumns ?? []).map((column, index): TableColumn => {
      const { fieldApiName, label, lookupId, sortable } = column;
      if (lookupId === null && index > 0) return { label, fieldName: fieldApiName, type: 'text', sortable };
      return {
        label,
        fieldName: urlKey(fieldApiName),
        type: 'url',
        sortable,
        typeAttributes: { label: { fieldName: fieldApiName }, target: '_self' },
      };
    });
    const rowActions = [
      ...(this.objectInfo?.updateable ? [{ label: 'Edit', name: 'edit' }] : []),
      ...(this.objectInfo?.deletable ? [{ label: 'Delete', name: 'delete' }] : []),
    ];
    return rowActions.length === 0
      ? columns
      : [...columns, { type: 'action', typeAttributes: { rowActions } }];
  }

  get rows(): TableRow[] {
    return (this.found?.records ?? []).map((record) => {
      const cells = (this.info?.displayColumns ?? []).flatMap(({ fieldApiName, lookupId }, index) => {
        const target = lookupId === null ? (index === 0 ? record.id : null) : textAt(record, lookupId);
        const field = this.objectInfo?.fields[fieldApiName];
        const text = shownText(record, fieldApiName, field);
        return [
          [fieldApiName, text],
          [urlKey(fieldApiName), target === null || target === '' ? null : `/lightning/r/${target}/view`],
        ] as const;
      });
      return { Id: record.id, ...Object.fromEntries(cells) };
    });
  }

  /** The new record points to the parent, and the page stays when it is saved. */
  handleNew(): void {
    const { childObject, info, recordId } = this;
    if (!info) return;
    navigate({
      type: 'standard__objectPage',
      attributes: { objectApiName: childObject, actionName: 'new' },
      state: {
        defaultFieldValues: encodeDefaultFieldValues({ [info.fieldApiName]: recordId }),
        navigationLocation: 'RELATED_LIST',
      },
    });
  }

  handleSort(event: CustomEvent<{ fieldName: string; sortDirection: 'asc' | 'desc' }>): void {
    this.sortedBy = event.detail.fieldName.replace(URL_SUFFIX, '');
    this.sortDirection = event.detail.sortDirection;
  }

  handleRowAction(event: CustomEvent<{ action: { name: string }; row: TableRow }>): void {
    const { action, row } = event.detail;
    const recordId = row['Id'] ?? '';
    if (action.name === 'delete') {
      void this.remove(recordId);
      return;
    }
    const objectApiName = this.found?.records.find(({ id }) => id === recordId)?.apiName;
    navigate({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName, actionName: action.name },
    });
  }

  private async remove(recordId: string): Promise<void> {
    const label = this.objectInfo?.label ?? 'Record';
    if (!(await confirmDeletion(label))) return;
    try {
      await deleteRecord(recordId);
      this.found = this.found && withoutRecord(this.found, recordId);
      this.dispatchEvent(new ShowToastEvent({ title: `${label} was deleted.`, variant: 'success' }));
    } catch (error) {
      const toast = {
        title: 'The record was not deleted.',
        message: messageOf(error),
        variant: 'error',
      } as const;
      this.dispatchEvent(new ShowToastEvent(toast));
    }
  }
}

const URL_SUFFIX = '#url';

function urlKey(fieldApiName: string): string {
  return `${fieldApiName}${URL_SUFFIX}`;
}

function withoutRecord(found: RelatedListRecords, recordId: string): RelatedListRecords {
  return { ...found, count: found.count - 1, records: found.records.filter(({ id }) => id !== recordId) };
}

/** What a cell shows; the name behind a look-up instead of its id. */
function shownText(
  record: RecordRepresentation,
  path: string,
  field: FieldRepresentation | undefined,
): string {
  const relationship = field?.dataType === 'Reference' ? field.relationshipName : undefined;
  const parent = relationship ? record.fields[relationship] : undefined;
  return parent?.displayValue ?? textAt(record, path);
}
