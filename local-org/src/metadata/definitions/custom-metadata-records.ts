import type { RecordValues, FieldValue } from '../../core';
import type { Field, Schema } from '../../schema';
import { childName, parentName, type Component, type TypedValue } from '../component';
import { booleanOf, objectsOf, textOf } from '../content-access';
import type { ComponentProblem } from '../rules/component-problem';
import type { ComponentStore } from '../store/component-store';

/** A custom metadata record, its values typed by the fields of its type. */
export interface CustomMetadataRecord {
  /** `Gate__mdt` */
  readonly objectName: string;
  /** `Proposal` */
  readonly developerName: string;
  readonly label: string;
  readonly isProtected: boolean;
  /**
   * Custom fields by canonical name; fields the record does not mention hold their default, or null. A relationship
   * holds the name of what it points to, see `relatedComponent`.
   */
  readonly values: RecordValues;
}

/** A record, and the values that do not fit their fields. */
export interface ReadCustomMetadataRecord {
  readonly record: CustomMetadataRecord;
  readonly problems: readonly ComponentProblem[];
}

/** All records of custom metadata types. Values that do not fit are null; a deploy has refused them. */
export function customMetadataRecords(store: ComponentStore, schema: Schema): CustomMetadataRecord[] {
  return store.all('CustomMetadata').map((component) => customMetadataRecord(component, schema).record);
}

/**
 * Reads one record: the component `Stage_Gate.Proposal` is a record of `Gate__mdt`.
 * UNVERIFIED: the platform's wording for values of a wrong type.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_custommetadata.htm
 */
export function customMetadataRecord(component: Component, schema: Schema): ReadCustomMetadataRecord {
  const objectName = `${parentName(component.fullName)}__mdt`;
  const developerName = childName(component.fullName);
  const object = schema.find(objectName);
  const problems: ComponentProblem[] = [];
  const values: RecordValues = {};
  for (const field of object?.fields ?? []) {
    if (field.custom && !field.formula)
      values[field.name] = field.defaultValue ?? (field.type === 'boolean' ? false : null);
  }
  objectsOf(component.content, 'values').forEach((entry, index) => {
    const field = object?.field(textOf(entry, 'field') ?? '');
    if (!field) return;
    const value = entry['value'] as TypedValue | undefined;
    const decoded = decodeValue(field, value?.text ?? null);
    if (typeof decoded === 'object' && decoded !== null) {
      problems.push({ message: decoded.problem, path: ['values', index, 'value'] });
    } else {
      values[field.name] = decoded;
    }
  });
  const record = {
    objectName: object?.name ?? objectName,
    developerName,
    label: textOf(component.content, 'label') ?? developerName,
    isProtected: booleanOf(component.content, 'protected'),
    values,
  };
  return { record, problems };
}

type Decoded = FieldValue | { readonly problem: string };

function decodeValue(field: Field, text: string | null): Decoded {
  if (text === null || text === '') return field.type === 'boolean' ? false : null;
  return DECODERS[field.type]?.(text.trim(), field) ?? checkedText(text, field);
}

const DECODERS: Readonly<Record<string, (text: string, field: Field) => Decoded>> = {
  boolean: (text, field) => (/^(true|false)$/.test(text) ? text === 'true' : wrong(text, field)),
  double: decodeNumber,
  currency: decodeNumber,
  percent: decodeNumber,
  int: decodeNumber,
  date: (text, field) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : wrong(text, field)),
  datetime: (text, field) => {
    const epoch = Date.parse(text);
    return Number.isNaN(epoch) ? wrong(text, field) : new Date(epoch).toISOString().replace('Z', '+0000');
  },
  reference: (text) => text,
  picklist: (text, field) => {
    const { picklist } = field;
    if (!picklist?.restricted || picklist.values.some((value) => value.value === text)) return text;
    return { problem: `bad value for restricted picklist field: ${text}` };
  },
};

function decodeNumber(text: string, field: Field): Decoded {
  const value = Number(text);
  if (!Number.isFinite(value)) return wrong(text, field);
  const limit = 10 ** (field.precision - field.scale);
  return Math.abs(value) < limit
    ? value
    : { problem: `${field.label}: value outside of valid range on numeric field: ${text}` };
}

function checkedText(text: string, field: Field): Decoded {
  if (field.length === 0 || text.length <= field.length) return text;
  return { problem: `${field.label}: data value too large: ${text} (max length=${field.length})` };
}

function wrong(text: string, field: Field): { readonly problem: string } {
  return { problem: `Invalid value for field ${field.name}: ${text}` };
}
