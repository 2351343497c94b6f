import type { FilterItem, LookupFilter, Relationship } from '../../schema';
import type { MetadataObject } from '../component';
import { booleanOf, objectOf, objectsOf, textOf } from '../content-access';

const DELETE_CONSTRAINTS: Readonly<Record<string, Relationship['onDelete']>> = {
  SetNull: 'SetNull',
  Restrict: 'Restrict',
  Cascade: 'Cascade',
};

/**
 * The relationship of a Lookup, MasterDetail, Hierarchy or MetadataRelationship field; undefined for other types.
 * A required lookup cannot be emptied, so it restricts the delete of its parent unless it says otherwise.
 */
export function relationshipOf(
  fieldName: string,
  objectName: string,
  content: MetadataObject,
): Relationship | undefined {
  const type = textOf(content, 'type');
  if (!RELATIONSHIP_TYPES.has(type ?? '')) return undefined;
  const referenceTo = textOf(content, 'referenceTo') ?? (type === 'Hierarchy' ? objectName : undefined);
  if (referenceTo === undefined) return undefined;
  const childName = textOf(content, 'relationshipName');
  const filter = objectOf(content, 'lookupFilter');
  const controllingField = textOf(content, 'metadataRelationshipControllingField');
  const masterDetail = type === 'MasterDetail';
  return {
    kind: masterDetail ? 'masterDetail' : 'lookup',
    referenceTo: [referenceTo],
    relationshipName: fieldName.replace(/__c$/i, '__r'),
    childRelationshipName: childName === undefined ? null : `${childName}__r`,
    onDelete: masterDetail ? 'Cascade' : onDelete(content),
    ...(filter ? { lookupFilter: lookupFilter(filter) } : {}),
    ...(controllingField === undefined ? {} : { controllingField: nameOfField(controllingField) }),
    ...(masterDetail
      ? {
          reparentable: booleanOf(content, 'reparentableMasterDetail'),
          writeRequiresMasterRead: booleanOf(content, 'writeRequiresMasterRead'),
        }
      : {}),
  };
}

/** Controlling fields are written with or without their object: `Rule__mdt.Object__c`. */
function nameOfField(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf('.') + 1);
}

const RELATIONSHIP_TYPES = new Set(['Lookup', 'MasterDetail', 'Hierarchy', 'MetadataRelationship']);

function onDelete(content: MetadataObject): Relationship['onDelete'] {
  const constraint = DELETE_CONSTRAINTS[textOf(content, 'deleteConstraint') ?? ''];
  return constraint ?? (booleanOf(content, 'required') ? 'Restrict' : 'SetNull');
}

function lookupFilter(content: MetadataObject): LookupFilter {
  const booleanFilter = textOf(content, 'booleanFilter');
  const errorMessage = textOf(content, 'errorMessage');
  return {
    active: booleanOf(content, 'active'),
    optional: booleanOf(content, 'isOptional'),
    filters: filterItems(content, 'filterItems'),
    ...(booleanFilter === undefined ? {} : { booleanFilter }),
    ...(errorMessage === undefined ? {} : { errorMessage }),
  };
}

/** The lines of a roll-up's or lookup's filter. */
export function filterItems(content: MetadataObject, element: string): FilterItem[] {
  return objectsOf(content, element).map((item) => {
    const value = textOf(item, 'value');
    const valueField = textOf(item, 'valueField');
    return {
      field: textOf(item, 'field') ?? '',
      operation: textOf(item, 'operation') ?? 'equals',
      ...(value === undefined ? {} : { value }),
      ...(valueField === undefined ? {} : { valueField }),
    };
  });
}
