import { UnsupportedFeatureError } from '../../core';
import type { FlowActionRegistry } from '../actions/flow-action';
import type { Flow } from '../definition/flow';
import type { FlowElement } from '../elements/flow-element';
import { ELEMENT_TYPES } from '../elements/registry';
import type { FlowCatalogue } from '../interview/flow-catalogue';
import { referencesIn } from '../interview/template';
import { SCHEDULE_FREQUENCIES } from '../triggering/schedules';
import { CheckScope, type FlowProblem } from './check-scope';

const PROCESS_TYPES: ReadonlySet<string> = new Set(['AutoLaunchedFlow', 'Flow']);
const TRIGGER_TYPES: ReadonlySet<string> = new Set([
  'None',
  'RecordBeforeSave',
  'RecordAfterSave',
  'RecordBeforeDelete',
  'Scheduled',
  'PlatformEvent',
]);
/** What a flow that runs before the save may consist of. */
const BEFORE_SAVE_ELEMENTS: ReadonlySet<string> = new Set([
  'assignments',
  'decisions',
  'loops',
  'recordLookups',
  'customErrors',
  'collectionProcessors',
  'transforms',
  'recordUpdates',
]);

/** Finds everything in a flow that cannot work, or that the local org does not run. */
export function checkFlow(
  flow: Flow,
  catalogue: FlowCatalogue,
  actions: FlowActionRegistry,
): readonly FlowProblem[] {
  const scope = new CheckScope(flow, catalogue, actions, catalogue.scopeOf(flow));
  checkKind(scope, flow);
  checkStart(scope, flow);
  checkResources(scope, flow);
  const labels = new Map(ELEMENT_TYPES.map((type) => [type.typeName, type.label]));
  for (const element of flow.elements.values()) {
    scope.enter(`${element.name} (${labels.get(element.typeName) ?? element.typeName})`, element.path);
    checkElement(scope, flow, element);
  }
  checkNames(scope, flow);
  checkCircle(scope, flow);
  return scope.problems;
}

function checkKind(scope: CheckScope, flow: Flow): void {
  scope.enter('', []);
  if (!PROCESS_TYPES.has(flow.processType))
    scope.problem(`Flows of the type ${flow.processType} are not supported by the local org.`);
  for (const tag of flow.unsupported)
    scope.problem(`The flow element ${tag} is not supported by the local org.`);
}

function checkStart(scope: CheckScope, flow: Flow): void {
  const { start } = flow;
  scope.enter('Start', ['start']);
  if (!TRIGGER_TYPES.has(start.triggerType))
    scope.problem(`The trigger type ${start.triggerType} is not supported by the local org.`);
  const type = start.objectName === null ? undefined : scope.object(start.objectName);
  if (start.triggerType.startsWith('Record') && start.objectName === null)
    scope.problem('The flow has no object.');
  if (type) scope.filters(type, start.filters);
  if (start.filterFormula !== null) scope.formula(start.filterFormula, 'Boolean');
  if (
    start.triggerType === 'Scheduled' &&
    !SCHEDULE_FREQUENCIES.includes(start.schedule?.frequency ?? 'Once')
  )
    scope.problem(`The frequency ${start.schedule?.frequency ?? ''} is not supported by the local org.`);
  for (const connector of [start.connector, ...start.scheduledPaths.map((path) => path.connector)])
    if (connector) checkTarget(scope, flow, connector.target);
  for (const { recordField } of start.scheduledPaths)
    if (recordField !== null && type) scope.field(type, recordField);
}

function checkResources(scope: CheckScope, flow: Flow): void {
  for (const resource of flow.resources.values()) {
    scope.enter(`${resource.name} (${resource.kind})`, []);
    if (resource.dataType === 'SObject') scope.object(resource.objectName ?? null);
    switch (resource.kind) {
      case 'formula':
        scope.formula(resource.expression, resource.dataType);
        break;
      case 'variable':
        scope.value(resource.defaultValue);
        break;
      case 'constant':
      case 'choice':
        scope.value(resource.value);
        break;
      case 'textTemplate':
        for (const path of referencesIn(resource.text)) if (!path.startsWith('$')) scope.reference(path);
        break;
      default:
        break;
    }
  }
}

function checkElement(scope: CheckScope, flow: Flow, element: FlowElement): void {
  const [tag = ''] = element.path;
  if (flow.start.triggerType === 'RecordBeforeSave' && !BEFORE_SAVE_ELEMENTS.has(String(tag)))
    scope.problem("This element isn't available in flows that run before the record is saved.");
  for (const { target } of element.connectors) checkTarget(scope, flow, target);
  try {
    element.check(scope);
  } catch (error) {
    if (!(error instanceof UnsupportedFeatureError)) throw error;
    scope.problem(error.message);
  }
}

function checkTarget(scope: CheckScope, flow: Flow, target: string): void {
  if (!flow.elements.has(target.toLowerCase()))
    scope.problem(`The target element "${target}" of a connector doesn't exist.`);
}

/** A name may stand once among elements and resources. */
function checkNames(scope: CheckScope, flow: Flow): void {
  for (const [name, element] of flow.elements) {
    if (!flow.resources.has(name)) continue;
    scope.enter(element.name, element.path);
    scope.problem(`The API name "${element.name}" is used more than once in the flow.`);
  }
}

/** A subflow may not lead back to the flow that calls it. */
function checkCircle(scope: CheckScope, flow: Flow): void {
  for (const element of flow.elements.values()) {
    if (element.calls === undefined || !leadsTo(scope, element.calls, flow.name, new Set())) continue;
    scope.enter(`${element.name} (Subflow)`, element.path);
    scope.problem(`The flow "${flow.name}" calls itself through the subflow "${element.calls}".`);
  }
}

function leadsTo(scope: CheckScope, from: string, to: string, seen: Set<string>): boolean {
  if (from.toLowerCase() === to.toLowerCase()) return true;
  if (seen.has(from.toLowerCase())) return false;
  seen.add(from.toLowerCase());
  const elements = scope.findFlow(from)?.elements.values() ?? [];
  return [...elements].some(
    (element) => element.calls !== undefined && leadsTo(scope, element.calls, to, seen),
  );
}
