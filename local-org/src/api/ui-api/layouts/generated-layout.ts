import type { LayoutDefinition, LayoutItemDefinition, LayoutSectionDefinition } from '../../../metadata';
import type { Field, FieldType, SObjectType } from '../../../schema';
import { defaultRelatedLists, PLAIN_RELATED_LIST } from './default-related-lists';

/** Fields that the system keeps; the last section shows those of them that users look at. */
const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'MasterRecordId',
  'RecordTypeId',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
  'CurrencyIsoCode',
  'PhotoUrl',
]);
/** Types that users do not read or write in a form. */
const HIDDEN_TYPES: ReadonlySet<FieldType> = new Set(['id', 'base64', 'anyType', 'complexvalue']);
const LONG_TEXT_CHARACTERS = 255;

/**
 * The layout of an object that has none deployed: its fields in two columns, then addresses, then long texts, then who
 * made and changed the record; and the related lists that such an object has.
 *
 * DEVIATION: an object of a new org has a layout that the platform lays out by hand, field by field; this one has all
 * fields in the object's order.
 */
export function generatedLayout(type: SObjectType, children: readonly SObjectType[]): LayoutDefinition {
  const shown = type.fields.filter((field) => isShown(field));
  const addresses = shown.filter(({ type: kind }) => kind === 'address');
  const texts = shown.filter((field) => isLongText(field));
  const others = shown.filter((field) => !addresses.includes(field) && !texts.includes(field));
  return {
    object: type.name,
    name: `${type.definition.label} Layout`,
    sections: [
      section(`${type.definition.label} Information`, halves(others)),
      section('Address Information', halves(addresses)),
      section('Description Information', [texts]),
      systemSection(type),
    ].filter(({ columns }) => columns.flat().length > 0),
    relatedLists: relatedLists(type, children),
    actions: null,
    excludeButtons: [],
  };
}

function isShown(field: Field): boolean {
  if (SYSTEM_FIELDS.has(field.name) || HIDDEN_TYPES.has(field.type)) return false;
  return field.compoundFieldName === undefined || field.compoundFieldName === field.name;
}

function isLongText({ type, length }: Field): boolean {
  return type === 'textarea' && length > LONG_TEXT_CHARACTERS;
}

function halves(fields: readonly Field[]): (readonly Field[])[] {
  return [
    fields.filter((_field, index) => index % 2 === 0),
    fields.filter((_field, index) => index % 2 === 1),
  ];
}

function section(label: string, columns: readonly (readonly Field[])[]): LayoutSectionDefinition {
  return {
    label,
    style: columns.length === 1 ? 'OneColumn' : 'TwoColumnsLeftToRight',
    detailHeading: true,
    editHeading: true,
    columns: columns.map((fields) => fields.map(item)),
  };
}

function systemSection(type: SObjectType): LayoutSectionDefinition {
  const fields = ['CreatedById', 'LastModifiedById'].flatMap((name) => type.field(name) ?? []);
  return section('System Information', halves(fields));
}

function item(field: Field): LayoutItemDefinition {
  // A form always demands a name, even where the API names the record by its id.
  const isNamed = field.nameField && field.createable;
  const required =
    isNamed || (!field.nillable && field.createable && !field.defaultedOnCreate && field.type !== 'boolean');
  const writable = field.createable || field.updateable || field.type === 'address' || field.nameField;
  return {
    kind: 'field',
    name: field.name,
    behavior: required ? 'Required' : writable ? 'Edit' : 'Readonly',
  };
}

function relatedLists(type: SObjectType, children: readonly SObjectType[]): LayoutDefinition['relatedLists'] {
  return defaultRelatedLists(type, children).map((relatedList) => ({
    relatedList,
    ...PLAIN_RELATED_LIST,
  }));
}
