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

/** A list view with its records. @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-list-view.html */
export const getListUi = defineWire<
  {
    readonly objectApiName?: ObjectReference | undefined;
    readonly listViewApiName?: string | { readonly listViewApiName: string } | undefined;
    readonly listViewId?: string | undefined;
    readonly pageSize?: number | undefined;
    readonly pageToken?: string | undefined;
    readonly sortBy?: OneOrMany<FieldReference> | undefined;
    readonly fields?: OneOrMany<FieldReference> | undefined;
    readonly optionalFields?: OneOrMany<FieldReference> | undefined;
  },
  unknown
>({
  ready: ({ objectApiName, listViewApiName, listViewId }) =>
    !!listViewId || (!!objectApiName && !!listViewApiName) || !!objectApiName,
  load: ({
    objectApiName,
    listViewApiName,
    listViewId,
    pageSize,
    pageToken,
    sortBy,
    fields,
    optionalFields,
  }) => {
    const name = typeof listViewApiName === 'object' ? listViewApiName.listViewApiName : listViewApiName;
    const list = listViewId ?? [objectName(objectApiName), name].filter(Boolean).join('/');
    return request(
      `${UI_API}/list-ui/${list}${queryString({
        pageSize,
        pageToken,
        sortBy: many(sortBy).map(sortName),
        fields: fieldNames(fields),
        optionalFields: fieldNames(optionalFields),
      })}`,
    );
  },
});

/** `-Name` sorts downward; the object's name is left out. */
function sortName(field: FieldReference): string {
  return typeof field === 'string' ? field.replace(/^(-?)[^.]*\.(?=[^.]+$)/, '$1') : field.fieldApiName;
}
