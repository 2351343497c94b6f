import type { Field, Picklist, Relationship } from '../types';
import { FIELD_TYPE_TRAITS, MAX_SHORT_TEXTAREA_LENGTH } from './field-type-traits';

/** What must be said of a field; everything else follows from it or may be said too. */
export type FieldInput = Pick<Field, 'name' | 'label' | 'type'> & Partial<Field>;

/**
 * Builds a frozen field from its essential attributes. What is not given is filled in as describe reports it for a
 * field of that type and make (formula, roll-up, auto-number, master-detail, required).
 *
 * `makeField({ name: 'Score__c', label: 'Score', type: 'double', precision: 4, scale: 1 })` is nillable, createable,
 * updateable, filterable, sortable, aggregatable, permissionable and not groupable.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm
 */
export function makeField(input: FieldInput): Field {
  return buildField(input, input.custom ?? /__(c|pc)$/i.test(input.name), input.picklist, input.relationship);
}

/**
 * `makeField` for callers that hold picklist and relationship in another form, as the thousands of generated fields
 * do: so nothing is copied only to be read once.
 */
export function buildField(
  input: ScalarFieldInput,
  custom: boolean,
  picklist: Picklist | undefined,
  relationship: Relationship | undefined,
): Field {
  const field = requiredAttributes(input, custom, relationship);
  for (const attribute of OPTIONAL_ATTRIBUTES) copyIfGiven(field, input, attribute);
  if (picklist !== undefined) field.picklist = picklist;
  if (relationship !== undefined) field.relationship = relationship;
  if (field.defaultValue === undefined && input.type === 'boolean' && !isComputed(input))
    field.defaultValue = false;
  return Object.freeze(field);
}

/** A field without the parts that may stand in another form. */
export type ScalarFieldInput = Omit<FieldInput, 'picklist' | 'relationship'>;

type MutableField = { -readonly [Attribute in keyof Field]: Field[Attribute] };

/** Attributes a field need not have. Copied one by one: spreading thousands of fields would slow the start down. */
const OPTIONAL_ATTRIBUTES = [
  'autoNumber',
  'autoNumberStart',
  'defaultValue',
  'defaultFormula',
  'formula',
  'rollup',
  'compoundFieldName',
  'inlineHelpText',
  'description',
  'extraTypeInfo',
  'digits',
] as const satisfies readonly (keyof ScalarFieldInput)[];

function copyIfGiven<Attribute extends (typeof OPTIONAL_ATTRIBUTES)[number]>(
  to: MutableField,
  from: ScalarFieldInput,
  attribute: Attribute,
): void {
  const value = from[attribute];
  if (value !== undefined) to[attribute] = value as MutableField[Attribute];
}

function requiredAttributes(
  input: ScalarFieldInput,
  custom: boolean,
  relationship: Relationship | undefined,
): MutableField {
  const { type } = input;
  const traits = FIELD_TYPE_TRAITS[type];
  const writable = !isComputed(input);
  const detail = relationship?.kind === 'masterDetail';
  const nillable = input.nillable ?? isNillable(input, detail);
  const required = writable && !nillable && type !== 'boolean';
  const short = !isLongText(input);
  const groupable = traits.groupable && short && input.autoNumber === undefined;
  return {
    name: input.name,
    label: input.label,
    type,
    custom,
    length: input.length ?? (input.formula && type === 'string' ? MAX_FORMULA_TEXT_LENGTH : traits.length),
    precision: input.precision ?? traits.precision,
    scale: input.scale ?? 0,
    nillable,
    createable: input.createable ?? writable,
    updateable: input.updateable ?? (writable && (!detail || relationship.reparentable === true)),
    defaultedOnCreate: input.defaultedOnCreate ?? isDefaultedOnCreate(input),
    filterable: input.filterable ?? (traits.filterable && short),
    sortable: input.sortable ?? (traits.sortable && short),
    groupable: input.groupable ?? groupable,
    aggregatable: input.aggregatable ?? (traits.aggregatable && short),
    permissionable: input.permissionable ?? (custom && !required && !detail && input.nameField !== true),
    nameField: input.nameField ?? false,
    unique: input.unique ?? false,
    caseSensitive: input.caseSensitive ?? false,
    externalId: input.externalId ?? false,
    idLookup: input.idLookup ?? (type === 'id' || input.externalId === true),
    htmlFormatted: input.htmlFormatted ?? input.extraTypeInfo === 'richtextarea',
    trackHistory: input.trackHistory ?? false,
  };
}

/** Characters describe reports for a text formula. */
const MAX_FORMULA_TEXT_LENGTH = 1300;

function isLongText({ type, length = FIELD_TYPE_TRAITS[type].length }: ScalarFieldInput): boolean {
  return type === 'textarea' && length > MAX_SHORT_TEXTAREA_LENGTH;
}

/** Whether the platform computes the value, so that nobody may write it. */
function isComputed(input: ScalarFieldInput): boolean {
  return (
    input.formula !== undefined ||
    input.rollup !== undefined ||
    input.autoNumber !== undefined ||
    input.type === 'id' ||
    FIELD_TYPE_TRAITS[input.type].compound
  );
}

function isNillable(input: ScalarFieldInput, masterDetail: boolean): boolean {
  return !masterDetail && input.type !== 'boolean' && input.type !== 'id' && input.autoNumber === undefined;
}

/** UNVERIFIED: that a custom field with a default value or formula reports `defaultedOnCreate` as true. */
function isDefaultedOnCreate(input: ScalarFieldInput): boolean {
  if (input.formula || input.rollup) return false;
  return (
    input.type === 'boolean' ||
    input.type === 'id' ||
    input.autoNumber !== undefined ||
    input.defaultValue !== undefined ||
    input.defaultFormula !== undefined
  );
}
