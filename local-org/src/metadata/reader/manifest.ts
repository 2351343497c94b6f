import { MAX_API_VERSION } from '../../core';
import { objectsOf, textOf, textsOf } from '../content-access';
import { decodeContent } from '../elements/decode-content';
import type { Problem } from '../elements/problem';
import { isKnownType } from '../registry/type-lookup';
import { isUnsupportedType } from '../registry/unsupported-types';
import { MalformedXmlError, parseXml } from '../xml/parse-xml';
import { positionAtPath, type XmlElement } from '../xml/xml-element';

/** The members of one type that a manifest names; `*` stands for all. */
export interface ManifestType {
  readonly name: string;
  readonly members: readonly string[];
}

/** package.xml or a destructiveChanges file. */
export interface Manifest {
  readonly types: readonly ManifestType[];
  /** `67` for `<version>67.0</version>`; null when missing. */
  readonly version: number | null;
  readonly problems: readonly Problem[];
}

/** A manifest that names nothing. */
export const EMPTY_MANIFEST: Manifest = { types: [], version: null, problems: [] };

/**
 * Reads package.xml. Unknown types and bad versions are problems, not exceptions.
 * UNVERIFIED: the platform's wording for a version out of range.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/manifest_samples.htm
 */
export function readManifest(xml: string, options: { readonly versionRequired: boolean }): Manifest {
  let root: XmlElement;
  try {
    root = parseXml(xml);
  } catch (error) {
    if (!(error instanceof MalformedXmlError)) throw error;
    const problem = { message: `Error parsing file: ${error.message}`, position: error.position };
    return { ...EMPTY_MANIFEST, problems: [problem] };
  }
  const { content, problems } = decodeContent(root, 'Package');
  const types = objectsOf(content, 'types').map((type) => ({
    name: (textOf(type, 'name') ?? '').trim(),
    // Clients write folders of reports and dashboards with a slash at the end.
    members: textsOf(type, 'members').map((member) => member.trim().replace(/\/$/, '')),
  }));
  const versionText = textOf(content, 'version')?.trim();
  const version = versionText === undefined ? null : Number(versionText);
  return {
    types,
    version,
    problems: [
      ...problems,
      ...unknownTypeProblems(types, root),
      ...versionProblems(version, versionText, root, options.versionRequired),
    ],
  };
}

function unknownTypeProblems(types: readonly ManifestType[], root: XmlElement): Problem[] {
  return types.flatMap((type, index) => {
    if (isKnownType(type.name)) return [];
    const position = positionAtPath(root, ['types', index, 'name']);
    return [{ message: unknownTypeMessage(type.name), position }];
  });
}

function unknownTypeMessage(name: string): string {
  if (name === '') return 'No type name specified in package.xml';
  if (isUnsupportedType(name)) return `Metadata type ${name} is not supported by the local org`;
  return `Unknown type name '${name}' specified in package.xml`;
}

function versionProblems(
  version: number | null,
  versionText: string | undefined,
  root: XmlElement,
  required: boolean,
): Problem[] {
  if (version === null) {
    return required ? [{ message: 'Required field is missing: version', position: root.position }] : [];
  }
  if (Number.isInteger(version) && version >= 7 && version <= MAX_API_VERSION) return [];
  const position = positionAtPath(root, ['version']);
  return [{ message: `Invalid version specified:${versionText}`, position }];
}
