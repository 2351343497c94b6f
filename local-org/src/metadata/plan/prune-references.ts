import { componentKey, type Component, type MetadataObject, type MetadataValue } from '../component';
import { isMetadataObject } from '../content-access';
import { referencesOf } from '../references/references-of';
import type { PathStep } from '../xml/xml-element';

/** Types from which the platform takes a mention away when its target is deleted, instead of refusing the delete. */
const PRUNED_TYPES: ReadonlySet<string> = new Set([
  'CompactLayout',
  'CustomApplication',
  'Layout',
  'ListView',
  'MutingPermissionSet',
  'PermissionSet',
  'Profile',
]);

/** Whether mentions in a type do not stand in the way of a delete. */
export function isPruned(type: string): boolean {
  return PRUNED_TYPES.has(type);
}

/**
 * A component without the entries that mention deleted components: their field permissions, layout items, columns.
 * The component itself when there are none.
 *
 * @param isDeleted by key, as `componentKey` makes it
 */
export function withoutReferences(component: Component, isDeleted: (key: string) => boolean): Component {
  if (!isPruned(component.type)) return component;
  const paths = referencesOf(component)
    .filter(({ target }) => isDeleted(componentKey(target)))
    .map(({ path }) => path.slice(0, path.findLastIndex((step) => typeof step === 'number') + 1))
    .filter((path) => path.length > 0);
  if (paths.length === 0) return component;
  const removed = new Set(paths.map((path) => path.join('/')));
  return { ...component, content: pruneObject(component.content, [], removed) };
}

function pruneObject(
  content: MetadataObject,
  path: readonly PathStep[],
  removed: ReadonlySet<string>,
): MetadataObject {
  return Object.fromEntries(
    Object.entries(content).map(([element, value]) => [
      element,
      pruneValue(value, [...path, element], removed),
    ]),
  );
}

function pruneValue(
  value: MetadataValue,
  path: readonly PathStep[],
  removed: ReadonlySet<string>,
): MetadataValue {
  if (Array.isArray(value)) {
    return (value as readonly MetadataValue[]).flatMap((item, index) => {
      const itemPath = [...path, index];
      return removed.has(itemPath.join('/')) ? [] : [pruneValue(item, itemPath, removed)];
    });
  }
  return isMetadataObject(value) ? pruneObject(value, path, removed) : value;
}
