import { childName, parentName, type ComponentId } from '../component';

/**
 * Objects of metadata that have no records: their custom fields stand on other objects.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm (Activity)
 */
const FIELD_HOSTS: ReadonlyMap<string, readonly string[]> = new Map([['activity', ['Task', 'Event']]]);

/** The objects on which an object's custom fields stand: `['Task', 'Event']` for `Activity`, else itself. */
export function fieldHosts(objectName: string): readonly string[] {
  return FIELD_HOSTS.get(objectName.toLowerCase()) ?? [objectName];
}

/** Whether an object exists only as a carrier of fields. */
export function isFieldCarrier(id: ComponentId): boolean {
  return id.type === 'CustomObject' && FIELD_HOSTS.has(id.fullName.toLowerCase());
}

/** A field under all names by which other components mention it: `Activity.Effort__c` is also `Task.Effort__c`. */
export function mentionedAs(id: ComponentId): readonly ComponentId[] {
  if (id.type !== 'CustomField') return [id];
  const hosts = fieldHosts(parentName(id.fullName));
  return [id, ...hosts.map((host) => ({ type: id.type, fullName: `${host}.${childName(id.fullName)}` }))];
}
