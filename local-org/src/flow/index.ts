/**
 * Flows: reads Flow metadata, runs interviews in batches, and checks flows at deploy.
 *
 * | task                            | function                                                    |
 * |---------------------------------|-------------------------------------------------------------|
 * | run the deployed flows          | `createFlowEngine(deps)`, then its `ports()` into the save   |
 * | run one flow                    | `engine.launch('Deal_Review', inputs, context)`              |
 * | screen flows                    | `engine.screens.start(...)`, `.navigate(...)`                |
 * | check a flow                    | `engine.check(component, schema, components)`                |
 * | quick actions                   | `engine.quickActions.perform(action, contextId, ...)`        |
 * | what elements and actions exist | `ELEMENT_TYPES`, `UNSUPPORTED_ELEMENTS`, `ACTION_MAKERS`     |
 */
export { ACTION_MAKERS } from './actions/create-flow-actions';
export type { ActionOutcome, ActionParameter, FlowAction, FlowActionRegistry } from './actions/flow-action';
export type { FlowProblem } from './checks/check-scope';
export { createFlowEngine, type FlowEngine, type FlowEngineDeps } from './create-flow-engine';
export type { FlowDataType, FlowValueType } from './definition/data-type';
export type { Flow } from './definition/flow';
export type { FlowVariable } from './definition/resources';
export type { ElementType } from './elements/flow-element';
export { ELEMENT_TYPES, UNSUPPORTED_ELEMENTS } from './elements/registry';
export { FlowRecord } from './interview/flow-record';
export { FlowStructure, type FlowValue } from './interview/flow-value';
export { jsonOf } from './interview/input-values';
export type { LaunchResult } from './launch';
export type { FlowApex, FlowEvents, FlowPorts } from './ports';
export type { QuickAction, QuickActionLayoutItem } from './quick-actions/quick-action';
export { quickActionProblems } from './quick-actions/quick-action-problems';
export type { QuickActionResult, QuickActions } from './quick-actions/quick-actions';
export type { EventFlow } from './triggering/platform-events';
export { SCREEN_ACTIONS, type ScreenAction } from './screens/screen-actions';
export type { ScreenAnswer, ScreenStep } from './screens/screen-runtime';
