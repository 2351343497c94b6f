import type { ApiError } from '../../../core';
import type { SObjectType } from '../../../schema';
import type { FromItem } from '../syntax/ast';
import type { BindContext } from './bind-context';

/**
 * Finds the object that FROM names, and demands that the user may read it.
 * @throws ApiError INVALID_TYPE for an unknown one
 */
export function findObject(context: BindContext, from: FromItem, name: string): SObjectType {
  const unsupported = (): ApiError => context.error('INVALID_TYPE', from.offset, unsupportedText(name));
  const type = context.schema.find(name);
  if (!type) throw context.missing({ kind: 'object', name, objectName: '' }, unsupported());
  if (from.names.length > 1) throw unsupported();
  if (!type.definition.capabilities.queryable) {
    throw context.error(
      'INVALID_TYPE_FOR_OPERATION',
      from.offset,
      `entity type ${type.name} does not support query`,
    );
  }
  context.requireObject(type, unsupported);
  return type;
}

function unsupportedText(name: string): string {
  return `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`;
}
