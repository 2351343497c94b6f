import type { ChildType, MetadataType, SupportLevel } from './metadata-type';
import { METADATA_TYPES } from './metadata-types';

/** A child type together with the type whose file it stands in. */
export interface ChildTypeEntry {
  readonly child: ChildType;
  readonly parent: MetadataType;
}

const typesByName = new Map(METADATA_TYPES.map((type) => [type.name, type]));
const typesByDirectory = new Map(METADATA_TYPES.map((type) => [type.directory, type]));
const childrenByName = new Map(
  METADATA_TYPES.flatMap((parent) =>
    parent.children.map((child): [string, ChildTypeEntry] => [child.name, { child, parent }]),
  ),
);

/** The top-level type of that name. */
export function findMetadataType(name: string): MetadataType | undefined {
  return typesByName.get(name);
}

/** The child type of that name with its parent: `CustomField` in `CustomObject`. */
export function findChildType(name: string): ChildTypeEntry | undefined {
  return childrenByName.get(name);
}

/** The type whose components lie in that folder of a package. */
export function findTypeByDirectory(directory: string): MetadataType | undefined {
  return typesByDirectory.get(directory);
}

/** Whether a name may stand in package.xml. */
export function isKnownType(name: string): boolean {
  return typesByName.has(name) || childrenByName.has(name);
}

/** The support level of a type or child type; undefined for an unknown one. */
export function supportLevelOf(name: string): SupportLevel | undefined {
  return typesByName.get(name)?.support ?? childrenByName.get(name)?.child.support;
}
