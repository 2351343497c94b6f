import type { Component } from '../component';
import type { ComponentProblem } from '../rules/component-problem';
import { objectsOf, textOf } from '../content-access';
import { customMetadataRecord } from '../definitions/custom-metadata-records';
import { relatedComponent } from '../definitions/metadata-relationships';
import { missingReferences } from './missing-references';
import { reference } from './reference';
import type { ReferenceScope } from './resolve-reference';

/** Values of a custom metadata record that do not fit their fields, or that point to nothing. */
export function customMetadataProblems(
  component: Component,
  scope: ReferenceScope,
): readonly ComponentProblem[] {
  const { record, problems } = customMetadataRecord(component, scope.schema);
  const type = scope.schema.find(record.objectName);
  const references = objectsOf(component.content, 'values').flatMap((entry, index) => {
    const field = type?.field(textOf(entry, 'field') ?? '');
    const target = field && relatedComponent(field, record.values);
    return target ? [reference(['values', index, 'value'], field.name, target.type, target.fullName)] : [];
  });
  return [...problems, ...missingReferences(references, scope)];
}
