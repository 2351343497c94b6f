import type { MetadataObject, MetadataValue } from './component';

/** Whether a value is an element with children. */
export function isMetadataObject(value: MetadataValue | undefined): value is MetadataObject {
  return typeof value === 'object' && !Array.isArray(value) && !('xsiType' in value);
}

/** A text (or enum, date) element; undefined when it is absent or empty. */
export function textOf(content: MetadataObject, element: string): string | undefined {
  const value = content[element];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A boolean element; `fallback` when it is absent. */
export function booleanOf(content: MetadataObject, element: string, fallback = false): boolean {
  const value = content[element];
  return typeof value === 'boolean' ? value : fallback;
}

/** A numeric element; undefined when it is absent. */
export function numberOf(content: MetadataObject, element: string): number | undefined {
  const value = content[element];
  return typeof value === 'number' ? value : undefined;
}

/** An element with children; undefined when it is absent. */
export function objectOf(content: MetadataObject, element: string): MetadataObject | undefined {
  const value = content[element];
  return isMetadataObject(value) ? value : undefined;
}

/** The occurrences of a repeated element with children; empty when there are none. */
export function objectsOf(content: MetadataObject, element: string): readonly MetadataObject[] {
  const value = content[element];
  if (Array.isArray(value)) return (value as readonly MetadataValue[]).filter(isMetadataObject);
  return isMetadataObject(value) ? [value] : [];
}

/** The occurrences of a repeated text element; empty when there are none. */
export function textsOf(content: MetadataObject, element: string): readonly string[] {
  const value = content[element];
  const values = Array.isArray(value)
    ? (value as readonly MetadataValue[])
    : value === undefined
      ? []
      : [value];
  return values.filter((item): item is string => typeof item === 'string');
}

/** A copy without some elements. */
export function without(content: MetadataObject, elements: Iterable<string>): MetadataObject {
  const dropped = new Set(elements);
  return Object.fromEntries(Object.entries(content).filter(([element]) => !dropped.has(element)));
}
