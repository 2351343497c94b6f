import { parentName, type Component } from '../component';
import type { ComponentProblem } from '../rules/component-problem';
import { textsAt } from './element-references';
import type { ReferenceScope } from './resolve-reference';

/** Columns of list views are called in upper case where they are no custom fields: `OPPORTUNITY.CLOSE_DATE`. */
const STANDARD_COLUMN = /^[A-Z][A-Z0-9_]*(\.[A-Z0-9_]+)*$/;

/**
 * Columns and filters by names that no list view knows. Standard columns have names of their own, accepted by form;
 * custom fields are references, checked as such.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm
 */
export function listViewProblems(component: Component, { schema }: ReferenceScope): ComponentProblem[] {
  if (!schema.find(parentName(component.fullName))) return [];
  const places = [
    ...textsAt(component.content, ['columns'], []),
    ...textsAt(component.content, ['filters', 'field'], []),
  ];
  return places
    .filter(({ text }) => !STANDARD_COLUMN.test(text) && !/__[cs]$/i.test(text))
    .map(({ text, path }) => ({ message: `Could not resolve list view column: ${text}`, path }));
}
