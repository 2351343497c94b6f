import type { XmlElement } from '../../shared';
import type { MetadataFile } from '../package-source';
import type { Problems } from '../problems';
import { fieldModel, type FieldModel, type FieldType } from './object-model';

/** Types of describe by the type of the field's metadata. */
const TYPES: Readonly<Record<string, FieldType>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  EncryptedText: 'encryptedstring',
  Hierarchy: 'reference',
  Html: 'textarea',
  Location: 'location',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MetadataRelationship: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url',
};

/** Types whose records always hold a value. */
const NEVER_BLANK = new Set(['AutoNumber', 'Checkbox', 'MasterDetail']);
/** Roll-ups that are numbers whatever they summarize. */
const NUMBER_ROLLUPS = new Set(['count', 'sum']);

/** Finds the model of another field, for roll-ups: `('Stage_Gate_Item__c', 'Due_Date__c')`. */
export type FindFieldType = (object: string, field: string) => FieldType | null;

/**
 * The model of a custom field.
 * @returns null, with a problem, when its type is not known
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm
 */
export function customField(
  { path, name, content }: MetadataFile,
  find: FindFieldType,
  problems: Problems,
): FieldModel | null {
  const metadataType = content.at('type') ?? '';
  const type = metadataType === 'Summary' ? rollupType(content, find) : TYPES[metadataType];
  if (!type) {
    problems.add({ file: path }, `Unknown type '${metadataType}' of field '${name}'`);
    return null;
  }
  const computed = content.at('formula') !== undefined || ['AutoNumber', 'Summary'].includes(metadataType);
  const isRequired = content.at('required') === 'true';
  return fieldModel({
    name,
    type,
    label: content.at('label') ?? '',
    nillable: !isRequired && !NEVER_BLANK.has(metadataType),
    required: (isRequired || metadataType === 'MasterDetail') && content.at('defaultValue') === undefined,
    readOnly: computed,
    externalId: content.at('externalId') === 'true',
    referenceTo: content.texts('referenceTo'),
    relationshipName: type === 'reference' ? name.replace(/__c$/, '__r') : null,
    values: restrictedValues(content),
  });
}

function rollupType(content: XmlElement, find: FindFieldType): FieldType | null {
  if (NUMBER_ROLLUPS.has(content.at('summaryOperation') ?? '')) return 'double';
  const [object = '', field = ''] = (content.at('summarizedField') ?? '').split('.');
  return find(object, field);
}

function restrictedValues(content: XmlElement): FieldModel['values'] {
  const [set] = content.all('valueSet');
  if (set?.at('restricted') !== 'true') return null;
  const valueSet = set.at('valueSetName');
  if (valueSet !== undefined) return { valueSet };
  return set.all('valueSetDefinition').flatMap((definition) => valueNames(definition, 'value'));
}

/** API names of the values below an element: `valueNames(definition, 'value')`. */
export function valueNames(element: XmlElement, tag: string): string[] {
  return element.all(tag).map((value) => value.at('fullName') ?? '');
}
