import type { FlowEngine } from '../../flow';
import {
  componentKey,
  type Component,
  type ComponentStore,
  type PackageComponent,
  type PlannedMessage,
} from '../../metadata';
import type { Schema } from '../../schema';
import { componentFailure } from './component-failure';

/**
 * Checks every flow of the org against what a deploy leads to: those that are deployed, and active ones that the deploy
 * would break because a field, object or subflow is gone.
 */
export function checkFlows(
  flows: FlowEngine,
  schema: Schema,
  components: ComponentStore,
  changed: readonly PackageComponent[],
): PlannedMessage[] {
  const deployed = new Map(changed.map((component) => [componentKey(component), component]));
  return components.all('Flow').flatMap((stored) => {
    const component: Component = deployed.get(componentKey(stored)) ?? stored;
    if (component === stored && component.content['status'] !== 'Active') return [];
    return flows
      .check(component, schema, components)
      .map(({ message, path }) => componentFailure(component, message, path));
  });
}
