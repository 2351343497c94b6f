import type { Component } from '../component';
import { textOf } from '../content-access';
import type { ComponentProblem } from '../rules/component-problem';
import type { ReferenceScope } from './resolve-reference';

/**
 * A detail's access is its master's, so its sharing model must say so; without a master it may not.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm#sharingmodel_title
 */
export function sharingModelProblems(
  component: Component,
  { store, schema }: ReferenceScope,
): ComponentProblem[] {
  const model = textOf(component.content, 'sharingModel');
  if (model === undefined || schema.find(component.fullName)?.definition.kind !== 'custom') return [];
  const hasMaster = store
    .childrenOf('CustomField', component.fullName)
    .some((field) => field.content['type'] === 'MasterDetail');
  if (hasMaster && model !== 'ControlledByParent') {
    const message = `Cannot set sharingModel to ${model} on a CustomObject with a MasterDetail relationship field`;
    return [{ message, path: ['sharingModel'] }];
  }
  if (!hasMaster && model === 'ControlledByParent') {
    const message =
      'Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field';
    return [{ message, path: ['sharingModel'] }];
  }
  return [];
}
