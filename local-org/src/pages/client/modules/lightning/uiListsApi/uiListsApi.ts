import { queryString, request, UI_API } from 'shell/http';
import {
  fieldNames,
  many,
  objectName,
  type FieldReference,
  type ObjectReference,
  type OneOrMany,
} from 'shell/references';
import { defineWire } from 'shell/wire';

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

/** What a list view shows: columns, filters, order. */
export const getListInfoByName = defineWire<ListConfig, unknown>({
  ready: namesList,
  load: (config) => request(listPath('list-info', config)),
});

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
});
