import { componentKey, parentName, type ComponentId } from '../component';
import { findChildType, isKnownType } from '../registry/type-lookup';
import type { Manifest } from './manifest';
import type { PackageComponent, PackageProblem } from './package-component';
import type { ComponentFiles } from './read-component';

/** Members of a manifest by type, for look-up in any case. */
function membersByType(manifest: Manifest): ReadonlyMap<string, ReadonlySet<string>> {
  const byType = new Map<string, Set<string>>();
  for (const type of manifest.types) {
    const members = byType.get(type.name) ?? new Set<string>();
    for (const member of type.members) members.add(member.toLowerCase());
    byType.set(type.name, members);
  }
  return byType;
}

const caches = new WeakMap<Manifest, ReadonlyMap<string, ReadonlySet<string>>>();

/** Whether a manifest names a component, by its name or by `*`. */
export function manifestNames(manifest: Manifest, id: ComponentId): boolean {
  let byType = caches.get(manifest);
  if (!byType) {
    byType = membersByType(manifest);
    caches.set(manifest, byType);
  }
  const members = byType.get(id.type);
  return members !== undefined && (members.has('*') || members.has(id.fullName.toLowerCase()));
}

/** Whether anything that may stand in a file is to be deployed. */
export function isFileNamed(source: ComponentFiles, manifest: Manifest): boolean {
  if (manifestNames(manifest, { type: source.type.name, fullName: source.fullName })) return true;
  return manifest.types.some((type) =>
    type.members.some(
      (member) => findChildType(type.name) !== undefined && standsIn(source, type.name, member),
    ),
  );
}

/** Whether a component of a file is to be deployed: it is named itself, or the component whose file it stands in is. */
export function isNamed(component: PackageComponent, source: ComponentFiles, manifest: Manifest): boolean {
  if (manifestNames(manifest, component)) return true;
  return (
    component.parentType !== null &&
    manifestNames(manifest, { type: source.type.name, fullName: source.fullName })
  );
}

/**
 * Members that package.xml names but the package does not hold. Unknown types are reported elsewhere.
 * @param sources    files of the package
 * @param unreadable those of them that failed to parse: their own problems are reported, not their members again
 */
export function missingMembers(
  manifest: Manifest,
  components: readonly PackageComponent[],
  sources: readonly ComponentFiles[],
  unreadable: readonly ComponentFiles[],
): PackageProblem[] {
  const present = new Set([
    ...components.map((component) => componentKey(component)),
    ...sources.map((source) => componentKey({ type: source.type.name, fullName: source.fullName })),
  ]);
  return manifest.types
    .filter(({ name }) => isKnownType(name))
    .flatMap((type) =>
      type.members
        .filter(
          (member) => member !== '*' && !present.has(componentKey({ type: type.name, fullName: member })),
        )
        .filter((member) => !unreadable.some((source) => standsIn(source, type.name, member)))
        .map((member) => ({
          componentType: type.name,
          fullName: member,
          fileName: 'package.xml',
          message: `An object '${member}' of type ${type.name} was named in package.xml, but was not found in zipped directory`,
        })),
    );
}

/** Whether a child of that type and name would stand in that file. */
function standsIn(source: ComponentFiles, typeName: string, member: string): boolean {
  const entry = findChildType(typeName);
  if (entry?.parent.name !== source.type.name) return false;
  return (
    member === '*' ||
    entry.child.ownNamespace ||
    parentName(member).toLowerCase() === source.fullName.toLowerCase()
  );
}
