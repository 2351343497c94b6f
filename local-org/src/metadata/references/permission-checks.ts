import type { Field, SObjectType } from '../../schema';
import { childName, parentName, type Component, type MetadataObject } from '../component';
import { booleanOf, objectsOf, textOf } from '../content-access';
import type { ComponentProblem } from '../rules/component-problem';
import type { ReferenceScope } from './resolve-reference';

/** Object permissions and those they rest on, as messages name them. */
const DEPENDENCIES: readonly {
  readonly element: string;
  readonly term: string;
  readonly needs: readonly string[];
}[] = [
  { element: 'allowCreate', term: 'Create', needs: ['allowRead'] },
  { element: 'allowEdit', term: 'Edit', needs: ['allowRead'] },
  { element: 'allowDelete', term: 'Delete', needs: ['allowRead', 'allowEdit'] },
  { element: 'viewAllRecords', term: 'View All', needs: ['allowRead'] },
  {
    element: 'modifyAllRecords',
    term: 'Modify All',
    needs: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
  },
];

const TERMS: Readonly<Record<string, string>> = {
  allowRead: 'Read',
  allowEdit: 'Edit',
  allowDelete: 'Delete',
  viewAllRecords: 'View All',
};

/**
 * Field permissions that no one can hold, and object permissions without those they rest on.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm
 */
export function permissionProblems(component: Component, scope: ReferenceScope): ComponentProblem[] {
  return [...fieldPermissionProblems(component, scope), ...objectPermissionProblems(component, scope)];
}

function fieldPermissionProblems({ content }: Component, { schema }: ReferenceScope): ComponentProblem[] {
  return objectsOf(content, 'fieldPermissions').flatMap((permission, index) => {
    const fullName = textOf(permission, 'field') ?? '';
    const type = schema.find(parentName(fullName));
    const field = type?.field(childName(fullName));
    if (!type || !field || field.permissionable || isCustomName(type, field)) return [];
    return [
      {
        message: `You cannot deploy to a required field: ${fullName}`,
        path: ['fieldPermissions', index, 'field'],
      },
    ];
  });
}

/**
 * Everyone who reads a custom object reads its name, yet a permission on it is taken, without effect: the name is not
 * required.
 * UNVERIFIED: public projects deploy such permissions; no documentation says what they mean.
 */
function isCustomName({ definition }: SObjectType, field: Field): boolean {
  return definition.kind === 'custom' && field.nameField;
}

function objectPermissionProblems({ content }: Component, scope: ReferenceScope): ComponentProblem[] {
  const permissions = objectsOf(content, 'objectPermissions');
  return permissions.flatMap((permission, index) => {
    const object = textOf(permission, 'object') ?? '';
    const path = ['objectPermissions', index];
    return [
      ...dependencyProblems(permission, object).map((message) => ({ message, path })),
      ...masterProblems(permission, object, permissions, scope).map((message) => ({ message, path })),
    ];
  });
}

function dependencyProblems(permission: MetadataObject, object: string): string[] {
  return DEPENDENCIES.flatMap(({ element, term, needs }) => {
    const missing = needs
      .filter((need) => !booleanOf(permission, need))
      .map((need) => `${TERMS[need]} ${object}`);
    if (!booleanOf(permission, element) || missing.length === 0) return [];
    return [`Permission ${term} ${object} depends on permission(s): ${missing.join(', ')}`];
  });
}

/** Who reads a detail must read its master. */
function masterProblems(
  permission: MetadataObject,
  object: string,
  permissions: readonly MetadataObject[],
  { schema }: ReferenceScope,
): string[] {
  if (!booleanOf(permission, 'allowRead')) return [];
  const masters = (schema.find(object)?.fields ?? []).flatMap((field) =>
    field.relationship?.kind === 'masterDetail' ? field.relationship.referenceTo : [],
  );
  return masters
    .filter(
      (master) =>
        !permissions.some((other) => textOf(other, 'object') === master && booleanOf(other, 'allowRead')),
    )
    .map((master) => `Permission Read ${object} depends on permission(s): Read ${master}`);
}
