import type { AccessControl } from '../access';
import type { Clock } from '../core';
import { FormulaCompiler, FormulaFieldEvaluator, FormulaGlobals } from '../execution';
import type { RecordStore } from '../storage';
import { FormulaDefinitions } from './definitions/formula-definitions';
import type { OrgStateHolder } from './org-state';

/** What formulas of an org are compiled and computed with. */
export interface FormulaSources {
  readonly state: OrgStateHolder;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly access: AccessControl;
  serverUrl(): string | null;
}

/** Makes the org's formula compiler and evaluator; both see the metadata of the moment. */
export function createFormulas({ state, store, clock, access, serverUrl }: FormulaSources): {
  readonly compiler: FormulaCompiler;
  readonly formulas: FormulaFieldEvaluator;
} {
  const { schema } = state;
  const definitions = new FormulaDefinitions(state.components);
  const globals = new FormulaGlobals({
    schema,
    store,
    clock,
    hasCustomPermission: (user, name) => access.hasCustomPermission(user, name),
    customPermissionExists: (name) => definitions.customPermissionExists(name),
    label: (name) => definitions.label(name),
    serverUrl,
  });
  const compiler = new FormulaCompiler(globals);
  return { compiler, formulas: new FormulaFieldEvaluator({ schema, store, clock, compiler, globals }) };
}
