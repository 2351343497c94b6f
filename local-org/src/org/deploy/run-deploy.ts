import type { AccessControl } from '../../access';
import type { ApexEngine, ApexService } from '../../apex';
import { formatDatetime, type Clock } from '../../core';
import type { FormulaCompiler, FormulaFieldEvaluator, RunningUser } from '../../execution';
import type { FlowEngine } from '../../flow';
import {
  AssignedKeyPrefixes,
  componentKey,
  planDeploy,
  readPackage,
  type DeployMessage,
  type DeployOptions,
  type DeployPackage,
  type DeployPlan,
  type DeployTestResult,
  type PlannedMessage,
} from '../../metadata';
import { MatchKeys } from '../../rules';
import { Schema, standardObjects } from '../../schema';
import type { RecordStore } from '../../storage';
import type { OrgState, OrgStateHolder } from '../org-state';
import { projectSetupRecords } from '../setup/project-setup';
import { ComponentIds } from './component-ids';
import { convertColumns } from './convert-columns';
import { changeData } from './data-changes';
import { dataPresence } from './data-presence';
import { checkAnalytics } from './analytics-checks';
import { checkApex } from './apex-checks';
import { checkAutomation } from './automation-checks';
import { checkDefinitions } from './definition-checks';
import { runDeployChecks, type DeployCheck } from './deploy-check';
import { refusedDeletes } from './delete-checks';
import { passed, runDeployTests } from './deploy-tests';
import { checkFlows } from './flow-checks';
import { checkFormulas } from './formula-checks';

export interface DeployDependencies {
  readonly store: RecordStore;
  readonly state: OrgStateHolder;
  readonly clock: Clock;
  readonly compiler: FormulaCompiler;
  readonly formulas: FormulaFieldEvaluator;
  readonly access: AccessControl;
  readonly flows: FlowEngine;
  readonly apex: ApexEngine;
  readonly apexService: ApexService;
  /** Checks of modules above the org. */
  readonly checks: readonly DeployCheck[];
}

/** What a deploy came to. */
export interface DeployOutcome {
  readonly status: 'Succeeded' | 'SucceededPartial' | 'Failed';
  readonly messages: readonly DeployMessage[];
  /** Null when no tests ran. */
  readonly tests: DeployTestResult | null;
}

/** One try at a deploy. */
interface Attempt {
  readonly messages: readonly DeployMessage[];
  /** What the plan could not see: formulas, deletes of what records use. Nothing was changed when there are any. */
  readonly problems: readonly PlannedMessage[];
  /** Null when no tests ran. A test that failed, or too little coverage, undoes everything. */
  readonly tests: DeployTestResult | null;
}

/** Undoes everything: a check-only run that went well, or a deploy with errors. Never leaves this file. */
class Undo extends Error {
  constructor(readonly attempt: Attempt) {
    super('undo');
  }
}

/**
 * Carries out one deploy in one transaction: tables, metadata, setup records, checks and data. When anything fails, or
 * for `checkOnly`, the org is exactly as it was before. With `rollbackOnError` false, what is refused is left out and
 * the rest is deployed.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deploy.htm
 */
export function runDeploy(
  dependencies: DeployDependencies,
  zip: Uint8Array,
  options: DeployOptions,
  user: RunningUser,
): DeployOutcome {
  let packageToDeploy = readPackage(zip);
  const refused: DeployMessage[] = [];
  for (;;) {
    const attempt = attemptDeploy(dependencies, packageToDeploy, options, user);
    const rest = options.rollbackOnError ? undefined : without(packageToDeploy, attempt.problems);
    if (attempt.problems.length === 0 || !rest)
      return toOutcome([...refused, ...attempt.messages], attempt, options);
    refused.push(
      ...attempt.messages.filter((message) => attempt.problems.some((p) => sameComponent(p, message))),
    );
    packageToDeploy = rest;
  }
}

