import type { ChildRelationship, Field, SObjectType } from '../../schema';
import { isReadable } from '../ui-api/request/find-object';
import type { UiRequest } from '../ui-api/request/ui-request';
import type { MutationState } from './resolve/mutation-state';

/**
 * Whether a name stands in a request. The schema of a request has only what it names, since that of a whole org takes
 * long to make; a request for the schema itself names everything.
 */
export type IsNamed = (name: string) => boolean;

/** For whom a request is answered, and what it speaks of. */
export interface GraphqlScope {
  readonly ui: UiRequest;
  readonly isNamed: IsNamed;
  readonly mutations: MutationState;
}

/** Objects that the user may read and the request names. */
export function namedObjects(
  { ui, isNamed }: GraphqlScope,
  suffixes: readonly string[] = [''],
): SObjectType[] {
  const { org } = ui.deps;
  return [...org.schema().all()].filter(
    ({ name, definition }) =>
      definition.capabilities.queryable &&
      suffixes.some((suffix) => isNamed(name + suffix)) &&
      org.access.objectAccess(ui.context.user, name).read,
  );
}

/** Fields of an object that the user may read and the request names. */
export function namedFields({ ui, isNamed }: GraphqlScope, type: SObjectType): Field[] {
  return type.fields.filter((field) => isNamed(field.name) && isReadable(ui, type, field));
}

/** A reference with the objects behind it that the user may read. */
export interface NamedParent {
  readonly name: string;
  readonly reference: Field;
  readonly targets: readonly SObjectType[];
}

/** Relationships to parents that the request names. */
export function namedParents({ ui, isNamed }: GraphqlScope, type: SObjectType): NamedParent[] {
  return type.fields.flatMap((reference): NamedParent[] => {
    const name = reference.relationship?.relationshipName;
    if (!name || !isNamed(name) || type.field(name) || !isReadable(ui, type, reference)) return [];
    const targets = readableTypes(ui, reference.relationship?.referenceTo ?? []);
    return targets.length === 0 ? [] : [{ name, reference, targets }];
  });
}

/** A list of children with their object. */
export interface NamedChildren {
  readonly name: string;
  readonly child: ChildRelationship;
  readonly type: SObjectType;
}

/** Relationships to children that the request names. */
export function namedChildren({ ui, isNamed }: GraphqlScope, parent: SObjectType): NamedChildren[] {
  return parent.childRelationships.flatMap((child): NamedChildren[] => {
    const name = child.relationshipName;
    if (!name || !isNamed(name) || parent.field(name)) return [];
    const [type] = readableTypes(ui, [child.childObject]);
    return type ? [{ name, child, type }] : [];
  });
}

function readableTypes({ deps, context }: UiRequest, names: readonly string[]): SObjectType[] {
  return names.flatMap((name) => {
    const type = deps.org.schema().find(name);
    return type && deps.org.access.objectAccess(context.user, type.name).read ? [type] : [];
  });
}
