import type { Component } from '../component';
import type { ComponentProblem } from '../rules/component-problem';
import { customMetadataRecord } from '../definitions/custom-metadata-records';
import type { ReferenceScope } from './resolve-reference';

/** Values of a custom metadata record that do not fit their fields. */
export function customMetadataProblems(
  component: Component,
  { schema }: ReferenceScope,
): readonly ComponentProblem[] {
  return customMetadataRecord(component, schema).problems;
}
