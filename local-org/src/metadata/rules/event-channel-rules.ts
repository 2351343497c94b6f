import type { Component } from '../component';
import { textOf } from '../content-access';
import type { ComponentProblem } from './component-problem';

/**
 * A channel's member is an event: `AccountChangeEvent`, `Thing__ChangeEvent`, `Order_Event__e`, not the object itself.
 * UNVERIFIED: the platform's wording.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_platformeventchannelmember.htm
 */
export function channelMemberProblems({ content }: Component): ComponentProblem[] {
  const entity = textOf(content, 'selectedEntity');
  if (entity === undefined || /(ChangeEvent|__e)$/.test(entity)) return [];
  const message = `The selected entity ${entity} isn't valid: it must be a change event or a platform event`;
  return [{ message, path: ['selectedEntity'] }];
}
