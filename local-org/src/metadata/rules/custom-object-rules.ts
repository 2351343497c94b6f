import type { Component } from '../component';
import { objectOf, textOf } from '../content-access';
import { customObjectKind } from '../loader/custom-objects';
import type { ComponentProblem } from './component-problem';

const CUSTOM_SUFFIX = /__[a-z]+$/i;

/**
 * Checks the properties of a custom object. Standard objects pass.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm
 */
export function customObjectProblems(component: Component): ComponentProblem[] {
  const { content, fullName } = component;
  if (!CUSTOM_SUFFIX.test(fullName)) return [];
  const kind = customObjectKind(component);
  if (!kind) {
    const suffix = CUSTOM_SUFFIX.exec(fullName)?.[0] ?? '';
    return [{ message: `CustomObject with suffix ${suffix} is not supported by the local org` }];
  }
  const problems: ComponentProblem[] = [];
  if (textOf(content, 'label') === undefined)
    problems.push({ message: 'Must specify a non-empty label for the CustomObject' });
  if (kind === 'custom') problems.push(...recordObjectProblems(component));
  return problems;
}

function recordObjectProblems({ content }: Component): ComponentProblem[] {
  const problems: ComponentProblem[] = [];
  if (textOf(content, 'pluralLabel') === undefined) {
    problems.push({ message: 'Must specify a non-empty pluralLabel for the CustomObject' });
  }
  const nameField = objectOf(content, 'nameField');
  const type = nameField && textOf(nameField, 'type');
  if (type !== 'Text' && type !== 'AutoNumber') {
    problems.push({ message: 'Must specify a nameField of type Text or AutoNumber', path: ['nameField'] });
  }
  if (nameField && textOf(nameField, 'label') === undefined) {
    problems.push({ message: 'Must specify a non-empty label for the CustomField', path: ['nameField'] });
  }
  return problems;
}
