/** A value to be written as XML. Null and undefined leave the element out; arrays repeat it. */
export type XmlValue =
  string | number | boolean | null | undefined | XmlNode | XmlText | XmlNil | readonly XmlValue[];

/** Elements by name, in order. */
export interface XmlNode {
  readonly [name: string]: XmlValue;
}

/** Text that is XML already, its own element included. */
export class XmlText {
  constructor(readonly xml: string) {}
}

/** An element that is there and says it has no value: `<id xsi:nil="true"/>`. */
export class XmlNil {
  readonly nil = true;
}

export const NIL = new XmlNil();

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes text for element content and attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Writes elements: `writeElements({ id: 'a', done: true })` is `<id>a</id><done>true</done>`. */
export function writeElements(node: XmlNode): string {
  return Object.entries(node)
    .map(([name, value]) => writeElement(name, value))
    .join('');
}

function writeElement(name: string, value: XmlValue): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return (value as readonly XmlValue[]).map((item) => writeElement(name, item)).join('');
  if (value instanceof XmlText) return value.xml;
  if (value instanceof XmlNil) return `<${name} xsi:nil="true"/>`;
  const content = typeof value === 'object' ? writeElements(value as XmlNode) : escapeXml(String(value));
  return `<${name}>${content}</${name}>`;
}

/**
 * Writes an envelope. The prefix is `soapenv` because clients look the elements up by that name.
 * @param namespace       of the operation: `http://soap.sforce.com/2006/04/metadata`
 * @param sobjectNamespace of records, for the prefix `sf`; left out when the operation answers none
 */
export function writeEnvelope(namespace: string, body: string, header = '', sobjectNamespace = ''): string {
  const sobjects = sobjectNamespace === '' ? '' : `xmlns:sf="${sobjectNamespace}" `;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${namespace}" ${sobjects}` +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `${header === '' ? '' : `<soapenv:Header>${header}</soapenv:Header>`}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
  );
}
