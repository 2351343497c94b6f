import { parsePackagePath } from './file-name';
import { EMPTY_MANIFEST, readManifest, type Manifest } from './manifest';
import type { PackageComponent, PackageProblem } from './package-component';
import { readComponent, type ComponentFiles } from './read-component';
import { isFileNamed, isNamed, missingMembers } from './select-members';
import { readZipEntries, type ZipEntries } from './zip-entries';

/** A package as sent to deploy. */
export interface DeployPackage {
  readonly manifest: Manifest;
  /** destructiveChangesPre.xml, and destructiveChanges.xml. */
  readonly destructivePre: Manifest;
  /** destructiveChangesPost.xml. */
  readonly destructivePost: Manifest;
  /** What package.xml names, children included, in the order of the files. */
  readonly components: readonly PackageComponent[];
  /** What could not be read. A deploy of a package with problems fails. */
  readonly problems: readonly PackageProblem[];
}

const DESTRUCTIVE_FILES = {
  pre: ['destructiveChangesPre.xml', 'destructiveChanges.xml'],
  post: ['destructiveChangesPost.xml'],
} as const;

/**
 * Reads a zip in Metadata API format, with package.xml at its root or in its one top folder.
 * Files that package.xml does not name are ignored.
 *
 * @throws LocalOrgError INVALID_ZIP, LIMIT_EXCEEDED; see {@link readZipEntries}
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/file_based_zip_file.htm
 */
export function readPackage(zip: Uint8Array): DeployPackage {
  const entries = stripTopFolder(readZipEntries(zip));
  const packageXml = entries.get('package.xml');
  if (!packageXml) return packageWithoutManifest();
  const manifest = readManifest(decodeText(packageXml), { versionRequired: true });
  const destructivePre = readDestructive(entries, DESTRUCTIVE_FILES.pre);
  const destructivePost = readDestructive(entries, DESTRUCTIVE_FILES.post);
  const sources = gatherComponentFiles(entries).filter((source) => isFileNamed(source, manifest));
  const components: PackageComponent[] = [];
  const problems: PackageProblem[] = [
    ...manifestProblems(manifest, 'package.xml'),
    ...manifestProblems(destructivePre, 'destructiveChanges.xml'),
    ...manifestProblems(destructivePost, 'destructiveChangesPost.xml'),
  ];
  const unreadable: ComponentFiles[] = [];
  for (const source of sources) {
    const read = readComponent(source);
    if (read.components.length === 0) unreadable.push(source);
    const named = read.components.filter((component) => isNamed(component, source, manifest));
    components.push(...named);
    const identity = {
      componentType: source.type.name,
      fullName: source.fullName,
      fileName: source.fileName,
    };
    problems.push(...read.problems.map((problem) => ({ ...identity, ...problem })));
  }
  problems.push(...missingMembers(manifest, components, sources, unreadable));
  return { manifest, destructivePre, destructivePost, components, problems };
}

/** Groups the files of a package by component. */
function gatherComponentFiles(entries: ZipEntries): ComponentFiles[] {
  const gathered = new Map<string, { -readonly [K in keyof ComponentFiles]: ComponentFiles[K] }>();
  for (const [path, bytes] of entries) {
    const parsed = parsePackagePath(path);
    if (!parsed) continue;
    const { type, fullName, fileName } = parsed;
    const key = `${type.name}:${fullName}`;
    const source = gathered.get(key) ?? {
      type,
      fullName,
      fileName,
      rootType: undefined,
      xml: undefined,
      files: [],
    };
    gathered.set(key, source);
    if (parsed.role === 'xml') {
      source.xml = decodeText(bytes);
      source.rootType = parsed.rootType;
      if (type.layout === 'bundle') source.files = [...source.files, { path, bytes }];
    } else {
      source.files = [...source.files, { path, bytes }];
    }
  }
  return [...gathered.values()];
}

function stripTopFolder(entries: ZipEntries): ZipEntries {
  if (entries.has('package.xml')) return entries;
  const manifests = [...entries.keys()].filter((path) => /^[^/]+\/package\.xml$/.test(path));
  const [only] = manifests;
  if (manifests.length !== 1 || only === undefined) return entries;
  const prefix = only.slice(0, -'package.xml'.length);
  return new Map(
    [...entries]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, bytes]) => [path.slice(prefix.length), bytes]),
  );
}

function readDestructive(entries: ZipEntries, names: readonly string[]): Manifest {
  const manifests = names.flatMap((name) => {
    const bytes = entries.get(name);
    return bytes ? [readManifest(decodeText(bytes), { versionRequired: false })] : [];
  });
  return {
    ...EMPTY_MANIFEST,
    types: manifests.flatMap((manifest) => manifest.types),
    problems: manifests.flatMap((manifest) => manifest.problems),
  };
}

function manifestProblems(manifest: Manifest, fileName: string): PackageProblem[] {
  return manifest.problems.map((problem) => ({
    componentType: '',
    fullName: fileName,
    fileName,
    ...problem,
  }));
}

function packageWithoutManifest(): DeployPackage {
  const problem = {
    componentType: '',
    fullName: 'package.xml',
    fileName: 'package.xml',
    message: 'No package.xml found',
  };
  return {
    manifest: EMPTY_MANIFEST,
    destructivePre: EMPTY_MANIFEST,
    destructivePost: EMPTY_MANIFEST,
    components: [],
    problems: [problem],
  };
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
