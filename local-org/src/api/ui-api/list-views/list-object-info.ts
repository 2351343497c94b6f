import type { FieldType, SObjectType } from '../../../schema';
import { layoutLabel } from '../layouts/layout-label';
import { dataTypeOf } from '../object-info/field-info';
import { describeFor } from '../object-info/object-info';
import type { UiRequest } from '../request/ui-request';

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

/**
 * What lists of an object can show and filter by.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_list_object_info.htm
 */
export function listObjectInfo(ui: UiRequest, type: SObjectType): Record<string, unknown> {
  const { fields } = describeFor(ui, type);
  const owned = type.field('OwnerId') !== undefined;
  const plural = type.definition.labelPlural;
  return {
    availableScopes: [
      { apiName: 'everything', availableEntities: [], label: `All ${plural}` },
      ...(owned ? [{ apiName: 'mine', availableEntities: [], label: `My ${plural}` }] : []),
    ],
    columns: fields
      .filter(({ type: kind }) => kind !== 'base64' && kind !== 'address' && kind !== 'location')
      .map((field) => ({
        alias: field.name,
        dataType: dataTypeOf(field.type),
        defaultFilterOperator: 'Equals',
        displayable: true,
        fieldApiName: field.name,
        filterable: field.filterable,
        label: layoutLabel(type, field),
        picklistValues: field.picklistValues.map(({ value, label }) => ({ apiName: value, label })),
        sortable: field.sortable,
        supportedFilterOperators: field.filterable ? (OPERATORS[field.type] ?? TEXT) : [],
      })),
    createable: false,
    objectApiName: type.name,
    publicCreatable: false,
    relatedEntityApiName: null,
    sharedCreatable: false,
  };
}
