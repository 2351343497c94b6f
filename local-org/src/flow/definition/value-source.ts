import type { FieldValue } from '../../core';
import type { MetadataObject } from '../../metadata';
import { booleanOf, numberOf, objectOf, objectsOf, textOf } from '../../metadata';
import type { FlowDataType } from './data-type';

/** Where a value of a flow comes from: `{ kind: 'reference', path: '$Record.Amount' }`. */
export type ValueSource =
  | { readonly kind: 'literal'; readonly value: FieldValue }
  /** Text with merge fields: `Deal {!$Record.Name}`. */
  | { readonly kind: 'template'; readonly text: string }
  | { readonly kind: 'reference'; readonly path: string }
  | { readonly kind: 'formula'; readonly expression: string; readonly dataType: FlowDataType }
  | { readonly kind: 'collection'; readonly items: readonly ValueSource[] };

/** The source of no value. */
export const NULL_SOURCE: ValueSource = Object.freeze({ kind: 'literal', value: null });

/** Reads the value child of an element: `<value><elementReference>Find_Deal.Id</elementReference></value>`. */
export function valueSourceOf(content: MetadataObject, element = 'value'): ValueSource {
  return readValueSource(objectOf(content, element));
}

/**
 * Reads a FlowElementReferenceOrValue; null when it is absent or empty.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_visual_workflow.htm
 */
export function readValueSource(value: MetadataObject | undefined): ValueSource {
  if (!value) return NULL_SOURCE;
  const path = textOf(value, 'elementReference') ?? textOf(value, 'transformValueReference');
  if (path !== undefined) return { kind: 'reference', path };
  const expression = textOf(value, 'formulaExpression');
  if (expression !== undefined) {
    const dataType = (textOf(value, 'formulaDataType') ?? 'String') as FlowDataType;
    return { kind: 'formula', expression, dataType };
  }
  const items = objectsOf(value, 'collectionElements');
  if (items.length > 0) return { kind: 'collection', items: items.map(readValueSource) };
  return readLiteral(value);
}

function readLiteral(value: MetadataObject): ValueSource {
  if (typeof value['booleanValue'] === 'boolean')
    return { kind: 'literal', value: booleanOf(value, 'booleanValue') };
  const number = numberOf(value, 'numberValue');
  if (number !== undefined) return { kind: 'literal', value: number };
  const text = value['stringValue'] ?? value['sobjectValue'] ?? value['setupReference'];
  if (typeof text === 'string')
    return text.includes('{!') ? { kind: 'template', text } : { kind: 'literal', value: text };
  const dateTime = textOf(value, 'dateTimeValue');
  if (dateTime !== undefined) return { kind: 'literal', value: canonicalDateTime(dateTime) };
  const date = textOf(value, 'dateValue');
  if (date !== undefined) return { kind: 'literal', value: date.slice(0, 10) };
  const time = textOf(value, 'timeValue');
  return time === undefined ? NULL_SOURCE : { kind: 'literal', value: time };
}

/** `2026-11-22T11:01:25Z` as a datetime field value. */
function canonicalDateTime(text: string): string {
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? text : new Date(epochMs).toISOString().replace('Z', '+0000');
}
