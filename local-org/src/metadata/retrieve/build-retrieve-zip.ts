import { strToU8, zipSync } from 'fflate';
import { componentKey, parentName, type Component, type ComponentId } from '../component';
import type { ManifestType } from '../reader/manifest';
import type { MetadataType } from '../registry/metadata-type';
import { findChildType, findMetadataType } from '../registry/type-lookup';
import type { ComponentStore } from '../store/component-store';
import { toXml } from '../xml/write-xml';
import { componentXml, contentWithChildren } from './component-xml';
import { packagePath } from './package-path';

/** A retrieved package. */
export interface RetrievedPackage {
  /** Entries lie under `unpackaged/`. */
  readonly zip: Uint8Array;
  /** What is in it, children included, with file names under `unpackaged/`. */
  readonly components: readonly (ComponentId & { readonly fileName: string })[];
  /** Members that do not exist. */
  readonly messages: readonly { readonly fileName: string; readonly problem: string }[];
}

const PREFIX = 'unpackaged/';

/** One file to write: a top-level component, or only some children of one. */
interface FileToWrite {
  readonly type: MetadataType;
  readonly fullName: string;
  /** Null when only children are asked for. */
  own: Component | null;
  readonly children: Map<string, Component>;
}

/**
 * Packs deployed components into a zip. XML is written anew: the content is the same, comments and layout are not kept.
 *
 * @param types   what to retrieve; `*` stands for all components of a type, standard objects apart
 * @param version API version of the request, for its package.xml: `67`
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_retrieve.htm
 */
export function buildRetrieveZip(
  store: ComponentStore,
  types: readonly ManifestType[],
  version: number,
): RetrievedPackage {
  const files = new Map<string, FileToWrite>();
  const messages: { fileName: string; problem: string }[] = [];
  for (const { name, members } of types) {
    for (const member of members) {
      if (addMember(name, member, store, files)) continue;
      const problem = `Entity of type '${name}' named '${member}' cannot be found`;
      messages.push({ fileName: `${PREFIX}package.xml`, problem });
    }
  }
  const entries: Record<string, Uint8Array> = {};
  const components: (ComponentId & { fileName: string })[] = [];
  for (const file of files.values()) writeFile(file, entries, components);
  entries[`${PREFIX}package.xml`] = strToU8(packageXml(types, version));
  return { zip: zipSync(entries), components, messages };
}

/** Marks what a member stands for; false when it stands for nothing. */
function addMember(
  type: string,
  member: string,
  store: ComponentStore,
  files: Map<string, FileToWrite>,
): boolean {
  const child = findChildType(type);
  const topLevel = findMetadataType(type);
  if (member === '*') {
    for (const component of store.all(type)) addMember(type, component.fullName, store, files);
    return child !== undefined || topLevel !== undefined;
  }
  const component = store.find(type, member);
  if (child) {
    if (!component) return false;
    const parent = child.child.ownNamespace ? child.parent.name : parentName(component.fullName);
    fileFor(child.parent, parent, files).children.set(componentKey(component), component);
    return true;
  }
  if (!topLevel) return false;
  const children = topLevel.children.flatMap((childType) =>
    childType.ownNamespace ? store.all(childType.name) : store.childrenOf(childType.name, member),
  );
  if (!component && children.length === 0) return false;
  const file = fileFor(topLevel, component?.fullName ?? member, files);
  file.own = component ?? null;
  for (const part of children) file.children.set(componentKey(part), part);
  return true;
}

function fileFor(type: MetadataType, fullName: string, files: Map<string, FileToWrite>): FileToWrite {
  const key = `${type.name}:${fullName.toLowerCase()}`;
  const file = files.get(key) ?? { type, fullName, own: null, children: new Map<string, Component>() };
  files.set(key, file);
  return file;
}

function writeFile(
  { type, fullName, own, children }: FileToWrite,
  entries: Record<string, Uint8Array>,
  components: (ComponentId & { fileName: string })[],
): void {
  const fileName = PREFIX + packagePath(type, fullName);
  for (const part of [...(own ? [own] : []), ...children.values()]) {
    components.push({ type: part.type, fullName: part.fullName, fileName });
  }
  for (const file of own?.files ?? []) entries[PREFIX + file.path] = file.bytes;
  if (type.layout === 'bundle') return;
  const isFolder = type.folderType !== undefined && !fullName.includes('/');
  const suffix = type.layout === 'content' || isFolder ? '-meta.xml' : '';
  const content = contentWithChildren(own?.content ?? {}, [...children.values()]);
  entries[fileName + suffix] = strToU8(componentXml(type, fullName, content));
}

function packageXml(types: readonly ManifestType[], version: number): string {
  return toXml('Package', {
    types: types.map(({ name, members }) => ({ members, name })),
    version: version.toFixed(1),
  });
}
