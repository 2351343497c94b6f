import { queryString, request, UI_API } from 'shell/http';
import { fieldName, objectName, type FieldReference, type ObjectReference } from 'shell/references';
import { defineWire } from 'shell/wire';

/** Records that fit into a lookup field. @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_lookup.htm */
export const getLookupRecords = defineWire<
  {
    readonly fieldApiName?: FieldReference | undefined;
    readonly targetApiName?: ObjectReference | undefined;
    readonly searchTerm?: string | undefined;
    readonly searchType?: 'Recent' | 'Search' | 'TypeAhead' | undefined;
    readonly page?: number | undefined;
    readonly pageSize?: number | undefined;
    readonly dependentFieldBindings?: string | undefined;
  },
  unknown
>({
  ready: ({ fieldApiName, targetApiName }) => !!fieldApiName && !!targetApiName,
  load: ({ fieldApiName, targetApiName, searchTerm, ...query }) => {
    const [object = '', field = ''] = fieldName(fieldApiName ?? '').split('.');
    const target = objectName(targetApiName);
    return request(
      `${UI_API}/lookups/${object}/${field}/${target}${queryString({ ...query, q: searchTerm })}`,
    );
  },
});
