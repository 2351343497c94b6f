import type { ComponentId } from '../component';
import { findChildType, findMetadataType } from '../registry/type-lookup';
import type { ComponentStore } from '../store/component-store';

/** A component as listMetadata lists it, before ids and times. */
export interface ListedComponent extends ComponentId {
  readonly fileName: string;
}

/**
 * The deployed components of a type, by name.
 * @param folder for types in folders: only what lies in it
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listmetadata.htm
 */
export function listComponents(store: ComponentStore, type: string, folder?: string): ListedComponent[] {
  if (!findMetadataType(type) && !findChildType(type)) return [];
  return store
    .all(type)
    .filter((component) => folder === undefined || component.fullName.startsWith(`${folder}/`))
    .map((component) => ({
      type: component.type,
      fullName: component.fullName,
      fileName: component.fileName,
    }))
    .sort((a, b) => (a.fullName < b.fullName ? -1 : 1));
}