function attemptDeploy(
  dependencies: DeployDependencies,
  packageToDeploy: DeployPackage,
  options: DeployOptions,
  user: RunningUser,
): Attempt {
  const { store, state } = dependencies;
  const keyPrefixes = new AssignedKeyPrefixes(state.repository.keyPrefixes());
  const plan = planDeploy({
    current: state.components(),
    package: packageToDeploy,
    options,
    standard: standardObjects(),
    keyPrefixes,
    data: dataPresence(store, state.schema),
  });
  const now = formatDatetime(dependencies.clock.now());
  const ids = new ComponentIds(store, state.repository);
  if (!plan.success && options.rollbackOnError)
    return { messages: ids.complete(plan.messages, now), problems: [], tests: null };
  const before: OrgState = { schema: state.schema(), components: state.components() };
  const after: OrgState = { schema: new Schema(plan.definitions), components: plan.store };
  const keepMetadata = (): void => {
    state.repository.keepKeyPrefixes(keyPrefixes.assignments());
    state.repository.apply(plan.operations, () => ids.next(), user.id, now);
  };
  try {
    return state.replace(after, () =>
      store.transaction(() => {
        const problems = applyPlan({ ...dependencies, before, after, plan, user }, keepMetadata);
        const messages = ids.complete(withProblems(plan.messages, problems), now);
        const tests =
          problems.length === 0 ? runDeployTests(dependencies, options, plan.changed, user) : null;
        const attempt = { messages, problems, tests };
        if (options.checkOnly || problems.length > 0 || !passed(tests)) throw new Undo(attempt);
        return attempt;
      }),
    );
  } catch (error) {
    if (error instanceof Undo) return error.attempt;
    throw error;
  } finally {
    dependencies.access.invalidate();
  }
}

/** What a plan is carried out with. */
interface Application extends DeployDependencies {
  readonly plan: DeployPlan;
  readonly before: OrgState;
  readonly after: OrgState;
  readonly user: RunningUser;
}

/**
 * Makes the org what the plan says, in the caller's transaction.
 * @returns what is wrong; the caller must then undo the transaction
 */
function applyPlan(application: Application, keepMetadata: () => void): PlannedMessage[] {
  const { store, clock, plan, before, after, user } = application;
  const { schema, components } = after;
  if (plan.operations.length === 0) return [];
  const refused = refusedDeletes(plan.operations, store, before.schema);
  if (refused.length > 0) return refused;
  convertColumns(store, before.schema, schema);
  store.migrate(schema);
  keepMetadata();
  const unsupported = checkDefinitions(components, store, plan.changed);
  if (unsupported.length > 0) return unsupported;
  const changedTypes = new Set(plan.operations.map(({ id }) => id.type));
  const target = { schema, store, clock, userId: user.id };
  projectSetupRecords(target, components, before.components, changedTypes);
  const problems = [
    ...checkFormulas(application.compiler, schema, components, plan.changed),
    ...checkApex(application.apex, schema, components, plan.changed),
    ...checkFlows(application.flows, schema, components, plan.changed),
    ...checkAnalytics(schema, components, plan.changed),
    ...checkAutomation({ components, schema, store, compiler: application.compiler }, plan.changed),
    ...runDeployChecks(application.checks, { schema, components, changed: plan.changed }),
  ];
  if (problems.length > 0) return problems;
  changeData({ store, clock, formulas: application.formulas, schema, components, user }, before.schema);
  new MatchKeys({ store, schema: () => schema, components: () => components }).refresh();
  return problems;
}

/** The package less the refused components; undefined when none of them is in it, so that leaving out helps nothing. */
function without(
  packageToDeploy: DeployPackage,
  problems: readonly PlannedMessage[],
): DeployPackage | undefined {
  const keys = new Set(
    problems.map(({ componentType, fullName }) => componentKey({ type: componentType, fullName })),
  );
  const components = packageToDeploy.components.filter((component) => !keys.has(componentKey(component)));
  return components.length < packageToDeploy.components.length
    ? { ...packageToDeploy, components }
    : undefined;
}

function withProblems(
  messages: readonly PlannedMessage[],
  problems: readonly PlannedMessage[],
): PlannedMessage[] {
  return [...messages.filter((message) => !problems.some((p) => sameComponent(p, message))), ...problems];
}

function toOutcome(
  messages: readonly DeployMessage[],
  attempt: Attempt,
  options: DeployOptions,
): DeployOutcome {
  const { tests } = attempt;
  if (!passed(tests)) return { status: 'Failed', messages, tests };
  if (messages.every((message) => message.success)) return { status: 'Succeeded', messages, tests };
  const isPartial =
    !options.rollbackOnError &&
    attempt.problems.length === 0 &&
    messages.some((message) => message.success && message.componentType !== '');
  return { status: isPartial ? 'SucceededPartial' : 'Failed', messages, tests };
}

function sameComponent(
  a: Pick<PlannedMessage, 'componentType' | 'fullName'>,
  b: Pick<PlannedMessage, 'componentType' | 'fullName'>,
): boolean {
  return a.componentType === b.componentType && a.fullName.toLowerCase() === b.fullName.toLowerCase();
}
