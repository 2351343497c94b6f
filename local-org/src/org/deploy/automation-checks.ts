import { approvalProblems, type ApprovalCheckContext, type ApprovalProblem } from '../../approval';
import { quickActionProblems } from '../../flow';
import { componentKey, type PackageComponent, type PlannedMessage } from '../../metadata';
import { ruleProblems } from '../../rules';
import { componentFailure } from './component-failure';

type AutomationCheck = (context: ApprovalCheckContext) => readonly ApprovalProblem[];

const CHECKS: readonly AutomationCheck[] = [approvalProblems, ruleProblems, quickActionProblems];

/**
 * Checks the automation of the org that a deploy leads to. Setup records of the deploy are there already, so that a
 * process may name a queue that comes with it.
 */
export function checkAutomation(
  context: ApprovalCheckContext,
  changed: readonly PackageComponent[],
): PlannedMessage[] {
  const deployed = new Map(changed.map((component) => [componentKey(component), component]));
  return CHECKS.flatMap((check) => check(context)).flatMap(({ id, problem }) => {
    const component = deployed.get(componentKey(id)) ?? context.components.find(id.type, id.fullName);
    return component ? [componentFailure(component, problem)] : [];
  });
}
