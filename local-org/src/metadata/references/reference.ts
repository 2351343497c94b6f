import type { ComponentId } from '../component';
import type { PathStep } from '../xml/xml-element';

/** One component's mention of another. */
export interface Reference {
  /** Where in the component: `['fieldPermissions', 0, 'field']`. */
  readonly path: readonly PathStep[];
  readonly target: ComponentId;
  /** What the platform says when the target does not exist. */
  readonly message: string;
}

/**
 * A reference with the platform's usual message.
 *
 * `reference(['tab'], 'tab', 'CustomTab', 'Thing__c')` reads "In field: tab - no CustomTab named Thing__c found".
 * @param field name that the message gives the element, often but not always the element's own
 */
export function reference(
  path: readonly PathStep[],
  field: string,
  type: string,
  fullName: string,
): Reference {
  return {
    path,
    target: { type, fullName },
    message: `In field: ${field} - no ${type} named ${fullName} found`,
  };
}
