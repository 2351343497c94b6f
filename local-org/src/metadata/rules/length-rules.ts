import type { Component } from '../component';
import { textOf } from '../content-access';
import type { ComponentProblem } from './component-problem';

/**
 * Longest texts by type and element, in characters.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_types_list.htm
 */
const MAX_LENGTHS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CustomObject: { label: 40, pluralLabel: 40, description: 1000 },
  CustomField: {
    label: 40,
    description: 1000,
    inlineHelpText: 510,
    relationshipLabel: 80,
    relationshipName: 40,
  },
  ValidationRule: { errorMessage: 255, description: 255 },
  RecordType: { label: 80, description: 255 },
  CustomLabel: { value: 1000, shortDescription: 80, categories: 255 },
  CustomPermission: { label: 80, description: 255 },
  PermissionSet: { label: 80, description: 255 },
  PermissionSetGroup: { label: 80, description: 255 },
  Role: { name: 80, description: 80 },
  Group: { name: 40 },
  Queue: { name: 40 },
  ListView: { label: 40 },
  GlobalValueSet: { masterLabel: 80, description: 255 },
  CustomMetadata: { label: 40 },
  CustomApplication: { label: 40, description: 255 },
  Report: { name: 40, description: 255 },
};

/** Checks the lengths of a component's texts. */
export function lengthProblems(component: Component): ComponentProblem[] {
  const limits = MAX_LENGTHS[component.type] ?? {};
  return Object.entries(limits).flatMap(([element, maxLength]) => {
    const value = textOf(component.content, element);
    if (value === undefined || value.length <= maxLength) return [];
    return [
      { message: `Value too long for field: ${element} maximum length is:${maxLength}`, path: [element] },
    ];
  });
}
