import { componentKey, type Component } from '../component';
import { positionOf, type PackageComponent } from '../reader/package-component';
import { checkReferences } from '../references/check-references';
import type { ReferenceScope } from '../references/resolve-reference';
import { isExecutedSettings } from '../registry/settings-types';
import { supportLevelOf } from '../registry/type-lookup';
import { checkComponent } from '../rules/check-component';
import type { ComponentProblem } from '../rules/component-problem';
import type { DeployInput, PlannedMessage } from './deploy-plan';
import { fieldChangeProblems } from './field-changes';
import { failureMessage, successMessage } from './planned-messages';

/** What became of a package's components. */
export interface CheckedComponents {
  readonly failures: readonly PlannedMessage[];
  readonly failedKeys: readonly string[];
  readonly successes: readonly PlannedMessage[];
  /** Those that are new or differ. */
  readonly changed: readonly PackageComponent[];
}

/** Checks every component by itself and against the org as it would be, and writes its rows. */
export function checkIncoming(
  incoming: readonly PackageComponent[],
  input: DeployInput,
  scope: ReferenceScope,
): CheckedComponents {
  const checked = {
    failures: [] as PlannedMessage[],
    failedKeys: [] as string[],
    successes: [] as PlannedMessage[],
    changed: [] as PackageComponent[],
  };
  for (const component of incoming) {
    const problems = problemsOf(component, input, scope);
    if (problems.length > 0) {
      checked.failedKeys.push(componentKey(component));
      checked.failures.push(...problems.map((problem) => failureRow(component, problem)));
      continue;
    }
    const row = successRow(component, input, scope);
    checked.successes.push(row);
    if (row.changed) checked.changed.push(component);
  }
  return checked;
}

function problemsOf(
  component: PackageComponent,
  { current, data }: DeployInput,
  scope: ReferenceScope,
): readonly ComponentProblem[] {
  const after = scope.store.find(component.type, component.fullName) ?? component;
  const before = current.find(component.type, component.fullName);
  return [
    ...checkComponent(after),
    ...checkReferences(component, scope),
    ...(component.type === 'CustomField' ? fieldChangeProblems(before, component, data) : []),
  ];
}

function failureRow(component: PackageComponent, problem: ComponentProblem): PlannedMessage {
  return failureMessage(component, problem.message, positionOf(component, problem.path));
}

function successRow(
  component: PackageComponent,
  { current }: DeployInput,
  { store }: ReferenceScope,
): PlannedMessage {
  const before = current.find(component.type, component.fullName);
  const after = store.find(component.type, component.fullName);
  const row = { ...successMessage(component), created: before === undefined, changed: before !== after };
  const stored = storedOnly(component);
  if (stored === undefined) return row;
  return { ...row, problem: `${stored} is stored but not executed by the local org`, problemType: 'Warning' };
}

/** What of a component has no effect here, by name; undefined when it is executed. */
function storedOnly({ type, fullName }: Component): string | undefined {
  if (type === 'Settings') return isExecutedSettings(fullName) ? undefined : `${fullName}Settings`;
  return supportLevelOf(type) === 'stored' ? type : undefined;
}
