import type { Component } from '../component';
import { booleanOf, objectOf, textOf, textsOf } from '../content-access';
import type { ComponentProblem } from '../rules/component-problem';
import { componentInstances, designTimeMessage, ownComponentName } from './flexi-page-references';
import type { ReferenceScope } from './resolve-reference';

/** Where a component must say it may stand, by the type of the page. */
const TARGETS: Readonly<Record<string, string>> = {
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  RecordPage: 'lightning__RecordPage',
  UtilityBar: 'lightning__UtilityBar',
};

/** Lightning web components on a page that are not exposed, or not for pages of its type. */
export function flexiPageProblems(page: Component, { store }: ReferenceScope): ComponentProblem[] {
  const target = TARGETS[textOf(page.content, 'type') ?? ''];
  if (target === undefined) return [];
  return componentInstances(page).flatMap(({ content, path }) => {
    const name = ownComponentName(content);
    const bundle = name === undefined ? undefined : store.find('LightningComponentBundle', name);
    if (name === undefined || !bundle || mayStandOn(bundle, target)) return [];
    return [{ message: designTimeMessage(name), path: [...path, 'componentName'] }];
  });
}

function mayStandOn({ content }: Component, target: string): boolean {
  const targets = objectOf(content, 'targets');
  return (
    booleanOf(content, 'isExposed') && targets !== undefined && textsOf(targets, 'target').includes(target)
  );
}
