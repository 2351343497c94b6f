import { FIELD_TYPE_TRAITS } from '../fields/field-type-traits';
import type { SObjectType } from '../sobject-type';
import type { Field } from '../types';
import type { DescribeFieldResult, FilteredLookupInfo } from './describe-results';
import { picklistEntries } from './picklist-entries';

/** References to these are not offered to narrow a lookup search down. */
const NOT_SEARCH_PREFILTERABLE: ReadonlySet<string> = new Set([
  'OwnerId',
  'CreatedById',
  'LastModifiedById',
  'MasterRecordId',
  'RecordTypeId',
]);

/** Fields that the permission to set audit fields opens for new records. */
const CREATE_AUDIT_FIELDS: ReadonlySet<string> = new Set([
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
]);

/** What the user may do with a field. */
export interface DescribedFieldAccess {
  /** Whether field permissions let the user write it. */
  readonly editable: boolean;
  /** Whether the user may set audit fields of new records. */
  readonly createsAuditFields: boolean;
}

const FULL_ACCESS: DescribedFieldAccess = { editable: true, createsAuditFields: false };

/**
 * A field of an object in the platform's shape.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm
 */
export function describeField(
  type: SObjectType,
  field: Field,
  { editable, createsAuditFields }: DescribedFieldAccess = FULL_ACCESS,
): DescribeFieldResult {
  const traits = FIELD_TYPE_TRAITS[field.type];
  const { formula, picklist } = field;
  return {
    aggregatable: field.aggregatable ?? traits.aggregatable,
    aiPredictionField: false,
    autoNumber: field.autoNumber !== undefined,
    byteLength: field.length * traits.bytesPerCharacter,
    calculated: formula !== undefined || field.rollup !== undefined,
    calculatedFormula: formula?.expression ?? null,
    caseSensitive: field.caseSensitive,
    compoundFieldName: field.compoundFieldName ?? null,
    controllerName: picklist?.controllingField ?? null,
    createable: (field.createable && editable) || (createsAuditFields && CREATE_AUDIT_FIELDS.has(field.name)),
    custom: field.custom,
    defaultValue: describedDefault(field),
    defaultValueFormula: field.defaultFormula ?? null,
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: picklist?.controllingField !== undefined,
    deprecatedAndHidden: false,
    digits: field.digits ?? traits.digits,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: field.extraTypeInfo ?? null,
    filterable: field.filterable,
    filteredLookupInfo: filteredLookupInfo(field),
    formulaTreatNullNumberAsZero: formula?.treatBlanksAs === 'BlankAsZero',
    groupable: field.groupable,
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted,
    idLookup: field.idLookup,
    inlineHelpText: field.inlineHelpText ?? null,
    label: field.label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    nillable: field.nillable,
    permissionable: field.permissionable,
    picklistValues: picklistEntries(picklist, controllingValues(type, field)),
    precision: field.precision,
    queryByDistance: traits.compound,
    ...describeReference(type, field),
    restrictedPicklist: picklist?.restricted ?? false,
    scale: field.scale,
    soapType: traits.soapType,
    sortable: field.sortable,
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && editable,
  };
}

type ReferenceAttributes = Pick<
  DescribeFieldResult,
  | 'cascadeDelete'
  | 'namePointing'
  | 'polymorphicForeignKey'
  | 'referenceTargetField'
  | 'referenceTo'
  | 'relationshipName'
  | 'relationshipOrder'
  | 'restrictedDelete'
  | 'searchPrefilterable'
  | 'writeRequiresMasterRead'
>;

/** Standard references report no delete behaviour on the field, only in the parent's child relationships. */
function describeReference(type: SObjectType, field: Field): ReferenceAttributes {
  const { relationship } = field;
  const polymorphic =
    relationship !== undefined && (relationship.polymorphic === true || relationship.referenceTo.length > 1);
  return {
    cascadeDelete: field.custom && relationship?.onDelete === 'Cascade',
    namePointing: polymorphic,
    polymorphicForeignKey: polymorphic,
    referenceTargetField: null,
    referenceTo: relationship?.referenceTo ?? [],
    relationshipName: relationship?.relationshipName ?? null,
    relationshipOrder: relationshipOrder(type, field),
    restrictedDelete: field.custom && relationship?.onDelete === 'Restrict',
    searchPrefilterable:
      relationship !== undefined &&
      type.definition.capabilities.searchable &&
      !NOT_SEARCH_PREFILTERABLE.has(field.name),
    writeRequiresMasterRead: relationship?.writeRequiresMasterRead ?? false,
  };
}

function relationshipOrder(type: SObjectType, field: Field): number | null {
  if (field.relationship?.kind !== 'masterDetail') return null;
  return type.fields.filter((other) => other.relationship?.kind === 'masterDetail').indexOf(field);
}

/** Standard picklists also report their default value on the field; custom ones only on the value. */
function describedDefault(field: Field): DescribeFieldResult['defaultValue'] {
  if (field.defaultValue !== undefined) return field.defaultValue;
  if (field.custom) return null;
  return field.picklist?.values.find((value) => value.defaultValue)?.value ?? null;
}

function filteredLookupInfo({ relationship }: Field): FilteredLookupInfo | null {
  const filter = relationship?.lookupFilter;
  if (!filter?.active) return null;
  return { controllingFields: [], dependent: false, optionalFilter: filter.optional };
}

function controllingValues(type: SObjectType, { picklist }: Field): readonly string[] {
  if (picklist?.controllingField === undefined) return [];
  const controller = type.field(picklist.controllingField);
  if (controller?.type === 'boolean') return ['false', 'true'];
  return (controller?.picklist?.values ?? []).filter(({ active }) => active).map(({ value }) => value);
}
