import type { DescribeFieldResult, FieldType, SObjectType } from '../../../schema';
import type { UiRequest } from '../request/ui-request';
import { nameFieldsOf } from './name-fields';

/** Names of field types in the User Interface API. */
const DATA_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'String',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  long: 'Long',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  reference: 'Reference',
  base64: 'Base64',
  encryptedstring: 'EncryptedString',
  anyType: 'Anytype',
  complexvalue: 'ComplexValue',
  address: 'Address',
  location: 'Location',
};

/** Names of extra type information where they differ in more than the first letter. */
const EXTRA_TYPES: Readonly<Record<string, string>> = {
  imageurl: 'ImageUrl',
  personname: 'PersonName',
  plaintextarea: 'PlainTextArea',
  richtextarea: 'RichTextArea',
  switchablepersonname: 'SwitchablePersonName',
};

/** The name of a field's type: `Currency`, `MultiPicklist`. */
export function dataTypeOf(type: FieldType): string {
  return DATA_TYPES[type];
}

/**
 * A field in the form of the User Interface API.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field.htm
 */
export function fieldInfo(
  ui: UiRequest,
  type: SObjectType,
  field: DescribeFieldResult,
): Record<string, unknown> {
  return {
    apiName: field.name,
    calculated: field.calculated,
    compound: isCompound(type, field),
    compoundComponentName: componentName(field),
    compoundFieldName: field.compoundFieldName,
    controllerName: field.controllerName,
    controllingFields: controllingFields(type, field),
    createable: field.createable,
    custom: field.custom,
    dataType: dataTypeOf(field.type),
    defaultValue: field.defaultValue === null ? null : String(field.defaultValue),
    defaultedOnCreate: field.defaultedOnCreate,
    digits: field.digits,
    externalId: field.externalId,
    extraTypeInfo:
      field.extraTypeInfo === null ? null : (EXTRA_TYPES[field.extraTypeInfo] ?? field.extraTypeInfo),
    filterable: field.filterable,
    filteredLookupInfo: filteredLookupInfo(type, field),
    highScaleNumber: field.highScaleNumber,
    htmlFormatted: field.htmlFormatted,
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    maskType: field.maskType,
    nameField: field.nameField,
    polymorphicForeignKey: field.polymorphicForeignKey,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: field.referenceTargetField,
    referenceToInfos: referenceToInfos(ui, field),
    relationshipName: field.relationshipName,
    required: !field.nillable,
    scale: field.scale,
    searchPrefilterable: field.searchPrefilterable,
    sortable: field.sortable,
    unique: field.unique,
    updateable: field.updateable,
  };
}

/** Addresses, locations, and names that are made of first and last name. */
function isCompound(type: SObjectType, field: DescribeFieldResult): boolean {
  if (field.type === 'address' || field.type === 'location') return true;
  return type.fields.some(({ compoundFieldName }) => compoundFieldName === field.name);
}

/** `City` for BillingCity, which is a part of BillingAddress. */
function componentName({ name, compoundFieldName }: DescribeFieldResult): string | null {
  if (compoundFieldName === null || compoundFieldName === name) return null;
  const prefix = compoundFieldName.replace(/Address$/, '');
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

/** The fields that a dependent picklist depends on, the nearest first. */
function controllingFields(type: SObjectType, field: DescribeFieldResult): string[] {
  const names: string[] = [];
  let controller = field.controllerName;
  while (controller !== null && !names.includes(controller)) {
    names.push(controller);
    controller = type.field(controller)?.picklist?.controllingField ?? null;
  }
  return names;
}

/** Lookup filters that compare with fields of the record itself depend on those. */
function filteredLookupInfo(type: SObjectType, { name }: DescribeFieldResult): unknown {
  const filter = type.field(name)?.relationship?.lookupFilter;
  if (!filter?.active) return null;
  const controlling = filter.filters
    .flatMap((item) => [item.field, item.valueField ?? ''])
    .filter((path) => /^\$Source\./i.test(path))
    .map((path) => path.slice(path.indexOf('.') + 1));
  return {
    controllingFields: [...new Set(controlling)],
    dependent: controlling.length > 0,
    optionalFilter: filter.optional,
  };
}

function referenceToInfos(ui: UiRequest, { referenceTo }: DescribeFieldResult): unknown[] {
  return referenceTo.flatMap((name) => {
    const target = ui.deps.org.schema().find(name);
    return target ? [{ apiName: target.name, nameFields: nameFieldsOf(target) }] : [];
  });
}
