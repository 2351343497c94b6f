import { fieldPathOfColumn } from '../../metadata';
import type { Schema, SObjectType } from '../../schema';
import type { PropertyValue } from './property-values';

type Properties = Record<string, PropertyValue>;

/**
 * The properties of a Dynamic Related List with what it has from columns and filters by the names of fields: `fieldPaths`
 * (`['Name', 'Account.Name']`), `defaultSort` (`-Name`) and `filters` (`['Status__c|EQUALS|["Booked"]']`). A page has them
 * under the names that columns of lists have. What names no field stays out.
 * @see https://help.salesforce.com/s/articleView?id=platform.dynamic_related_lists_considerations.htm
 */
export function dynamicRelatedList(
  properties: Readonly<Properties>,
  schema: Schema,
  object: string,
): Properties {
  const type = childType(schema, object, properties['relatedListApiName']);
  if (!type) return { ...properties };
  const pathOf = (column: string): string | undefined => fieldPathOfColumn(schema, type, column);
  const { relatedListFieldAliases, sortFieldAlias, sortFieldOrder, adminFilters, ...rest } = properties;
  const sorted = typeof sortFieldAlias === 'string' ? pathOf(sortFieldAlias) : undefined;
  const sign = sortFieldOrder === 'Descending' ? '-' : '';
  return {
    ...rest,
    fieldPaths: texts(relatedListFieldAliases).flatMap((alias) => pathOf(alias) ?? []),
    filters: texts(adminFilters).flatMap((filter) => {
      const [column = '', ...condition] = filter.split('|');
      const path = pathOf(column);
      return path === undefined ? [] : [[path, ...condition].join('|')];
    }),
    ...(sorted !== undefined && { defaultSort: `${sign}${sorted}` }),
  };
}

/** The object that a related list shows. */
function childType(schema: Schema, object: string, list: PropertyValue | undefined): SObjectType | undefined {
  const child = typeof list === 'string' ? schema.find(object)?.childRelationship(list) : undefined;
  return child && schema.find(child.childObject);
}

function texts(value: PropertyValue | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
