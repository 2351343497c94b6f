import type { Component } from '../component';
import { objectsOf, textOf } from '../content-access';
import type { Reference } from './reference';

/** What may stand in for a standard action, by the type of the override. */
const OVERRIDE_TARGETS: Readonly<Record<string, string>> = {
  Flexipage: 'FlexiPage',
  LightningComponent: 'LightningComponentBundle',
  Visualforce: 'ApexPage',
};

/** Pages and components that an object or app shows instead of the standard ones. */
export function actionOverrideReferences({ content }: Component): Reference[] {
  return ['actionOverrides', 'profileActionOverrides'].flatMap((element) =>
    objectsOf(content, element).flatMap((override, index): Reference[] => {
      const type = OVERRIDE_TARGETS[textOf(override, 'type') ?? ''];
      const fullName = textOf(override, 'content');
      if (type === undefined || fullName === undefined) return [];
      const message = `${fullName} does not exist or is not a valid override for action ${textOf(override, 'actionName') ?? ''}.`;
      return [{ path: [element, index, 'content'], target: { type, fullName }, message }];
    }),
  );
}
