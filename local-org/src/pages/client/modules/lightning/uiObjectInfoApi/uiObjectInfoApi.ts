import { request, UI_API } from 'shell/http';
import { knownObjectInfo, loadObjectInfo } from 'shell/objectInfos';
import { fieldName, many, objectName, type FieldReference, type ObjectReference } from 'shell/references';
import type { ObjectInfoRepresentation, PicklistValuesRepresentation } from 'shell/uiApiTypes';
import { defineWire } from 'shell/wire';

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-object-info.html */
export const getObjectInfo = defineWire<
  { readonly objectApiName?: ObjectReference | undefined },
  ObjectInfoRepresentation
>({
  ready: ({ objectApiName }) => !!objectApiName,
  load: ({ objectApiName }) => loadObjectInfo(objectName(objectApiName)),
  known: ({ objectApiName }) => knownObjectInfo(objectName(objectApiName)),
});

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-object-infos.html */
export const getObjectInfos = defineWire<
  { readonly objectApiNames?: readonly ObjectReference[] | undefined },
  unknown
>({
  ready: ({ objectApiNames }) => many(objectApiNames).length > 0,
  load: ({ objectApiNames }) =>
    request(`${UI_API}/object-info/batch/${many(objectApiNames).map(objectName).join(',')}`),
});

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-picklist-values.html */
export const getPicklistValues = defineWire<
  { readonly recordTypeId?: string | undefined; readonly fieldApiName?: FieldReference | undefined },
  PicklistValuesRepresentation
>({
  ready: ({ recordTypeId, fieldApiName }) => !!recordTypeId && !!fieldApiName,
  load: ({ recordTypeId, fieldApiName }) => {
    const [object = '', field = ''] = fieldName(fieldApiName ?? '').split('.');
    return request(`${UI_API}/object-info/${object}/picklist-values/${recordTypeId}/${field}`);
  },
});

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-picklist-values-record.html */
export const getPicklistValuesByRecordType = defineWire<
  { readonly objectApiName?: ObjectReference | undefined; readonly recordTypeId?: string | undefined },
  unknown
>({
  ready: ({ objectApiName, recordTypeId }) => !!objectApiName && !!recordTypeId,
  load: ({ objectApiName, recordTypeId }) =>
    request(`${UI_API}/object-info/${objectName(objectApiName)}/picklist-values/${recordTypeId}`),
});
