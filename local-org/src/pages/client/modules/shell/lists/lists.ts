import { API, queryString, request, UI_API } from 'shell/http';
import type { RecordRepresentation } from 'shell/records';

/** A column of a list. @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_view_info.htm */
export interface ListColumnRepresentation {
  readonly fieldApiName: string;
  readonly label: string;
  /** Path of the id of the record that the column leads to; null when it leads to none. */
  readonly lookupId: string | null;
  readonly sortable: boolean;
  /** By record type id. */
  readonly inlineEditAttributes: Readonly<
    Record<string, { readonly editable: boolean; readonly required: boolean }>
  >;
}

/** An order of a list. */
export interface ListOrder {
  readonly fieldApiName: string;
  readonly isAscending: boolean;
  readonly label?: string;
}

/** What a list view is. */
export interface ListInfoRepresentation {
  readonly label: string;
  readonly displayColumns: readonly ListColumnRepresentation[];
  readonly filterLogicString: string | null;
  readonly filteredByInfo: readonly {
    readonly fieldApiName: string;
    readonly label: string;
    readonly operator: string;
    readonly operandLabels: readonly string[];
  }[];
  readonly listReference: {
    readonly id: string | null;
    readonly listViewApiName: string;
    readonly objectApiName: string;
    readonly type: string;
  };
  readonly orderedByInfo: readonly ListOrder[];
  readonly scope: { readonly label: string };
  readonly searchable: boolean;
  readonly userPreferences: { readonly columnWidths: Readonly<Record<string, number>> };
}

/** A list view as the picker names it. */
export interface ListSummaryRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly label: string;
}

/** A page of the records of a list. */
export interface ListRecordsRepresentation {
  readonly records: readonly RecordRepresentation[];
  readonly nextPageToken: string | null;
}

/** Which records of a list, in which order. */
export interface ListRecordsRequest {
  readonly pageSize: number;
  readonly pageToken?: string | undefined;
  readonly searchTerm?: string | undefined;
  /** `-Amount` sorts downward. */
  readonly sortBy?: readonly string[];
  readonly optionalFields?: readonly string[];
}

/** Name by which every object's list of records viewed last is called. */
export const RECENT_LIST = '__Recent';
/** More list views than an object has. */
const ALL_LISTS = 2000;

/** Reads what a list view is. */
export function loadListInfo(
  objectApiName: string,
  listViewApiName: string,
): Promise<ListInfoRepresentation> {
  return request(`${UI_API}/list-info/${objectApiName}/${listViewApiName}`);
}

/** Reads the list views of an object that the user sees. */
export async function loadLists(objectApiName: string): Promise<readonly ListSummaryRepresentation[]> {
  const query = queryString({ pageSize: ALL_LISTS });
  const { lists } = await request<{ readonly lists: readonly ListSummaryRepresentation[] }>(
    `${UI_API}/list-info/${objectApiName}${query}`,
  );
  return lists;
}

/** Reads a page of the records of a list view. */
export function loadListRecords(
  { listReference }: ListInfoRepresentation,
  body: ListRecordsRequest,
): Promise<ListRecordsRepresentation> {
  const { objectApiName, listViewApiName } = listReference;
  return request(`${UI_API}/list-records/${objectApiName}/${listViewApiName}`, { method: 'POST', body });
}

/** Keeps widths and order of a list for the user. */
export async function saveListPreferences(
  { listReference }: ListInfoRepresentation,
  body: {
    readonly columnWidths?: Readonly<Record<string, number>>;
    readonly orderedBy?: readonly ListOrder[];
  },
): Promise<void> {
  const { objectApiName, listViewApiName } = listReference;
  await request(`${UI_API}/list-preferences/${objectApiName}/${listViewApiName}`, { method: 'PATCH', body });
}

/** The records that the user viewed last, over all objects. */
export function loadRecentItems(
  limit: number,
): Promise<
  readonly { readonly Id: string; readonly Name: string; readonly attributes: { readonly type: string } }[]
> {
  return request(`${API}/recent${queryString({ limit })}`);
}
