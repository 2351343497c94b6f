import { childName, parentName, type Component } from '../component';
import { textOf, textsOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_compactlayout.htm */
export interface CompactLayoutDefinition {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly fields: readonly string[];
}

/** All compact layouts. */
export function compactLayouts(store: ComponentStore): CompactLayoutDefinition[] {
  return store.all('CompactLayout').map(compactLayoutOf);
}

/**
 * The compact layout that records of a record type show: the record type's own, else the object's. Undefined when it is
 * the one that the system brings.
 * @param recordType developer name; null for records without one
 */
export function assignedCompactLayout(
  store: ComponentStore,
  object: string,
  recordType: string | null,
): CompactLayoutDefinition | undefined {
  const assigned =
    (recordType === null ? undefined : assignment(store.find('RecordType', `${object}.${recordType}`))) ??
    assignment(store.find('CustomObject', object));
  const component = assigned === undefined ? undefined : store.find('CompactLayout', `${object}.${assigned}`);
  return component && compactLayoutOf(component);
}

function assignment(component: Component | undefined): string | undefined {
  return component && textOf(component.content, 'compactLayoutAssignment');
}

function compactLayoutOf({ content, fullName }: Component): CompactLayoutDefinition {
  return {
    object: parentName(fullName),
    name: childName(fullName),
    label: textOf(content, 'label') ?? childName(fullName),
    fields: textsOf(content, 'fields'),
  };
}
