import type { AccessControl } from '../access';
import type { Clock } from '../core';
import type { NestedSaves } from '../dml';
import type { FormulaFieldEvaluator, TransactionManager } from '../execution';
import type { ComponentStore } from '../metadata';
import type { Outbox } from '../outbox';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';

/** What the rules of an org work with. */
export interface RuleServices {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly access: AccessControl;
  readonly formulas: FormulaFieldEvaluator;
  readonly transactions: TransactionManager;
  readonly dml: NestedSaves;
  readonly outbox: Outbox;
}
