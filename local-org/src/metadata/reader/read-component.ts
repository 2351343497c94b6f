import type { ContentFile, MetadataObject } from '../component';
import { objectsOf, textOf, without } from '../content-access';
import { decodeContent, METADATA_NAMESPACE } from '../elements/decode-content';
import type { Problem } from '../elements/problem';
import type { ChildType, MetadataType } from '../registry/metadata-type';
import { MalformedXmlError, parseXml } from '../xml/parse-xml';
import { positionAtPath, type PathStep, type XmlElement } from '../xml/xml-element';
import type { PackageComponent } from './package-component';

/** One component's files, gathered from a package. */
export interface ComponentFiles {
  readonly type: MetadataType;
  readonly fullName: string;
  readonly fileName: string;
  readonly rootType: string | undefined;
  /** Text of the XML file; undefined when the package has only a body. */
  readonly xml: string | undefined;
  readonly files: readonly ContentFile[];
}

/** The components of one file: the one it is named after, and its children. */
export interface ReadComponents {
  readonly components: readonly PackageComponent[];
  readonly problems: readonly Problem[];
}

/** Parses and types a component's XML and takes its children out as components of their own. */
export function readComponent(source: ComponentFiles): ReadComponents {
  const base = {
    type: source.type.name,
    fullName: source.fullName,
    fileName: source.fileName,
    files: source.files,
    path: [],
    parentType: null,
  };
  if (source.xml === undefined) return { components: [{ ...base, content: {}, root: null }], problems: [] };
  if (source.rootType === undefined) {
    return failed(`Unknown settings type: ${source.fullName}`);
  }
  let root: XmlElement;
  try {
    root = parseXml(source.xml);
  } catch (error) {
    if (!(error instanceof MalformedXmlError)) throw error;
    return failed(`Error parsing file: ${error.message}`, error.position);
  }
  const rootProblem = checkRoot(root, source.rootType);
  if (rootProblem) return { components: [], problems: [rootProblem] };
  const { content, problems } = decodeContent(root, source.rootType);
  if (problems.length > 0) return { components: [], problems };
  return splitChildren({ ...base, content, root }, source.type.children);
}

function splitChildren(parent: PackageComponent, childTypes: readonly ChildType[]): ReadComponents {
  const split = childTypes.map((childType) => childrenOfType(parent, childType));
  const own = without(parent.content, ['fullName', ...childTypes.map((childType) => childType.element)]);
  return {
    components: [{ ...parent, content: own }, ...split.flatMap(({ components }) => components)],
    problems: split.flatMap(({ problems }) => problems),
  };
}

/** UNVERIFIED: the platform's wording for a child that stands twice in a file. */
function childrenOfType(parent: PackageComponent, childType: ChildType): ReadComponents {
  const components: PackageComponent[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  objectsOf(parent.content, childType.element).forEach((content, index) => {
    const child = childComponent(parent, childType, content, [childType.element, index]);
    const key = child?.fullName.toLowerCase();
    if (child && key !== undefined && !seen.has(key)) {
      seen.add(key);
      components.push(child);
      return;
    }
    const message = child
      ? `Duplicate ${childType.name} in the file: ${child.fullName}`
      : 'Required field is missing: fullName';
    const position = parent.root && positionAtPath(parent.root, [childType.element, index]);
    problems.push({ message, ...(position ? { position } : {}) });
  });
  return { components, problems };
}

/** A child as a component of its own; undefined when it has no name. */
function childComponent(
  parent: PackageComponent,
  childType: ChildType,
  content: MetadataObject,
  path: readonly PathStep[],
): PackageComponent | undefined {
  const name = textOf(content, 'fullName')?.trim();
  if (name === undefined) return undefined;
  return {
    type: childType.name,
    fullName: childType.ownNamespace ? name : `${parent.fullName}.${name}`,
    fileName: parent.fileName,
    content: without(content, ['fullName']),
    files: [],
    root: parent.root,
    path,
    parentType: parent.type,
  };
}

/** Files beside sources that were written by Tooling API; the platform reads them all the same. */
const TOOLING_NAMESPACE = 'urn:metadata.tooling.soap.sforce.com';

function checkRoot(root: XmlElement, rootType: string): Problem | undefined {
  const isKnown = root.namespace === METADATA_NAMESPACE || root.namespace === TOOLING_NAMESPACE;
  if (root.name === rootType && isKnown) return undefined;
  const message = isKnown
    ? `Error parsing file: Root element must be ${rootType}, but was ${root.name}`
    : `Error parsing file: Unexpected namespace '${root.namespace}' of root element ${root.name}`;
  return { message, position: root.position };
}

function failed(message: string, position?: Problem['position']): ReadComponents {
  return { components: [], problems: [{ message, ...(position ? { position } : {}) }] };
}
