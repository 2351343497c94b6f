import type { Field, FieldType, SObjectType } from '../../../schema';
import { dataTypeOf } from '../object-info/field-info';
import { describeFor } from '../object-info/object-info';
import type { UiRequest } from '../request/ui-request';
import { columnOf, columnPath } from './list-columns';
import { listViewPermissions } from './list-view-permissions';

const EQUALITY = ['Equals', 'NotEqual'];
const ORDER = [...EQUALITY, 'LessThan', 'GreaterThan', 'LessOrEqual', 'GreaterOrEqual'];
const TEXT = [...ORDER, 'Contains', 'NotContain', 'StartsWith'];
/** Filter operators by type of field; types that are absent take those of texts. */
const OPERATORS: Partial<Record<FieldType, readonly string[]>> = {
  boolean: EQUALITY,
  int: ORDER,
  long: ORDER,
  double: ORDER,
  currency: ORDER,
  percent: ORDER,
  date: ORDER,
  datetime: ORDER,
  time: ORDER,
  multipicklist: [...EQUALITY, 'Includes', 'Excludes'],
};
/** Compound fields and contents: lists do not show them. */
const NOT_LISTED: ReadonlySet<FieldType> = new Set(['base64', 'address', 'location']);

/** Fields that are the platform's own business. UNVERIFIED: which ones lists leave out. */
const INTERNAL_FIELDS: ReadonlySet<string> = new Set(['IsDeleted', 'MasterRecordId', 'SystemModstamp']);

/** The operators that a filter by a field may have; none for one that cannot be filtered by. */
export function operatorsOf({ filterable, type }: Field): readonly string[] {
  return filterable ? (OPERATORS[type] ?? TEXT) : [];
}

/**
 * What lists of an object can show and filter by. References stand by the name of what they point to: `Account.Name`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_object_info.htm
 */
export function listObjectInfo(ui: UiRequest, type: SObjectType): Record<string, unknown> {
  const owned = type.field('OwnerId') !== undefined;
  const plural = type.definition.labelPlural;
  const { createable, publicCreatable } = listViewPermissions(ui);
  return {
    availableScopes: [
      { apiName: 'everything', availableEntities: [], label: `All ${plural.toLowerCase()}` },
      ...(owned ? [{ apiName: 'mine', availableEntities: [], label: `My ${plural.toLowerCase()}` }] : []),
    ],
    columns: describeFor(ui, type).fields.flatMap((field) =>
      NOT_LISTED.has(field.type) || INTERNAL_FIELDS.has(field.name)
        ? []
        : (columnInfo(ui, type, field.name) ?? []),
    ),
    createable,
    objectApiName: type.name,
    publicCreatable,
    relatedEntityApiName: null,
    sharedCreatable: publicCreatable,
  };
}

function columnInfo(ui: UiRequest, type: SObjectType, fieldName: string): unknown {
  const path = columnPath(ui.deps.org.schema(), type, fieldName);
  const column = columnOf(ui, type, path);
  if (!column) return undefined;
  const { field, label } = column;
  return {
    alias: path,
    dataType: dataTypeOf(field.type),
    defaultFilterOperator: 'Equals',
    displayable: true,
    fieldApiName: column.path,
    filterable: field.filterable,
    label,
    picklistValues: (field.picklist?.values ?? [])
      .filter(({ active }) => active)
      .map((value) => ({ apiName: value.value, label: value.label })),
    sortable: field.sortable,
    supportedFilterOperators: operatorsOf(field),
  };
}
