import type { FieldModel, ObjectModel } from '../schema/object-model';
import type { ValueSet } from '../schema/value-sets';
import { comment, HEADER, indented, moduleText, union, valueText } from './type-text';

/** Module of the record types. */
export const RECORDS_MODULE = 'opportunity-hub/records';

const VALUE_TYPES = `/** A record id of 18 characters. Ids come from pages, URLs and JSON as plain text, so it is one. */
export type Id = string;
/** \`2026-01-31\` */
export type IsoDate = string;
/** \`2026-01-31T09:30:00.000Z\`; the REST API writes \`+0000\` for \`Z\`. */
export type IsoDatetime = string;
/** \`09:30:00.000Z\` */
export type IsoTime = string;
/** What Apex takes where it gives \`Value\`: everything inside may be left out or null. */
export type JsonInput<Value> = Value extends readonly (infer Element)[]
  ? readonly JsonInput<Element>[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: JsonInput<Value[Key]> | null }
    : Value;
/** A compound address. */
export interface Address {
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly geocodeAccuracy: string | null;
}
/** A compound geolocation. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}
`;

const LOOKUP_TYPES = `/** API name of an object. */
export type ObjectName = keyof Records;
/** API name of a field of an object. */
export type FieldName<Name extends ObjectName> = keyof Records[Name] & string;
/** A record with the fields that were asked for: \`RecordOf<'Opportunity', 'Id' | 'Amount'>\`. */
export type RecordOf<Name extends ObjectName, Fields extends FieldName<Name>> = Pick<Records[Name], Fields>;
/** A new record: its required fields, and whatever else is given. */
export type RecordInput<Name extends ObjectName> = RecordInputs[Name];
/** A change of a record: nothing is required. */
export type RecordChange<Name extends ObjectName> = Partial<RecordInputs[Name]>;
`;

/** Declares the records of all objects, as they are read and as they are written. */
export function writeRecords(objects: readonly ObjectModel[], valueSets: readonly ValueSet[]): string {
  const byName = new Map(objects.map((object) => [object.name, object]));
  return (
    HEADER +
    moduleText(RECORDS_MODULE, [
      VALUE_TYPES,
      interfaceText('ValueSets', 'Values of the global and standard value sets.', [
        ...valueSets.map(({ name, values }) => `readonly ${name}: ${union(values)};`),
      ]),
      ...objects.map((object) => recordText(object, byName)),
      interfaceText('Records', 'Records by the API name of their object, as they are read.', [
        ...objects.map(({ name }) => `readonly ${name}: ${name};`),
      ]),
      interfaceText(
        'RecordInputs',
        'Records by the API name of their object, as they are written: only fields that clients may set.',
        objects.map((object) => inputText(object, byName)),
      ),
      LOOKUP_TYPES,
    ])
  );
}

function interfaceText(name: string, purpose: string, members: readonly string[]): string {
  return `/** ${purpose} */\nexport interface ${name} {\n${members.map(indented).join('\n')}\n}\n`;
}

function recordText({ name, label, fields }: ObjectModel, objects: ReadonlyMap<string, ObjectModel>): string {
  const members = fields.flatMap((field) => [
    `${comment(field.label, '')}readonly ${field.name}: ${blankable(valueText(field), field.nillable)};`,
    ...relationshipText(field, objects),
  ]);
  return `${comment(label, '')}export interface ${name} {\n${members.map(indented).join('\n')}\n}\n`;
}

/** The parent, with the fields of it that were asked for. */
function relationshipText(field: FieldModel, objects: ReadonlyMap<string, ObjectModel>): string[] {
  const parents = field.referenceTo.filter((object) => objects.has(object));
  if (field.relationshipName === null || parents.length === 0) return [];
  const type = parents.map((parent) => `Partial<${parent}>`).join(' | ');
  return [`readonly ${field.relationshipName}: ${blankable(type, field.nillable)};`];
}

/** A type literal, not an interface: only those fit where any field is taken (`Record<string, FieldValue>`). */
function inputText({ name, fields }: ObjectModel, objects: ReadonlyMap<string, ObjectModel>): string {
  const members = fields
    .filter(({ readOnly }) => !readOnly)
    .flatMap((field) => {
      // A parent may be named by id or by key, so neither is required.
      const isOptional = !field.required || field.type === 'reference';
      return [
        `readonly ${field.name}${isOptional ? '?' : ''}: ${blankable(valueText(field), isOptional && field.nillable)};`,
        ...parentKeyText(field, objects),
      ];
    });
  return `readonly ${name}: {\n${members.map(indented).join('\n')}\n};`;
}

/** A parent named by one of its external ids: `readonly Account?: { readonly External_Id__c: string } | null;`. */
function parentKeyText(field: FieldModel, objects: ReadonlyMap<string, ObjectModel>): string[] {
  if (field.relationshipName === null) return [];
  const keys = field.referenceTo
    .flatMap((parent) => objects.get(parent)?.fields ?? [])
    .filter(({ externalId }) => externalId)
    .map(({ name }) => `{ readonly ${name}: string }`);
  if (keys.length === 0) return [];
  return [
    `readonly ${field.relationshipName}?: ${blankable([...new Set(keys)].join(' | '), field.nillable)};`,
  ];
}

const blankable = (type: string, isBlankable: boolean): string => (isBlankable ? `${type} | null` : type);
