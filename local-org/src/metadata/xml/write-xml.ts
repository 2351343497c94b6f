import type { MetadataObject, MetadataValue, TypedValue } from '../component';
import { METADATA_NAMESPACE } from '../elements/decode-content';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XSD = 'http://www.w3.org/2001/XMLSchema';
const INDENT = '    ';

/**
 * Writes a component's content as a metadata file. Elements keep their order; the platform's indent is four spaces.
 *
 * `toXml('CustomPermission', { label: 'A & B' })` holds `<label>A &amp; B</label>`.
 */
export function toXml(rootElement: string, content: MetadataObject): string {
  const typed = hasTypedValue(content) ? ` xmlns:xsi="${XSI}" xmlns:xsd="${XSD}"` : '';
  const lines = elementLines(content, INDENT);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${rootElement} xmlns="${METADATA_NAMESPACE}"${typed}>`,
    ...lines,
    `</${rootElement}>`,
    '',
  ].join('\n');
}

function elementLines(content: MetadataObject, indent: string): string[] {
  return Object.entries(content)
    .filter(([name]) => !name.startsWith('@'))
    .flatMap(([name, value]) => valueLines(name, value, indent));
}

/** Entries `@name` are attributes of the start tag. */
function attributesOf(content: MetadataObject): string {
  return Object.entries(content)
    .filter(([name]) => name.startsWith('@'))
    .map(([name, value]) => ` ${name.slice(1)}="${escapeXml(String(value))}"`)
    .join('');
}

function valueLines(name: string, value: MetadataValue, indent: string): string[] {
  if (Array.isArray(value)) {
    return (value as readonly MetadataValue[]).flatMap((item) => valueLines(name, item, indent));
  }
  if (typeof value !== 'object') return [`${indent}<${name}>${escapeXml(String(value))}</${name}>`];
  if (isTypedValue(value as MetadataObject | TypedValue))
    return [typedLine(name, value as TypedValue, indent)];
  const lines = elementLines(value as MetadataObject, indent + INDENT);
  const attributes = attributesOf(value as MetadataObject);
  return lines.length === 0
    ? [`${indent}<${name}${attributes}/>`]
    : [`${indent}<${name}${attributes}>`, ...lines, `${indent}</${name}>`];
}

function typedLine(name: string, value: TypedValue, indent: string): string {
  if (value.text === null) return `${indent}<${name} xsi:nil="true"/>`;
  const type = value.xsiType === null ? '' : ` xsi:type="${escapeXml(value.xsiType)}"`;
  return `${indent}<${name}${type}>${escapeXml(value.text)}</${name}>`;
}

function isTypedValue(value: MetadataObject | TypedValue): value is TypedValue {
  return 'xsiType' in value;
}

function hasTypedValue(value: MetadataValue): boolean {
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return (value as readonly MetadataValue[]).some(hasTypedValue);
  const object = value as MetadataObject | TypedValue;
  return isTypedValue(object) || Object.values(object).some(hasTypedValue);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Replaces the five characters that XML reserves. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
