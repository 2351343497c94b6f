import { objectsOf, textOf, type MetadataObject } from '../metadata';
import type { RecordCriteria } from './record-criteria';

/**
 * Reads criteria from metadata: `booleanFilter`, `formula` and the repeated element of the items. An item whose
 * `table` is `User` reads the running user.
 * @param element name of the repeated element: `criteriaItems`
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_duplicaterule.htm (table)
 */
export function criteriaOf(content: MetadataObject, element: string): RecordCriteria {
  const booleanFilter = textOf(content, 'booleanFilter');
  const formula = textOf(content, 'formula');
  const items = objectsOf(content, element).map((item) => {
    const [value, valueField] = [textOf(item, 'value'), textOf(item, 'valueField')];
    const field = textOf(item, 'field') ?? '';
    return {
      field: /^\$?user$/i.test(textOf(item, 'table') ?? '')
        ? `User.${field.replace(/^\$?User\./i, '')}`
        : field,
      operation: textOf(item, 'operation') ?? '',
      ...(value !== undefined && { value }),
      ...(valueField !== undefined && { valueField }),
    };
  });
  return {
    items,
    ...(booleanFilter !== undefined && { booleanFilter }),
    ...(formula !== undefined && { formula }),
  };
}
