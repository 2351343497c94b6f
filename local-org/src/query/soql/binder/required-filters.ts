import { ApiError } from '../../../core';
import type { SObjectType } from '../../../schema';
import type { Condition } from '../syntax/ast';

interface RequiredFilter {
  /** One of these fields must be compared, with one of these operators. */
  readonly fields: ReadonlySet<string>;
  readonly operators: ReadonlySet<string>;
  readonly message: string;
}

/**
 * Objects that can be queried only by certain fields.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentdocumentlink.htm
 */
const REQUIRED_FILTERS: Readonly<Record<string, RequiredFilter>> = {
  ContentDocumentLink: {
    fields: new Set(['id', 'contentdocumentid', 'linkedentityid']),
    operators: new Set(['=', 'IN']),
    message:
      "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN operator.",
  },
};

/**
 * Demands the filters that an object cannot be queried without.
 * @throws ApiError MALFORMED_QUERY
 */
export function requireFilters(type: SObjectType, where: Condition | null): void {
  const required = REQUIRED_FILTERS[type.name];
  if (required && !(where && filters(required, where)))
    throw new ApiError('MALFORMED_QUERY', required.message);
}

function filters(required: RequiredFilter, condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.some((part) => filters(required, part));
    case 'or':
      return condition.parts.every((part) => filters(required, part));
    case 'not':
      return false;
    case 'comparison': {
      const { left, operator } = condition;
      const name = left.kind === 'path' ? (left.names.at(-1) ?? '') : '';
      return required.operators.has(operator) && required.fields.has(name.toLowerCase());
    }
  }
}
