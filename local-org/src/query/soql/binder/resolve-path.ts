import type { ApiError } from '../../../core';
import type { Field, SObjectType } from '../../../schema';
import type { FieldPath } from '../syntax/ast';
import type { BoundExpression, NameExpression, Source } from './bound';
import { compoundParts } from './compound-parts';
import { findNameField, NAME_PARENT_OBJECT, NAME_PARENTS } from './name-entity';
import type { Scope } from './scope';

/** @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_relationships_query_limits.htm */
const MAX_PARENT_LEVELS = 5;

/**
 * Finds the field that a path names.
 *
 * UNVERIFIED: code and text for a path of more than five levels.
 * @throws ApiError INVALID_FIELD for an unknown relationship or field
 */
export function resolvePath(scope: Scope, path: FieldPath): BoundExpression {
  const names = scope.withoutAlias(path.names);
  if (names.length - 1 > MAX_PARENT_LEVELS) {
    throw scope.context.error(
      'MALFORMED_QUERY',
      path.offset,
      `Relationship path '${path.names.join('.')}' is longer than ${MAX_PARENT_LEVELS} levels`,
    );
  }
  return resolveFrom(scope, scope.root, names, path.offset);
}

/** Finds the field that a path names, seen from a table of the scope. */
export function resolveFrom(
  scope: Scope,
  start: Source,
  names: readonly string[],
  offset: number,
): BoundExpression {
  let source = start;
  for (let i = 0; i < names.length - 1; i++) {
    const name = names[i] as string;
    const reference = findParent(source.type, name);
    if (!reference) {
      const missing = { kind: 'parent', name, objectName: source.type.name } as const;
      throw scope.context.missing(missing, unknownRelationship(scope, name, offset));
    }
    scope.context.requireField(source.type, reference, offset);
    const rest = names.slice(i + 1);
    if (isPolymorphic(reference)) {
      if (rest.length === 1) return resolveName(scope, source, reference, rest[0] as string, offset);
      source = joinUser(scope, source, reference, rest[0] as string, offset);
      continue;
    }
    source = joinParent(scope, source, reference, name, offset);
  }
  return column(scope, source, names.at(-1) as string, offset);
}

/** Whether a reference may point to several objects; a path then reaches only the Name object. */
export function isPolymorphic(reference: Field): boolean {
  return (reference.relationship?.referenceTo.length ?? 0) > 1;
}

/** The field of that name which queries may use; undefined when there is none. */
export function queryableField(type: SObjectType, name: string): Field | undefined {
  const field = type.field(name);
  // Objects without record types have no such column at all.
  if (field?.name === 'RecordTypeId' && type.definition.recordTypes.length === 0) return undefined;
  return field;
}

function findParent(type: SObjectType, relationshipName: string): Field | undefined {
  const field = type.parentField(relationshipName);
  return field && queryableField(type, field.name);
}

function column(scope: Scope, source: Source, name: string, offset: number): BoundExpression {
  const field = queryableField(source.type, name);
  if (!field) {
    const missing = { kind: 'field', name, objectName: source.type.name } as const;
    throw scope.context.missing(missing, scope.context.noSuchColumn(source.type.name, name, offset));
  }
  scope.context.requireField(source.type, field, offset);
  const parts = compoundParts(source.type, field);
  if (parts) return { kind: 'compound', source, field, parts };
  const formula = scope.context.formulaColumn(source.type, field);
  return { kind: 'column', source, field, ...(formula && { formula }) };
}

/** Joins the one object that a reference points to. */
export function joinParent(
  scope: Scope,
  source: Source,
  reference: Field,
  name: string,
  offset: number,
): Source {
  const target = scope.context.schema.find(reference.relationship?.referenceTo[0] ?? '');
  if (!target) throw unknownRelationship(scope, name, offset);
  scope.context.requireObject(target, () => unknownRelationship(scope, name, offset));
  return scope.parent(source, reference, target);
}

/** `Owner.Profile.Name`: of the objects behind Name only users have profile and role. */
function joinUser(scope: Scope, source: Source, reference: Field, next: string, offset: number): Source {
  const user = scope.context.schema.find(NAME_PARENT_OBJECT);
  if (!user || !NAME_PARENTS.has(next.toLowerCase())) throw unknownRelationship(scope, next, offset);
  return scope.parent(source, reference, user);
}

function resolveName(
  scope: Scope,
  source: Source,
  reference: Field,
  name: string,
  offset: number,
): NameExpression {
  const attribute = findNameField(name);
  if (!attribute) throw scope.context.noSuchColumn('Name', name, offset);
  const types = (reference.relationship?.referenceTo ?? []).flatMap(
    (target) => scope.context.schema.find(target) ?? [],
  );
  const targets = types.map((type) => ({
    type,
    table: scope.context.tableOf(type),
    field: (attribute.nameField ? type.nameField : queryableField(type, attribute.name)) ?? null,
  }));
  return { kind: 'name', source, reference, attribute, targets };
}

function unknownRelationship(scope: Scope, name: string, offset: number): ApiError {
  return scope.context.error(
    'INVALID_FIELD',
    offset,
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}
