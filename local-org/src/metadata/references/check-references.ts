import { componentKey, type Component, type ComponentId } from '../component';
import { mentionedAs } from '../loader/activity-fields';
import type { ComponentProblem } from '../rules/component-problem';
import type { ComponentStore } from '../store/component-store';
import { semanticProblems } from './semantic-checks';
import { referencesOf } from './references-of';
import { missingReferences } from './missing-references';
import type { ReferenceScope } from './resolve-reference';

/** What a component mentions that does not exist, and mentions that exist but do not fit. */
export function checkReferences(component: Component, scope: ReferenceScope): ComponentProblem[] {
  return [...missingReferences(referencesOf(component), scope), ...semanticProblems(component, scope)];
}

/** A component that mentions another one. */
export interface Referrer {
  readonly component: Component;
  readonly target: ComponentId;
}

/**
 * The components that still mention one of these, for the refusal of a delete.
 * @param deleted what is to be deleted
 * @param store   the org afterwards
 */
export function referrersOf(deleted: readonly ComponentId[], store: ComponentStore): Referrer[] {
  const wanted = new Map(
    deleted.flatMap((id) => mentionedAs(id).map((name): [string, ComponentId] => [componentKey(name), id])),
  );
  if (wanted.size === 0) return [];
  return [...store.components()].flatMap((component) =>
    referencesOf(component).flatMap((reference): Referrer[] => {
      const target = wanted.get(componentKey(reference.target));
      return target ? [{ component, target }] : [];
    }),
  );
}
