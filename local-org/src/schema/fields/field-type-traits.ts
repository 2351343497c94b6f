import type { FieldType } from '../types';

/** What describe reports for a field because of its type alone. */
export interface FieldTypeTraits {
  /** Characters when the field does not say; 0 for types without a length. */
  readonly length: number;
  /** Digits when the field does not say; 0 for types without a precision. */
  readonly precision: number;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly aggregatable: boolean;
  /** The XML type of its values in SOAP. */
  readonly soapType: string;
  /** Bytes a character may take: describe's `byteLength` is `length` times this. */
  readonly bytesPerCharacter: number;
  /** Digits of a whole number. */
  readonly digits: number;
  /** Made of other fields; its own value cannot be written. */
  readonly compound: boolean;
}

const BASE: FieldTypeTraits = {
  length: 0,
  precision: 0,
  filterable: true,
  sortable: true,
  groupable: true,
  aggregatable: true,
  soapType: 'xsd:string',
  bytesPerCharacter: 3,
  digits: 0,
  compound: false,
};

const NUMBER: FieldTypeTraits = { ...BASE, precision: 18, groupable: false, soapType: 'xsd:double' };
const ID: FieldTypeTraits = { ...BASE, length: 18, soapType: 'tns:ID', bytesPerCharacter: 1 };
const OPAQUE: FieldTypeTraits = {
  ...BASE,
  filterable: false,
  sortable: false,
  groupable: false,
  aggregatable: false,
};

/**
 * Describe attributes by field type.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/field_types.htm
 */
export const FIELD_TYPE_TRAITS: Readonly<Record<FieldType, FieldTypeTraits>> = {
  id: ID,
  reference: ID,
  string: { ...BASE, length: 255 },
  textarea: { ...BASE, length: 255 },
  boolean: { ...BASE, aggregatable: false, soapType: 'xsd:boolean' },
  int: { ...BASE, soapType: 'xsd:int', digits: 8 },
  long: { ...BASE, groupable: false, soapType: 'xsd:long' },
  double: NUMBER,
  currency: NUMBER,
  percent: NUMBER,
  date: { ...BASE, soapType: 'xsd:date' },
  datetime: { ...BASE, groupable: false, soapType: 'xsd:dateTime' },
  time: { ...BASE, groupable: false, soapType: 'xsd:time' },
  email: { ...BASE, length: 80 },
  phone: { ...BASE, length: 40 },
  url: { ...BASE, length: 255 },
  picklist: { ...BASE, length: 255 },
  multipicklist: { ...BASE, length: 4099, sortable: false, groupable: false, aggregatable: false },
  combobox: { ...BASE, length: 255, groupable: false },
  base64: { ...OPAQUE, soapType: 'xsd:base64Binary' },
  encryptedstring: { ...OPAQUE, length: 175 },
  anyType: { ...OPAQUE, soapType: 'xsd:anyType' },
  complexvalue: { ...OPAQUE, soapType: 'urn:complexvalue' },
  address: { ...OPAQUE, filterable: true, soapType: 'urn:address', compound: true },
  location: { ...OPAQUE, filterable: true, soapType: 'urn:location', compound: true },
};

/** The longest text area that queries may filter, sort and group by; longer ones are stored apart. */
export const MAX_SHORT_TEXTAREA_LENGTH = 255;
