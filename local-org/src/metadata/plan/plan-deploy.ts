import { Schema, type SObjectDefinition } from '../../schema';
import { componentKey } from '../component';
import { buildSchema } from '../loader/build-schema';
import type { PackageComponent } from '../reader/package-component';
import { manifestNames } from '../reader/select-members';
import { operationsBetween, type ComponentStore, type PlanOperation } from '../store/component-store';
import { checkIncoming } from './check-incoming';
import { deployRank } from './deploy-order';
import type { DeployInput, DeployPlan, PlannedMessage } from './deploy-plan';
import { DESTRUCTIVE_FILE, nextStore } from './next-store';
import { stillReferenced } from './plan-deletes';
import { problemMessage, successMessage } from './planned-messages';

/**
 * Works out what a deploy does: every component checked by itself and against the org as it would be afterwards, one
 * result row per component and child, the operations and the schema that follow. Nothing is changed.
 *
 * With `rollbackOnError` false, components with errors are left out and the rest is planned again.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deploy.htm
 */
export function planDeploy(input: DeployInput): DeployPlan {
  const excluded = new Set<string>();
  const failures: PlannedMessage[] = [];
  for (;;) {
    const attempt = attemptPlan(input, excluded);
    failures.push(...attempt.failures);
    const newlyFailed = attempt.failedKeys.filter((key) => !excluded.has(key));
    const retry = !input.options.rollbackOnError && newlyFailed.length > 0;
    if (!retry) return toPlan(input, attempt, failures);
    for (const key of newlyFailed) excluded.add(key);
  }
}

interface Attempt {
  readonly store: ComponentStore;
  readonly definitions: readonly SObjectDefinition[];
  readonly failures: readonly PlannedMessage[];
  readonly failedKeys: readonly string[];
  readonly successes: readonly PlannedMessage[];
  readonly changed: readonly PackageComponent[];
}

function attemptPlan(input: DeployInput, excluded: ReadonlySet<string>): Attempt {
  const incoming = input.package.components.filter(
    (component) => !excluded.has(componentKey(component)) && !isMereParent(component, input),
  );
  const { store, deletesBefore, deletesAfter } = nextStore(input, incoming, excluded);
  const definitions = buildSchema(input.standard, store, input.keyPrefixes);
  const checked = checkIncoming(incoming, input, { store, schema: new Schema(definitions) });
  const refused = [
    ...stillReferenced(deletesBefore.deleted, DESTRUCTIVE_FILE.before, store),
    ...stillReferenced(deletesAfter.deleted, DESTRUCTIVE_FILE.after, store),
  ];
  return {
    store,
    definitions,
    failures: [...checked.failures, ...refused],
    failedKeys: [
      ...checked.failedKeys,
      ...refused.map(({ componentType, fullName }) => componentKey({ type: componentType, fullName })),
    ],
    successes: [...deletesBefore.messages, ...deletesAfter.messages, ...checked.successes],
    changed: checked.changed,
  };
}

/** An object's file may bring only its children: the object itself then counts only when package.xml names it. */
function isMereParent(component: PackageComponent, { package: pkg }: DeployInput): boolean {
  const isEmpty = component.type === 'CustomObject' && Object.keys(component.content).length === 0;
  return isEmpty && !manifestNames(pkg.manifest, component);
}

function toPlan(input: DeployInput, attempt: Attempt, failures: readonly PlannedMessage[]): DeployPlan {
  const problems = input.package.problems.map(problemMessage);
  const packageFailed = problems.some((message) => !message.success);
  const packageRow = successMessage({ type: '', fullName: 'package.xml', fileName: 'package.xml' });
  return {
    success: !packageFailed && failures.length === 0,
    messages: [
      ...(problems.some((message) => message.fullName === 'package.xml') ? [] : [packageRow]),
      ...problems,
      ...failures,
      ...attempt.successes,
    ],
    operations: operationsBetween(input.current, attempt.store).sort(byDeployOrder),
    store: attempt.store,
    definitions: attempt.definitions,
    changed: attempt.changed,
  };
}

/** Deletes of dependents come first, in reverse order; then creates and updates, what others need first. */
function byDeployOrder(left: PlanOperation, right: PlanOperation): number {
  const deletes = Number(right.kind === 'delete') - Number(left.kind === 'delete');
  if (deletes !== 0) return deletes;
  const rank = deployRank(left.id.type) - deployRank(right.id.type);
  return left.kind === 'delete' ? -rank : rank;
}
