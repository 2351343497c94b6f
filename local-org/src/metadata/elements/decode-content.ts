import type { MetadataObject, MetadataValue } from '../component';
import type { XmlElement } from '../xml/xml-element';
import { elementsOf, enumValues, isComplexType, type ElementDeclaration } from './element-tables';
import type { Problem } from './problem';
import { decodeScalar } from './scalar-types';

/** Namespace of every metadata file. */
export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** A file's content, typed, and what is wrong with it. */
export interface DecodedContent {
  readonly content: MetadataObject;
  readonly problems: readonly Problem[];
}

/**
 * Turns a parsed element into typed content by the tables of its metadata type. Unknown elements, wrong enum values,
 * texts that are no number or boolean and elements given twice are problems with the platform's message.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/metadata.htm
 */
export function decodeContent(element: XmlElement, typeName: string): DecodedContent {
  const problems: Problem[] = [];
  return { content: decodeComplex(element, typeName, problems), problems };
}

function decodeComplex(element: XmlElement, typeName: string, problems: Problem[]): MetadataObject {
  const declarations = elementsOf(typeName);
  const content: Record<string, MetadataValue | MetadataValue[]> = {};
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
  const allowed = enumValues(declaration.type);
  if (allowed) return decodeEnum(element, declaration.type, allowed, problems);
  if (declaration.type === 'anyType') {
    return { xsiType: element.attributes['type'] ?? null, text: isNil(element) ? null : element.text };
  }
  if (isNil(element)) return undefined;
  const decoded = decodeScalar(declaration.type, element.text);
  if ('problem' in decoded) {
    problems.push({ message: `Error parsing file: ${decoded.problem}`, position: element.position });
    return undefined;
  }
  return decoded.value;
}

/** `<objectMapping xsi:nil="true"/>`: as retrieved for an element without a value. */
function isNil(element: XmlElement): boolean {
  return element.attributes['nil'] === 'true';
}

function decodeEnum(
  element: XmlElement,
  enumName: string,
  allowed: ReadonlySet<string>,
  problems: Problem[],
): string | undefined {
  const text = element.text.trim();
  if (allowed.has(text)) return text;
  problems.push({
    message: `'${text}' is not a valid value for the enum '${enumName}'`,
    position: element.position,
  });
  return undefined;
}

function unknownElement(element: XmlElement, typeName: string): Problem {
  const name = element.namespace === '' ? element.name : `{${element.namespace}}${element.name}`;
  return {
    message: `Error parsing file: Element ${name} invalid at this location in type ${typeName}`,
    position: element.position,
  };
}
