import type { SourcePosition } from '../../core';
import type { MetadataObject, MetadataValue } from '../component';
import type { XmlElement } from '../xml/xml-element';
import { elementsOf, enumValues, isComplexType, type ElementDeclaration } from './element-tables';
import type { Problem } from './problem';
import { decodeScalar, type DecodedScalar } from './scalar-types';

/** Namespace of every metadata file. */
export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** A file's content, typed, and what is wrong with it. */
export interface DecodedContent {
  readonly content: MetadataObject;
  readonly problems: readonly Problem[];
}

/**
 * Turns a parsed element into typed content by the tables of its metadata type. Unknown elements, wrong enum values,
 * texts that are no number or boolean and elements given twice are problems with the platform's message. An attribute
 * that the tables declare becomes an entry `@name`.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/metadata.htm
 */
export function decodeContent(element: XmlElement, typeName: string): DecodedContent {
  const problems: Problem[] = [];
  return { content: decodeComplex(element, typeName, problems), problems };
}

function decodeComplex(element: XmlElement, typeName: string, problems: Problem[]): MetadataObject {
  const declarations = elementsOf(typeName);
  const content: Record<string, MetadataValue | MetadataValue[]> = decodeAttributes(
    element,
    declarations,
    typeName,
    problems,
  );
  for (const child of element.children) {
    const declaration = declarations.get(child.name);
    if (!declaration || child.namespace !== element.namespace) {
      problems.push(unknownElement(child, typeName));
      continue;
    }
    const value = decodeValue(child, declaration, problems);
    if (value === undefined) continue;
    addValue(content, child, declaration, value, typeName, problems);
  }
  return content;
}

/**
 * The attributes of a start tag, of types that declare any. Others have `xsi:type` and the like, which say nothing about
 * the content. UNVERIFIED: the platform's wording.
 */
function decodeAttributes(
  element: XmlElement,
  declarations: ReadonlyMap<string, ElementDeclaration>,
  typeName: string,
  problems: Problem[],
): Record<string, MetadataValue> {
  const content: Record<string, MetadataValue> = {};
  const declared = [...declarations.values()].filter(({ name }) => name.startsWith('@'));
  if (declared.length === 0) return content;
  for (const [name, text] of Object.entries(element.attributes)) {
    const declaration = declarations.get(`@${name}`);
    const value = declaration && decodeText(text, element.position, declaration.type, problems);
    if (value !== undefined) content[`@${name}`] = value;
    if (declaration) continue;
    problems.push({
      message: `Error parsing file: Attribute ${name} invalid at this location in type ${typeName}`,
      position: element.position,
    });
  }
  for (const { name, occurrence } of declared) {
    if (occurrence !== 'required' || name.slice(1) in element.attributes) continue;
    problems.push({ message: `Required field is missing: ${name.slice(1)}`, position: element.position });
  }
  return content;
}

function addValue(
  content: Record<string, MetadataValue | MetadataValue[]>,
  child: XmlElement,
  declaration: ElementDeclaration,
  value: MetadataValue,
  typeName: string,
  problems: Problem[],
): void {
  const present = content[child.name];
  if (declaration.occurrence === 'repeated') {
    if (Array.isArray(present)) present.push(value);
    else content[child.name] = [value];
  } else if (present === undefined) {
    content[child.name] = value;
  } else {
    problems.push({
      message: `Error parsing file: Element ${child.name} is duplicated at this location in type ${typeName}`,
      position: child.position,
    });
  }
}

function decodeValue(
  element: XmlElement,
  declaration: ElementDeclaration,
  problems: Problem[],
): MetadataValue | undefined {
  if (isComplexType(declaration.type))
    return isNil(element) ? undefined : decodeComplex(element, declaration.type, problems);
  const unexpected = element.children[0];
  if (unexpected) {
    problems.push(unknownElement(unexpected, declaration.type));
    return undefined;
  }
  if (declaration.type === 'anyType') {
    return { xsiType: element.attributes['type'] ?? null, text: isNil(element) ? null : element.text };
  }
  if (isNil(element)) return undefined;
  return decodeText(element.text, element.position, declaration.type, problems);
}

/** The value that the text of an element or attribute stands for; undefined when it is none of its type. */
function decodeText(
  text: string,
  position: SourcePosition,
  type: string,
  problems: Problem[],
): MetadataValue | undefined {
  const allowed = enumValues(type);
  const decoded = allowed ? decodeEnum(text, type, allowed) : decodeScalar(type, text);
  if ('value' in decoded) return decoded.value;
  const message = allowed ? decoded.problem : `Error parsing file: ${decoded.problem}`;
  problems.push({ message, position });
  return undefined;
}

/** `<objectMapping xsi:nil="true"/>`: as retrieved for an element without a value. */
function isNil(element: XmlElement): boolean {
  return element.attributes['nil'] === 'true';
}

function decodeEnum(text: string, enumName: string, allowed: ReadonlySet<string>): DecodedScalar {
  const value = text.trim();
  return allowed.has(value)
    ? { value }
    : { problem: `'${value}' is not a valid value for the enum '${enumName}'` };
}

function unknownElement(element: XmlElement, typeName: string): Problem {
  const name = element.namespace === '' ? element.name : `{${element.namespace}}${element.name}`;
  return {
    message: `Error parsing file: Element ${name} invalid at this location in type ${typeName}`,
    position: element.position,
  };
}
