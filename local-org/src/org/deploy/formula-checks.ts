import type { FormulaCompiler } from '../../execution';
import { FormulaError } from '../../formula';
import {
  componentKey,
  formulaSites,
  type Component,
  type ComponentStore,
  type FormulaSite,
  type PackageComponent,
  type PlannedMessage,
} from '../../metadata';
import type { Schema } from '../../schema';
import { componentFailure } from './component-failure';

/**
 * Compiles every formula of the org against the schema that a deploy leads to: those that are deployed, and those
 * that the deploy would break because a field, label or permission is gone or of another type.
 * @returns one failed row per formula that does not compile, at the component that holds it
 */
export function checkFormulas(
  compiler: FormulaCompiler,
  schema: Schema,
  store: ComponentStore,
  changed: readonly PackageComponent[],
): PlannedMessage[] {
  const deployed = new Map(changed.map((component) => [componentKey(component), component]));
  return [...store.components()].flatMap((stored) => {
    const component: Component = deployed.get(componentKey(stored)) ?? stored;
    return formulaSites(component).flatMap((site): PlannedMessage[] => {
      const problem = problemOf(compiler, schema, site);
      return problem === undefined ? [] : [componentFailure(component, problem, site.path)];
    });
  });
}

function problemOf(compiler: FormulaCompiler, schema: Schema, site: FormulaSite): string | undefined {
  try {
    compiler.compile(schema, site);
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
}
