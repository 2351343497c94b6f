import type { PlatformClass } from '../platform-class';

const enumeration = (name: string, page: string, constants: readonly string[]): PlatformClass => ({
  name,
  kind: 'enum',
  documentation: `https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/${page}.htm`,
  constants,
  members: [],
});

/** Types of fields as describes name them. */
export const displayTypeEnum = enumeration('Schema.DisplayType', 'apex_enum_Schema_DisplayType', [
  'ADDRESS',
  'ANYTYPE',
  'BASE64',
  'BOOLEAN',
  'COMBOBOX',
  'COMPLEXVALUE',
  'CURRENCY',
  'DATACATEGORYGROUPREFERENCE',
  'DATE',
  'DATETIME',
  'DOUBLE',
  'EMAIL',
  'ENCRYPTEDSTRING',
  'ID',
  'INTEGER',
  'JSON',
  'LOCATION',
  'LONG',
  'MULTIPICKLIST',
  'PERCENT',
  'PHONE',
  'PICKLIST',
  'REFERENCE',
  'SOBJECT',
  'STRING',
  'TEXTAREA',
  'TIME',
  'URL',
]);

/** Types of fields as the SOAP API names them. */
export const soapTypeEnum = enumeration('Schema.SOAPType', 'apex_enum_Schema_SOAPType', [
  'ADDRESS',
  'ANYTYPE',
  'BASE64BINARY',
  'BOOLEAN',
  'DATE',
  'DATETIME',
  'DOUBLE',
  'ID',
  'INTEGER',
  'LOCATION',
  'LONG',
  'STRING',
  'TIME',
]);

/** How much a describe reads at once; this one always reads on demand. */
export const describeOptionsEnum = enumeration(
  'Schema.SObjectDescribeOptions',
  'apex_enum_Schema_SObjectDescribeOptions',
  ['DEFAULT', 'DEFERRED', 'FULL'],
);
