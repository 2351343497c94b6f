import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ApiError } from '../../core';

/** A child element of a SOAP message: text, an element with children, or a repeated element. */
export type SoapValue = string | SoapElement | readonly SoapValue[];

/** Children of an element by name without prefix. Attributes stand under `@type`, `@nil`, .... */
export interface SoapElement {
  readonly [name: string]: SoapValue;
}

/** A request as read from its envelope. */
export interface SoapRequest {
  /** Header elements by name: `SessionHeader`, `AllOrNoneHeader`, ... */
  readonly header: SoapElement;
  /** Name of the first element of the body: `deploy`. */
  readonly operation: string;
  readonly arguments: SoapElement;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
});

/**
 * Reads a SOAP 1.1 envelope.
 * @throws ApiError UNKNOWN_EXCEPTION when it is no well-formed envelope
 */
export function readEnvelope(xml: string): SoapRequest {
  const wellFormed = XMLValidator.validate(xml);
  if (wellFormed !== true) throw new ApiError('UNKNOWN_EXCEPTION', `Malformed XML: ${wellFormed.err.msg}`);
  const envelope = elementOf((parser.parse(xml) as SoapElement)['Envelope']);
  const body = elementOf(envelope['Body']);
  const operation = Object.keys(body).find((name) => !name.startsWith('@') && name !== '#text');
  if (!operation) throw new ApiError('UNKNOWN_EXCEPTION', 'No operation available for request');
  return { header: elementOf(envelope['Header']), operation, arguments: elementOf(body[operation]) };
}

/** A value as an element with children; empty when it is none. */
export function elementOf(value: SoapValue | undefined): SoapElement {
  return typeof value === 'object' && !Array.isArray(value) ? (value as SoapElement) : {};
}

/** The text of an element; undefined when it is absent. */
export function textOf(value: SoapValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  const text = elementOf(value)['#text'];
  return typeof text === 'string' ? text : undefined;
}

/** The occurrences of a repeated element. */
export function listOf(value: SoapValue | undefined): readonly SoapValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly SoapValue[]) : [value as SoapValue];
}

/** A boolean element; `fallback` when it is absent. */
export function booleanOf(value: SoapValue | undefined, fallback = false): boolean {
  const text = textOf(value);
  return text === undefined ? fallback : text === 'true' || text === '1';
}
