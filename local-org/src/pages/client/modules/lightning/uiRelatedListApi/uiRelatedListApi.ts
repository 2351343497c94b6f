import { queryString, request, UI_API } from 'shell/http';
import {
  fieldNames,
  many,
  objectName,
  type FieldReference,
  type ObjectReference,
  type OneOrMany,
} from 'shell/references';
import { relatedTopic } from 'shell/records';
import { defineWire } from 'shell/wire';

/**
 * `lightning/uiRelatedListApi`: records below a record.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-related-list.html
 */

type Fields = OneOrMany<FieldReference> | undefined;

/** Which records of a related list, in which order. */
interface RelatedListQuery {
  readonly fields?: Fields;
  readonly optionalFields?: Fields;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
  readonly sortBy?: OneOrMany<string> | undefined;
  readonly where?: string | undefined;
}

/** Name of a related list, from a text or an import of `@salesforce/schema`. */
type RelatedListReference = string | { readonly fieldApiName: string };

interface RelatedList {
  readonly parentRecordId?: string | undefined;
  readonly relatedListId?: RelatedListReference | undefined;
}

function listId(reference: RelatedListReference | undefined): string {
  return typeof reference === 'object' ? reference.fieldApiName : (reference ?? '');
}

function queryBody({ fields, optionalFields, sortBy, pageSize, pageToken, where }: RelatedListQuery): object {
  return {
    fields: fieldNames(fields),
    optionalFields: fieldNames(optionalFields),
    sortBy: many(sortBy),
    pageSize,
    pageToken,
    where,
  };
}

const namesList = ({ parentRecordId, relatedListId }: RelatedList): boolean =>
  !!parentRecordId && !!relatedListId;

/** The records of a related list. */
export const getRelatedListRecords = defineWire<RelatedList & RelatedListQuery, unknown>({
  ready: namesList,
  load: ({ parentRecordId, relatedListId, ...query }) =>
    request(`${UI_API}/related-list-records/${parentRecordId}/${listId(relatedListId)}`, {
      method: 'POST',
      body: queryBody(query),
    }),
  topics: ({ parentRecordId }) => [relatedTopic(parentRecordId ?? '')],
});

/** The records of several related lists of a record. */
export const getRelatedListRecordsBatch = defineWire<
  {
    readonly parentRecordId?: string | undefined;
    readonly relatedListParameters?:
      readonly (RelatedListQuery & { readonly relatedListId: RelatedListReference })[] | undefined;
  },
  unknown
>({
  ready: ({ parentRecordId, relatedListParameters }) => !!parentRecordId && !!relatedListParameters,
  load: ({ parentRecordId, relatedListParameters = [] }) =>
    request(`${UI_API}/related-list-records/batch/${parentRecordId}`, {
      method: 'POST',
      body: {
        relatedListParameters: relatedListParameters.map(({ relatedListId, ...query }) => ({
          relatedListId: listId(relatedListId),
          ...queryBody(query),
        })),
      },
    }),
  topics: ({ parentRecordId }) => [relatedTopic(parentRecordId ?? '')],
});

/** How many records a related list has. */
export const getRelatedListCount = defineWire<
  RelatedList & { readonly maxCount?: number | undefined },
  unknown
>({
  ready: namesList,
  load: ({ parentRecordId, relatedListId, maxCount }) =>
    request(
      `${UI_API}/related-list-count/${parentRecordId}/${listId(relatedListId)}${queryString({ maxCount })}`,
    ),
  topics: ({ parentRecordId }) => [relatedTopic(parentRecordId ?? '')],
});

/** How many records several related lists have. */
export const getRelatedListsCount = defineWire<
  {
    readonly parentRecordId?: string | undefined;
    readonly relatedListNames?: readonly string[] | undefined;
    readonly maxCount?: number | undefined;
  },
  unknown
>({
  ready: ({ parentRecordId, relatedListNames }) => !!parentRecordId && many(relatedListNames).length > 0,
  load: ({ parentRecordId, relatedListNames, maxCount }) =>
    request(
      `${UI_API}/related-list-count/batch/${parentRecordId}/${many(relatedListNames).join(',')}${queryString({ maxCount })}`,
    ),
  topics: ({ parentRecordId }) => [relatedTopic(parentRecordId ?? '')],
});

/** What a related list shows: its columns and order. */
export const getRelatedListInfo = defineWire<
  {
    readonly parentObjectApiName?: ObjectReference | undefined;
    readonly relatedListId?: RelatedListReference | undefined;
    readonly recordTypeId?: string | undefined;
    readonly fields?: Fields;
    readonly optionalFields?: Fields;
    readonly restrictColumnsToLayout?: boolean | undefined;
  },
  unknown
>({
  ready: ({ parentObjectApiName, relatedListId }) => !!parentObjectApiName && !!relatedListId,
  load: ({ parentObjectApiName, relatedListId, fields, optionalFields, ...query }) =>
    request(
      `${UI_API}/related-list-info/${objectName(parentObjectApiName)}/${listId(relatedListId)}${queryString({
        ...query,
        fields: fieldNames(fields),
        optionalFields: fieldNames(optionalFields),
      })}`,
    ),
});

/** The related lists that the layout of an object has. */
export const getRelatedListsInfo = defineWire<
  { readonly parentObjectApiName?: ObjectReference | undefined; readonly recordTypeId?: string | undefined },
  unknown
>({
  ready: ({ parentObjectApiName }) => !!parentObjectApiName,
  load: ({ parentObjectApiName, recordTypeId }) =>
    request(`${UI_API}/related-list-info/${objectName(parentObjectApiName)}${queryString({ recordTypeId })}`),
});
