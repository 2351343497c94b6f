import { childName, type Component, type MetadataObject, type MetadataValue } from '../component';
import type { ChildType, MetadataType } from '../registry/metadata-type';
import { findChildType } from '../registry/type-lookup';
import { settingsTypeOf } from '../registry/settings-types';
import { toXml } from '../xml/write-xml';

/** Name of the root element of a component's file: `CustomObject`, `ReportFolder`, `OpportunitySettings`. */
export function rootElementOf(type: MetadataType, fullName: string): string {
  if (type.name === 'Settings') return settingsTypeOf(fullName) ?? type.name;
  if (type.folderType !== undefined && !fullName.includes('/')) return type.folderType;
  return type.name;
}

/** A component's content with its children in it, as its file has them: elements in alphabetical order. */
export function contentWithChildren(parent: MetadataObject, children: readonly Component[]): MetadataObject {
  const type = children[0] ? findChildType(children[0].type)?.parent : undefined;
  const groups: Record<string, MetadataValue> = { ...parent };
  for (const childType of type?.children ?? []) {
    const ofType = children.filter((child) => child.type === childType.name);
    if (ofType.length > 0) groups[childType.element] = ofType.map((child) => childElement(child, childType));
  }
  return Object.fromEntries(Object.entries(groups).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function childElement(child: Component, childType: ChildType): MetadataObject {
  const name = childType.ownNamespace ? child.fullName : childName(child.fullName);
  return { fullName: name, ...child.content };
}

/** The XML file of a top-level component. */
export function componentXml(type: MetadataType, fullName: string, content: MetadataObject): string {
  return toXml(rootElementOf(type, fullName), content);
}
