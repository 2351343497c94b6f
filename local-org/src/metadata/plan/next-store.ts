import { componentKey, type Component } from '../component';
import { mentionedAs } from '../loader/activity-fields';
import type { PackageComponent } from '../reader/package-component';
import type { ComponentStore, PlanOperation } from '../store/component-store';
import { sameComponent } from '../store/same-component';
import type { DeployInput } from './deploy-plan';
import { mergeComponent } from './merge-component';
import { planDeletes, type PlannedDeletes } from './plan-deletes';
import { withoutReferences } from './prune-references';

/** The org's metadata after a deploy, and the deletes on the way. */
export interface NextStore {
  readonly store: ComponentStore;
  readonly deletesBefore: PlannedDeletes;
  readonly deletesAfter: PlannedDeletes;
}

/** File names under which destructive changes are reported. */
export const DESTRUCTIVE_FILE = {
  before: 'destructiveChanges.xml',
  after: 'destructiveChangesPost.xml',
} as const;

/**
 * Carries a package out on a store: deletes before, merges, deletes after. Components that come out the same keep
 * their identity.
 *
 * @param incoming what the package brings, less what has been refused
 * @param excluded keys of refused components, which are not deleted either
 */
export function nextStore(
  { current, package: pkg }: DeployInput,
  incoming: readonly PackageComponent[],
  excluded: ReadonlySet<string>,
): NextStore {
  const deletesBefore = planDeletes(pkg.destructivePre, DESTRUCTIVE_FILE.before, current, excluded);
  const afterPre = current.apply(deleteOperations(deletesBefore.deleted));
  const merged = incoming.map((component) =>
    mergeComponent(afterPre.find(component.type, component.fullName), component),
  );
  const afterMerge = afterPre.apply(merged.map((after) => ({ kind: 'update', id: after, after })));
  const deletesAfter = planDeletes(pkg.destructivePost, DESTRUCTIVE_FILE.after, afterMerge, excluded);
  const complete = afterMerge.apply(deleteOperations(deletesAfter.deleted));
  const pruned = pruneDeleted(complete, [...deletesBefore.deleted, ...deletesAfter.deleted]);
  return { store: keepUnchanged(current, pruned), deletesBefore, deletesAfter };
}

function deleteOperations(components: readonly Component[]): PlanOperation[] {
  return components.map((component) => ({ kind: 'delete', id: component, before: component }));
}

/** Takes the mentions of deleted components out of permission sets, layouts, list views and the like. */
function pruneDeleted(store: ComponentStore, deleted: readonly Component[]): ComponentStore {
  const gone = deleted.filter((component) => !store.has(component));
  const keys = new Set(gone.flatMap(mentionedAs).map(componentKey));
  if (keys.size === 0) return store;
  const operations = [...store.components()].flatMap((component): PlanOperation[] => {
    const after = withoutReferences(component, (key) => keys.has(key));
    return after === component ? [] : [{ kind: 'update', id: component, before: component, after }];
  });
  return store.apply(operations);
}

/** Puts back the present version of every component that is the same, so that identity tells what changed. */
function keepUnchanged(current: ComponentStore, complete: ComponentStore): ComponentStore {
  const unchanged = [...complete.components()].flatMap((component): PlanOperation[] => {
    const before = current.find(component.type, component.fullName);
    if (!before || before === component || !sameComponent(before, component)) return [];
    return [{ kind: 'update', id: before, after: before }];
  });
  return complete.apply(unchanged);
}
