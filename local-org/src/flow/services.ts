import type { AccessControl } from '../access';
import type { Clock } from '../core';
import type { DmlEngine } from '../dml';
import type { FormulaFieldEvaluator, TransactionManager } from '../execution';
import type { ComponentStore } from '../metadata';
import type { QueryEngine } from '../query';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';
import type { FlowActionRegistry } from './actions/flow-action';
import type { FlowPorts } from './ports';

/** What the flow engine works with. */
export interface FlowServices {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
  readonly access: AccessControl;
  readonly clock: Clock;
  readonly query: QueryEngine;
  readonly dml: DmlEngine;
  readonly formulas: FormulaFieldEvaluator;
  readonly transactions: TransactionManager;
  readonly actions: FlowActionRegistry;
  /** What stands outside of flows; filled while the org is composed. */
  readonly ports: FlowPorts;
}
