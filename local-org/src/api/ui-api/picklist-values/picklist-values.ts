import { ApiError } from '../../../core';
import {
  FORECAST_CATEGORY_NAMES,
  type Field,
  type PicklistValue,
  type RecordType,
  type SObjectType,
} from '../../../schema';
import { isReadable, requireField } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';
import { withEtag } from '../values/etag';
import { recordTypeName } from '../object-info/record-type-name';

/** A value of a picklist in the form of the User Interface API. */
interface PicklistValueRepresentation {
  readonly attributes: unknown;
  readonly label: string;
  /** Positions of the controlling values under which it may be chosen. */
  readonly validFor: readonly number[];
  readonly value: string;
}

const PICKLIST_TYPES: ReadonlySet<string> = new Set(['picklist', 'multipicklist', 'combobox']);

/** What values of some standard picklists say beside their name. The misspelt property is the platform's own. */
const VALUE_ATTRIBUTES: Readonly<Record<string, (value: PicklistValue) => unknown>> = {
  'Case.Status': ({ closed = false }) => ({ closed, picklistAtrributesValueType: 'CaseStatus' }),
  'Lead.Status': ({ converted = false }) => ({ converted, picklistAtrributesValueType: 'LeadStatus' }),
  'Opportunity.StageName': ({ closed = false, won = false, probability = 0, forecastCategory = '' }) => ({
    closed,
    defaultProbability: probability,
    forecastCategoryName: FORECAST_CATEGORY_NAMES.get(forecastCategory) ?? null,
    picklistAtrributesValueType: 'OpportunityStage',
    won,
  }),
};

/**
 * The values that a record type allows in a picklist.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_picklist_values.htm
 * @throws ApiError INVALID_FIELD when the field is no picklist
 */
export function picklistValues(
  ui: UiRequest,
  type: SObjectType,
  recordTypeId: string,
  fieldName: string,
): Record<string, unknown> {
  const field = requireField(ui, type, fieldName);
  if (!PICKLIST_TYPES.has(field.type)) {
    throw new ApiError('INVALID_FIELD', `${field.name} is not a picklist field of ${type.name}`);
  }
  const recordType = recordTypeOf(ui, type, recordTypeId);
  const controllers = controllerValues(type, field);
  const allowed = recordType?.picklistValues[field.name];
  const values = (field.picklist?.values ?? [])
    .filter(({ active, value }) => active && (allowed === undefined || allowed.values.includes(value)))
    .map((value) => representation(type, field, value, controllers));
  const byDefault =
    allowed?.defaultValue ?? field.picklist?.values.find(({ defaultValue }) => defaultValue)?.value;
  return withEtag({
    controllerValues: controllers,
    defaultValue: values.find(({ value }) => value === byDefault) ?? null,
    url: `${ui.basePath}/object-info/${type.name}/picklist-values/${recordTypeId}/${field.name}`,
    values,
  });
}

/** The values of all picklists of an object that the user may read, for a record type. */
export function allPicklistValues(
  ui: UiRequest,
  type: SObjectType,
  recordTypeId: string,
): Record<string, unknown> {
  const fields = type.fields
    .filter((field) => PICKLIST_TYPES.has(field.type) && isReadable(ui, type, field))
    .map(({ name }) => name)
    .sort();
  return withEtag({
    picklistFieldValues: Object.fromEntries(
      fields.map((name) => [name, picklistValues(ui, type, recordTypeId, name)]),
    ),
  });
}

function representation(
  type: SObjectType,
  field: Field,
  value: PicklistValue,
  controllers: Readonly<Record<string, number>>,
): PicklistValueRepresentation {
  const dependent = field.picklist?.controllingField !== undefined;
  return {
    attributes: VALUE_ATTRIBUTES[`${type.name}.${field.name}`]?.(value) ?? null,
    label: value.label,
    validFor: dependent
      ? (value.validFor ?? []).flatMap((name) => controllers[name] ?? []).sort((a, b) => a - b)
      : [],
    value: value.value,
  };
}

/** Positions of the values of the controlling field; empty when nothing controls the picklist. */
function controllerValues(type: SObjectType, { picklist }: Field): Record<string, number> {
  const controller = type.field(picklist?.controllingField ?? '');
  if (!controller) return {};
  if (controller.type === 'boolean') return { false: 0, true: 1 };
  const values = (controller.picklist?.values ?? []).filter(({ active }) => active);
  return Object.fromEntries(values.map(({ value }, index) => [value, index]));
}

/** @throws ApiError INVALID_ID_FIELD for an id that is none of the object's record types */
function recordTypeOf(ui: UiRequest, type: SObjectType, recordTypeId: string): RecordType | undefined {
  const name = recordTypeName(ui, type, recordTypeId);
  return type.definition.recordTypes.find(({ developerName }) => developerName === name);
}
