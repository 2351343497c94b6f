import { queryString, request, UI_API } from 'shell/http';
import {
  fieldNames,
  many,
  objectName,
  type FieldReference,
  type ObjectReference,
  type OneOrMany,
} from 'shell/references';
import {
  createListInfo as create,
  deleteListInfo as remove,
  listTopic,
  updateListInfo,
  type ListInfoInput,
  type ListOrder,
} from 'shell/lists';
import { defineWire, refreshTopic } from 'shell/wire';

/**
 * `lightning/uiListsApi`: list views and their records.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-lists-api.html
 */

interface ListConfig {
  readonly objectApiName?: ObjectReference | undefined;
  readonly listViewApiName?: string | undefined;
}

const namesList = ({ objectApiName, listViewApiName }: ListConfig): boolean =>
  !!objectApiName && !!listViewApiName;
const listPath = (resource: string, { objectApiName, listViewApiName }: ListConfig): string =>
  `${UI_API}/${resource}/${objectName(objectApiName)}/${listViewApiName}`;

const topics = ({ objectApiName, listViewApiName = '' }: ListConfig): string[] => [
  listTopic({ objectApiName: objectName(objectApiName), listViewApiName }),
];

/** What a list view shows: columns, filters, order. */
export const getListInfoByName = defineWire<ListConfig, unknown>({
  ready: namesList,
  load: (config) => request(listPath('list-info', config)),
  topics,
});

/** What lists of an object can show and filter by. */
export const getListObjectInfo = defineWire<
  { readonly objectApiName?: ObjectReference | undefined },
  unknown
>({
  ready: ({ objectApiName }) => !!objectApiName,
  load: ({ objectApiName }) => request(`${UI_API}/list-object-info/${objectName(objectApiName)}`),
});

/** What the user has set for a list: widths, wrapping, order. */
export const getListPreferences = defineWire<ListConfig, unknown>({
  ready: namesList,
  load: (config) => request(listPath('list-preferences', config)),
  topics,
});

type ListChange = ListConfig & Omit<ListInfoInput, 'listViewApiName'>;

/** Makes a list view. @throws FetchResponseError when the org refuses */
export function createListInfo({ objectApiName, ...input }: ListChange): Promise<unknown> {
  return create(objectName(objectApiName), input);
}

/** Changes what is named of a list view. @throws FetchResponseError when the org refuses */
export function updateListInfoByName({
  objectApiName,
  listViewApiName = '',
  ...input
}: ListChange): Promise<unknown> {
  return updateListInfo({ objectApiName: objectName(objectApiName), listViewApiName }, input);
}

/** Deletes a list view. @throws FetchResponseError when the org refuses */
export function deleteListInfo({ objectApiName, listViewApiName = '' }: ListConfig): Promise<void> {
  return remove({ objectApiName: objectName(objectApiName), listViewApiName });
}

/** Keeps widths, wrapping and order of a list for the user. */
export async function updateListPreferences({
  objectApiName,
  listViewApiName,
  ...body
}: ListConfig & {
  readonly columnWidths?: Readonly<Record<string, number>>;
  readonly columnWrap?: Readonly<Record<string, boolean>>;
  readonly orderedBy?: readonly ListOrder[];
}): Promise<unknown> {
  const list = { objectApiName, listViewApiName };
  const preferences = await request(listPath('list-preferences', list), { method: 'PATCH', body });
  await Promise.all(topics(list).map(refreshTopic));
  return preferences;
}

/** Several list views at once. */
export const getListInfosByName = defineWire<{ readonly names?: readonly string[] | undefined }, unknown>({
  ready: ({ names }) => many(names).length > 0,
  load: ({ names }) => request(`${UI_API}/list-info/batch${queryString({ names: many(names) })}`),
});

/** The list views of an object. */
export const getListInfosByObjectName = defineWire<
  {
    readonly objectApiName?: ObjectReference | undefined;
    readonly q?: string | undefined;
    readonly pageSize?: number | undefined;
    readonly pageToken?: string | undefined;
    readonly recentListsOnly?: boolean | undefined;
  },
  unknown
>({
  ready: ({ objectApiName }) => !!objectApiName,
  load: ({ objectApiName, ...query }) =>
    request(`${UI_API}/list-info/${objectName(objectApiName)}${queryString(query)}`),
});

/** The records of a list view. */
export const getListRecordsByName = defineWire<
  ListConfig & {
    readonly fields?: OneOrMany<FieldReference> | undefined;
    readonly optionalFields?: OneOrMany<FieldReference> | undefined;
    readonly pageSize?: number | undefined;
    readonly pageToken?: string | undefined;
    readonly searchTerm?: string | undefined;
    readonly sortBy?: OneOrMany<string> | undefined;
    readonly where?: string | undefined;
  },
  unknown
>({
  ready: namesList,
  load: ({ fields, optionalFields, sortBy, pageSize, pageToken, searchTerm, where, ...list }) =>
    request(listPath('list-records', list), {
      method: 'POST',
      body: {
        fields: fieldNames(fields),
        optionalFields: fieldNames(optionalFields),
        sortBy: many(sortBy),
        pageSize,
        pageToken,
        searchTerm,
        where,
      },
    }),
  topics,
});
