import type { ApexEngine } from '../../apex';
import {
  componentKey,
  type ComponentStore,
  type PackageComponent,
  type PlannedMessage,
} from '../../metadata';
import type { Schema } from '../../schema';
import { componentFailure } from './component-failure';

const TYPES = { class: 'ApexClass', trigger: 'ApexTrigger' } as const;

/**
 * Compiles every class and trigger of the org that a deploy leads to: those that are deployed, and others that the deploy
 * would break because a class, field or object that they use is gone. Each problem is a row with its line.
 */
export function checkApex(
  apex: ApexEngine,
  schema: Schema,
  components: ComponentStore,
  changed: readonly PackageComponent[],
): PlannedMessage[] {
  const deployed = new Map(changed.map((component) => [componentKey(component), component]));
  return apex.check(components, schema).flatMap(({ source, problems }) => {
    const id = { type: TYPES[source.kind], fullName: source.name };
    const component = deployed.get(componentKey(id)) ?? components.find(id.type, id.fullName);
    if (!component) return [];
    return problems.map(({ message, line, column }) => ({
      ...componentFailure(component, message),
      lineNumber: line,
      columnNumber: column,
    }));
  });
}
