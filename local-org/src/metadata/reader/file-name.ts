import { isComplexType } from '../elements/element-tables';
import type { MetadataType } from '../registry/metadata-type';
import { settingsTypeOf } from '../registry/settings-types';
import { findTypeByDirectory } from '../registry/type-lookup';

const META = '-meta.xml';

/** What a path in a package stands for. */
export interface PackagePath {
  readonly type: MetadataType;
  /** Name of the component the file belongs to: `Sales/Open` for `reports/Sales/Open.report`. */
  readonly fullName: string;
  /** `xml`: the component's XML; `content`: a body or bundle file. */
  readonly role: 'xml' | 'content';
  /** Type of the file's root element: `CustomObject`, `ReportFolder`, `OpportunitySettings`; undefined when there is none. */
  readonly rootType: string | undefined;
  /** Path under which results list the component: without `-meta.xml`, the folder of a bundle. */
  readonly fileName: string;
}

/**
 * Reads a path of a package in Metadata API format; undefined for a folder that no type uses.
 *
 * `parsePackagePath('classes/Billing.cls-meta.xml')` is the XML of ApexClass `Billing`,
 * `experiences/Store.site-meta.xml` that of the ExperienceBundle whose other files lie in `experiences/Store`.
 * Names are percent-decoded: `layouts/Account-My %28X%29.layout` is `Account-My (X)`.
 */
export function parsePackagePath(path: string): PackagePath | undefined {
  const [directory = '', ...rest] = path.split('/');
  const type = findTypeByDirectory(directory);
  if (!type || rest.length === 0) return undefined;
  return type.layout === 'bundle' ? bundlePath(type, path, rest) : singleFilePath(type, path, rest);
}

function bundlePath(type: MetadataType, path: string, rest: readonly string[]): PackagePath | undefined {
  const [first = '', ...inside] = rest;
  const isBeside = inside.length === 0;
  const metaSuffix = `${isBeside && type.suffix !== null ? `.${type.suffix}` : ''}${META}`;
  if (isBeside && (type.suffix === null || !first.endsWith(metaSuffix))) return undefined;
  const folder = isBeside ? first.slice(0, -metaSuffix.length) : first;
  const isMeta = type.suffix === null ? inside.length === 1 && path.endsWith(META) : isBeside;
  return {
    type,
    fullName: decodeName(folder),
    role: isMeta ? 'xml' : 'content',
    rootType: isMeta ? type.name : undefined,
    fileName: `${type.directory}/${folder}`,
  };
}

function singleFilePath(type: MetadataType, path: string, rest: readonly string[]): PackagePath {
  const isMeta = path.endsWith(META);
  const fileName = isMeta ? path.slice(0, -META.length) : path;
  const inside = isMeta ? rest.join('/').slice(0, -META.length) : rest.join('/');
  const suffix = type.suffix === null ? '' : `.${type.suffix}`;
  const hasSuffix = inside.endsWith(suffix);
  const isFolder = type.folderType !== undefined && isMeta && (!hasSuffix || type.layout === 'xml');
  if (isFolder) {
    const folder = inside.replace(/\.\w+Folder$/, '').replace(new RegExp(`\\.${type.suffix}$`), '');
    return { type, fullName: decodeName(folder), role: 'xml', rootType: type.folderType, fileName };
  }
  const fullName = decodeName(hasSuffix ? inside.slice(0, -suffix.length) : inside);
  const isXml = isMeta || type.layout === 'xml';
  return {
    type,
    fullName,
    role: isXml ? 'xml' : 'content',
    rootType: isXml ? rootTypeOf(type, fullName) : undefined,
    fileName,
  };
}

function rootTypeOf(type: MetadataType, fullName: string): string | undefined {
  if (type.name === 'Settings') return settingsTypeOf(fullName);
  return isComplexType(type.name) ? type.name : undefined;
}

/** Decodes `%28` and the like; a stray percent sign stands for itself. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
