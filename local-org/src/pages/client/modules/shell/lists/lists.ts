import { API, queryString, request, UI_API } from 'shell/http';
import type { RecordRepresentation } from 'shell/records';
import { refreshTopic } from 'shell/wire';

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

/** Which list view. */
export interface ListName {
  readonly objectApiName: string;
  readonly listViewApiName: string;
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
  readonly listReference: ListName & { readonly id: string | null; readonly type: string };
  readonly orderedByInfo: readonly ListOrder[];
  readonly scope: { readonly apiName: string; readonly label: string };
  readonly searchable: boolean;
  /** What the user may do with it. */
  readonly cloneable: boolean;
  readonly createable: boolean;
  readonly deletable: boolean;
  readonly updateable: boolean;
  readonly visibility: ListVisibility;
  readonly visibilityEditable: boolean;
  readonly userPreferences: { readonly columnWidths: Readonly<Record<string, number>> };
}

/** Who sees a list view: its owner, everybody, some. */
export type ListVisibility = 'Private' | 'Public' | 'Shared';

/** A filter as it is asked for. */
export interface ListFilterInput {
  readonly fieldApiName: string;
  readonly operator: string;
  readonly operandLabels: readonly string[];
}

/** What is to be of a list view. @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_requests_list_info_post_input.htm */
export interface ListInfoInput {
  readonly listViewApiName?: string | undefined;
  readonly label?: string | undefined;
  readonly displayColumns?: readonly string[] | undefined;
  readonly filteredByInfo?: readonly ListFilterInput[] | undefined;
  readonly filterLogicString?: string | null | undefined;
  readonly scope?: { readonly apiName: string } | undefined;
  readonly visibility?: ListVisibility | undefined;
}

/** A field that lists of an object can show. @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_object_info.htm */
export interface ListFieldRepresentation {
  readonly fieldApiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly filterable: boolean;
  readonly picklistValues: readonly { readonly apiName: string; readonly label: string }[];
  readonly supportedFilterOperators: readonly string[];
}

/** What lists of an object can be. */
export interface ListObjectInfoRepresentation {
  readonly availableScopes: readonly { readonly apiName: string; readonly label: string }[];
  readonly columns: readonly ListFieldRepresentation[];
  readonly publicCreatable: boolean;
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
  /** A filter in GraphQL syntax: `{ Amount: { gt: 100 } }`. */
  readonly where?: string;
}

/** A value of a picklist with all that a list has of it. */
export interface ListGroupRepresentation {
  /** Null for records without a value. */
  readonly value: string | null;
  readonly label: string;
  readonly closed: boolean;
  readonly won: boolean;
  readonly count: number;
  /** Null when nothing is summed. */
  readonly sum: number | null;
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

/** Makes a list view. @throws FetchResponseError when the org refuses */
export function createListInfo(objectApiName: string, body: ListInfoInput): Promise<ListInfoRepresentation> {
  return request(`${UI_API}/list-info/${objectApiName}`, { method: 'POST', body });
}

/** Changes what is named of a list view. @throws FetchResponseError when the org refuses */
export async function updateListInfo(
  { objectApiName, listViewApiName }: ListName,
  body: ListInfoInput,
): Promise<ListInfoRepresentation> {
  const path = `${UI_API}/list-info/${objectApiName}/${listViewApiName}`;
  const info = await request<ListInfoRepresentation>(path, { method: 'PATCH', body });
  await refreshTopic(listTopic({ objectApiName, listViewApiName }));
  return info;
}

/** Deletes a list view. @throws FetchResponseError when the org refuses */
export async function deleteListInfo({ objectApiName, listViewApiName }: ListName): Promise<void> {
  await request(`${UI_API}/list-info/${objectApiName}/${listViewApiName}`, { method: 'DELETE' });
}

/** Topic of wires that show a list view or its records. */
export function listTopic({ objectApiName, listViewApiName }: ListName): string {
  return `list:${objectApiName}.${listViewApiName}`.toLowerCase();
}

/** Reads what lists of an object can show and filter by. */
export function loadListObjectInfo(objectApiName: string): Promise<ListObjectInfoRepresentation> {
  return request(`${UI_API}/list-object-info/${objectApiName}`);
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

/** Reads counts and sums of a whole list by the values of a picklist. */
export async function loadListGroups(
  { listReference: { objectApiName, listViewApiName } }: ListInfoRepresentation,
  fields: { readonly groupBy: string; readonly sumBy: string | undefined },
): Promise<readonly ListGroupRepresentation[]> {
  const path = `/local-org/list-groups/${objectApiName}/${listViewApiName}${queryString(fields)}`;
  return (await request<{ readonly groups: readonly ListGroupRepresentation[] }>(path)).groups;
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
