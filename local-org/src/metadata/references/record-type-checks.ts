import { parentName, type Component } from '../component';
import { objectsOf, textOf } from '../content-access';
import { PROCESS_FIELDS } from '../loader/business-processes';
import { decodeValueName } from '../loader/value-names';
import type { ComponentProblem } from '../rules/component-problem';
import type { ReferenceScope } from './resolve-reference';

/**
 * Picklist values that do not exist, and a business process that is missing where the object has them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_recordtype.htm
 */
export function recordTypeProblems(component: Component, scope: ReferenceScope): ComponentProblem[] {
  const object = parentName(component.fullName);
  const problems = objectsOf(component.content, 'picklistValues').flatMap((picklist, index) => {
    const field = textOf(picklist, 'picklist') ?? '';
    return objectsOf(picklist, 'values').flatMap((value, position) =>
      valueProblem(
        object,
        field,
        textOf(value, 'fullName') ?? '',
        ['picklistValues', index, 'values', position],
        scope,
      ),
    );
  });
  if (
    PROCESS_FIELDS.has(object.toLowerCase()) &&
    textOf(component.content, 'businessProcess') === undefined
  ) {
    problems.push({ message: 'You must specify a business process for this record type', path: [] });
  }
  return problems;
}

/**
 * Values that the governed picklist does not have, and objects without business processes.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_businessprocess.htm
 */
export function businessProcessProblems(component: Component, scope: ReferenceScope): ComponentProblem[] {
  const object = parentName(component.fullName);
  const field = PROCESS_FIELDS.get(object.toLowerCase());
  if (field === undefined)
    return [{ message: `Object ${object} does not support business processes`, path: [] }];
  return objectsOf(component.content, 'values').flatMap((value, index) =>
    valueProblem(object, field, textOf(value, 'fullName') ?? '', ['values', index], scope),
  );
}

function valueProblem(
  object: string,
  field: string,
  encoded: string,
  path: readonly (string | number)[],
  { schema }: ReferenceScope,
): ComponentProblem[] {
  const picklist = schema.find(object)?.field(field)?.picklist;
  const name = decodeValueName(encoded);
  if (!picklist || picklist.values.some((value) => value.value === name)) return [];
  return [{ message: `Picklist value: ${name} in picklist: ${field} not found`, path }];
}
