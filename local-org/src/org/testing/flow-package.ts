import type { MetadataObject, MetadataValue } from '../../metadata';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Elements whose children are connectors: `"connector": "Next"` stands for a target. */
const CONNECTORS: ReadonlySet<string> = new Set([
  'connector',
  'faultConnector',
  'defaultConnector',
  'nextValueConnector',
  'noMoreValuesConnector',
]);
/** Elements that hold a value or reference: `"value": "@$Record.Name"`, `"value": 5`. */
const VALUES: ReadonlySet<string> = new Set(['value', 'rightValue', 'defaultValue']);
/** Elements that stand on the canvas. */
const NODES: ReadonlySet<string> = new Set([
  'actionCalls',
  'assignments',
  'collectionProcessors',
  'customErrors',
  'decisions',
  'loops',
  'recordCreates',
  'recordDeletes',
  'recordLookups',
  'recordRollbacks',
  'recordUpdates',
  'screens',
  'start',
  'steps',
  'subflows',
  'transforms',
  'waits',
]);

/** Writes out a flow of a case file: positions, labels, values and connectors in their full form. */
export function expandFlow(name: string, short: Readonly<Record<string, Json>>): MetadataObject {
  const content = Object.fromEntries(
    Object.entries(short).map(([element, value]) => [element, expand(element, value)]),
  );
  return { label: name, status: 'Active', processType: 'AutoLaunchedFlow', apiVersion: 67, ...content };
}

function expand(element: string, value: Json): MetadataValue {
  if (CONNECTORS.has(element)) return { targetReference: String(value) };
  if (VALUES.has(element)) return valueOf(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => expand(element, item));
  if (typeof value !== 'object' || value === null) return value ?? '';
  const object = value as Readonly<Record<string, Json>>;
  const children = Object.entries(object).map(([key, child]): [string, MetadataValue] => [
    key,
    expand(key, child),
  ]);
  if (!NODES.has(element)) return Object.fromEntries(children);
  const label = element === 'start' ? {} : { label: String(object['name'] ?? '') };
  return { ...label, locationX: 0, locationY: 0, ...Object.fromEntries(children) };
}

function valueOf(value: Json): MetadataValue {
  if (typeof value === 'string')
    return value.startsWith('@') ? { elementReference: value.slice(1) } : { stringValue: value };
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  return value as MetadataObject;
}
