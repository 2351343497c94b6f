import { ApiError } from '../../../core';
import type { MetadataObject } from '../../../metadata';
import type { Field, SObjectType } from '../../../schema';
import { dateLiteral, dateOf } from '../filters/date-range';
import { filterText } from '../filters/field-comparison';
import { resolveFieldPath } from '../filters/resolve-path';
import type { UiRequest } from '../request/ui-request';
import { columnNameOf, columnPath } from './list-columns';
import type { FilterInput } from './list-info-input';
import { operatorsOf } from './list-object-info';

/**
 * A filter of a request as the metadata of a list view has it: `{ field: 'OPPORTUNITY.AMOUNT', operation:
 * 'greaterThan', value: '1000' }`.
 * @throws ApiError INVALID_FIELD for a field that is not open to the user
 * @throws ApiError INVALID_QUERY_FILTER_OPERATOR for an operator that the field does not take
 */
export function filterContent(
  ui: UiRequest,
  type: SObjectType,
  { fieldApiName, operator, operandLabels }: FilterInput,
): MetadataObject {
  const path = columnPath(ui.deps.org.schema(), type, resolveFieldPath(ui, type, fieldApiName).path);
  const { field } = resolveFieldPath(ui, type, path);
  const known = operatorsOf(field).find((name) => name.toLowerCase() === operator.toLowerCase());
  if (known === undefined) {
    throw new ApiError(
      'INVALID_QUERY_FILTER_OPERATOR',
      `${operator} is not a valid operator for ${fieldApiName}`,
    );
  }
  const value = filterText(operandLabels.map((label) => storedOperand(field, label.trim())));
  return {
    field: columnNameOf(ui, type, path),
    operation: `${known.charAt(0).toLowerCase()}${known.slice(1)}`,
    ...(value !== '' && { value }),
  };
}

/** Labels of picklists become their values, truths 1 and 0, dates what list views have. */
function storedOperand(field: Field, text: string): string {
  if (field.type === 'boolean') return /^(?:1|true)$/i.test(text) ? '1' : '0';
  if (field.picklist) {
    const named = field.picklist.values.find(({ label, value }) => label === text || value === text);
    return named?.value ?? text;
  }
  if (field.type !== 'date' && field.type !== 'datetime') return text;
  const literal = dateLiteral(text);
  if (literal !== undefined) return literal;
  const [year = '', month = '', day = ''] = dateOf(text)?.split('-') ?? [];
  return year === '' ? text : `${Number(month)}/${Number(day)}/${year}`;
}
