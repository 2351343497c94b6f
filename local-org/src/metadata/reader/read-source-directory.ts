import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { ContentFile } from '../component';
import { decodeContent } from '../elements/decode-content';
import { without } from '../content-access';
import type { ChildType } from '../registry/metadata-type';
import { findMetadataType, findTypeByDirectory } from '../registry/type-lookup';
import { MalformedXmlError, parseXml } from '../xml/parse-xml';
import { parsePackagePath } from './file-name';
import type { PackageComponent, PackageProblem } from './package-component';
import { readComponent, type ComponentFiles } from './read-component';

const META = '-meta.xml';

/** The components of a folder in source format, and what could not be read. */
export interface SourceDirectory {
  readonly components: readonly PackageComponent[];
  readonly problems: readonly PackageProblem[];
}

/**
 * Reads a folder in source format, such as `force-app/main/default`: decomposed objects, bodies with their meta
 * files, bundles. File names in the result are the paths below the folder. Folders that no type uses are left out.
 *
 * @throws Error when the folder cannot be read
 * @see https://developer.salesforce.com/docs/atlas.en-us.sfdx_dev.meta/sfdx_dev/sfdx_dev_source_file_format.htm
 */
export function readSourceDirectory(path: string): SourceDirectory {
  const components: PackageComponent[] = [];
  const problems: PackageProblem[] = [];
  const gathered = new Map<string, ComponentFiles>();
  for (const file of filesBelow(path)) {
    const sourcePath = relative(path, file).split(sep).join('/');
    const bytes = new Uint8Array(readFileSync(file));
    const child = decomposedChild(sourcePath);
    if (child) readChild(child, sourcePath, bytes, components, problems);
    else gather(sourcePath, bytes, gathered);
  }
  for (const source of gathered.values()) {
    const read = readComponent(source);
    components.push(...read.components);
    const identity = {
      componentType: source.type.name,
      fullName: source.fullName,
      fileName: source.fileName,
    };
    problems.push(...read.problems.map((problem) => ({ ...identity, ...problem })));
  }
  return { components, problems };
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

interface DecomposedChild {
  readonly childType: ChildType;
  readonly objectName: string;
  readonly name: string;
}

/** `objects/Thing__c/fields/Size__c.field-meta.xml` is the field `Size__c` of `Thing__c`. */
function decomposedChild(path: string): DecomposedChild | undefined {
  const match = /(?:^|\/)objects\/([^/]+)\/([^/]+)\/([^/]+)\.([^./]+)-meta\.xml$/.exec(path);
  if (!match) return undefined;
  const [, objectName = '', directory, name = '', suffix] = match;
  const childType = findMetadataType('CustomObject')?.children.find(
    (candidate) => candidate.sourceDirectory === directory && candidate.sourceSuffix === suffix,
  );
  return childType && { childType, objectName, name: decodeURIComponent(name) };
}

function readChild(
  { childType, objectName, name }: DecomposedChild,
  fileName: string,
  bytes: Uint8Array,
  components: PackageComponent[],
  problems: PackageProblem[],
): void {
  const id = { type: childType.name, fullName: `${objectName}.${name}` };
  const identity = { componentType: id.type, fullName: id.fullName, fileName };
  try {
    const root = parseXml(new TextDecoder().decode(bytes));
    const decoded = decodeContent(root, childType.name);
    problems.push(...decoded.problems.map((problem) => ({ ...identity, ...problem })));
    if (decoded.problems.length > 0) return;
    const content = without(decoded.content, ['fullName']);
    components.push({ ...id, fileName, content, files: [], root, path: [], parentType: 'CustomObject' });
  } catch (error) {
    if (!(error instanceof MalformedXmlError)) throw error;
    problems.push({ ...identity, message: `Error parsing file: ${error.message}`, position: error.position });
  }
}

/** Files of a type lie below its folder, in any sub-folder; a package has them directly in it. */
function gather(sourcePath: string, bytes: Uint8Array, gathered: Map<string, ComponentFiles>): void {
  const segments = sourcePath.split('/');
  const start = segments.findIndex((segment) => findTypeByDirectory(segment) !== undefined);
  const type = findTypeByDirectory(segments[start] ?? '');
  if (!type || start === segments.length - 1) return;
  const isMeta = sourcePath.endsWith(META);
  const inside = segments.slice(start + 1);
  const keepsFolders = type.layout === 'bundle' || type.folderType !== undefined;
  const name = keepsFolders ? inside.join('/') : basename(sourcePath);
  const plainXml =
    type.layout === 'xml' && isMeta && type.suffix !== null && name.endsWith(`.${type.suffix}${META}`);
  const parsed = parsePackagePath(`${type.directory}/${plainXml ? name.slice(0, -META.length) : name}`);
  if (!parsed) return;
  const key = `${type.name}:${parsed.fullName}`;
  const present = gathered.get(key);
  const file: ContentFile = { path: `${type.directory}/${name}`, bytes };
  const keepsFile = parsed.role === 'content' || type.layout === 'bundle';
  gathered.set(key, {
    type,
    fullName: parsed.fullName,
    fileName: present?.fileName ?? sourcePath,
    rootType: parsed.role === 'xml' ? parsed.rootType : present?.rootType,
    xml: parsed.role === 'xml' ? new TextDecoder().decode(bytes) : present?.xml,
    files: [...(present?.files ?? []), ...(keepsFile ? [file] : [])],
  });
}
