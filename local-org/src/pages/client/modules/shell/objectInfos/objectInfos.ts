import { request, UI_API } from 'shell/http';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';

/**
 * The descriptions of objects: one of each for as long as the page lives, since a deploy that changes objects loads the
 * page anew.
 */

const known = new Map<string, ObjectInfoRepresentation>();
const loading = new Map<string, Promise<ObjectInfoRepresentation>>();

/** The description of an object if it has been loaded. */
export function knownObjectInfo(objectApiName: string): ObjectInfoRepresentation | undefined {
  return known.get(objectApiName);
}

/**
 * Asks the org for the description of an object; who asks meanwhile gets the same answer.
 * @throws FetchResponseError
 */
export function loadObjectInfo(objectApiName: string): Promise<ObjectInfoRepresentation> {
  const underway = loading.get(objectApiName);
  if (underway) return underway;
  const started = request<ObjectInfoRepresentation>(`${UI_API}/object-info/${objectApiName}`)
    .then((info) => {
      known.set(objectApiName, info);
      return info;
    })
    .finally(() => loading.delete(objectApiName));
  loading.set(objectApiName, started);
  return started;
}
