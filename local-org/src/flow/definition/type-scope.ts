import type { FormulaType } from '../../formula';
import type { Schema } from '../../schema';
import type { FlowValueType } from './data-type';
import type { Flow } from './flow';

/** An attribute of a component that a screen may hold. */
export interface ComponentAttribute extends FlowValueType {
  readonly name: string;
}

/** What types of references are told from. */
export interface TypeScope {
  readonly flow: Flow;
  readonly schema: Schema;
  /** Type of a global such as `['$User', 'Department']`. */
  globalType(path: readonly string[]): FormulaType | undefined;
  /** A flow of the org by API name. */
  findFlow(name: string): Flow | undefined;
  /** Output parameters of an action; undefined when there is no such action. */
  actionOutputs(actionType: string, actionName: string): ReadonlyMap<string, FlowValueType> | undefined;
  /** Attributes of a screen component, `flowruntime:address`; undefined when there is no such component. */
  screenComponent(name: string): readonly ComponentAttribute[] | undefined;
}
