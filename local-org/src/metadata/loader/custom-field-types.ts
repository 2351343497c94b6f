import type { FieldInput, FieldType } from '../../schema';
import type { MetadataObject } from '../component';
import { numberOf, textOf } from '../content-access';

/** The describe type and size attributes of a field by its metadata content. */
export type FieldShape = Pick<FieldInput, 'type'> & Partial<FieldInput>;

const sized = (type: FieldType, extra: Partial<FieldInput> = {}) => {
  return (content: MetadataObject): FieldShape => {
    const length = numberOf(content, 'length');
    return { type, ...extra, ...(length === undefined ? {} : { length }) };
  };
};

const numeric = (type: FieldType) => {
  return (content: MetadataObject): FieldShape => ({
    type,
    precision: numberOf(content, 'precision') ?? 18,
    scale: numberOf(content, 'scale') ?? 0,
  });
};

const fixed = (type: FieldType, extra: Partial<FieldInput> = {}) => {
  return (): FieldShape => ({ type, ...extra });
};

/** Objects and fields are known by durable ids, which are texts. */
const KNOWN_BY_NAME: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition']);
const DURABLE_ID_LENGTH = 255;

/** Records of a custom metadata type have ids as all records have; see {@link KNOWN_BY_NAME}. */
function metadataRelationship(content: MetadataObject): FieldShape {
  return KNOWN_BY_NAME.has(textOf(content, 'referenceTo') ?? '')
    ? { type: 'string', length: DURABLE_ID_LENGTH }
    : { type: 'reference' };
}

/** Characters of a long text area whose length is not given. */
const DEFAULT_LONG_LENGTH = 32_768;

/**
 * Describe types of the field types that metadata knows. Summary takes the type of what it summarises.
 * DEVIATION: values of EncryptedText are shown as they are, never masked.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_field_types.htm#meta_type_fieldtype
 */
export const FIELD_SHAPES: Readonly<Record<string, (content: MetadataObject) => FieldShape>> = {
  AutoNumber: fixed('string', { length: 30 }),
  Checkbox: fixed('boolean'),
  Currency: numeric('currency'),
  Date: fixed('date'),
  DateTime: fixed('datetime'),
  Email: fixed('email', { length: 80 }),
  EncryptedText: sized('encryptedstring'),
  Hierarchy: fixed('reference'),
  Html: sized('textarea', { length: DEFAULT_LONG_LENGTH, extraTypeInfo: 'richtextarea' }),
  Location: fixed('location'),
  LongTextArea: sized('textarea', { length: DEFAULT_LONG_LENGTH, extraTypeInfo: 'plaintextarea' }),
  Lookup: fixed('reference'),
  MasterDetail: fixed('reference'),
  MetadataRelationship: metadataRelationship,
  MultiselectPicklist: fixed('multipicklist', { length: 4099 }),
  Number: numeric('double'),
  Percent: numeric('percent'),
  Phone: fixed('phone', { length: 40 }),
  Picklist: fixed('picklist', { length: 255 }),
  Text: sized('string'),
  TextArea: fixed('textarea', { length: 255 }),
  Time: fixed('time'),
  Url: fixed('url', { length: 255 }),
};
