import { UnsupportedFeatureError, type RecordValues } from '../../core';
import type { RequestContext } from '../../execution';
import type { Component } from '../../metadata';
import { sendEmailAlert } from '../../outbox';
import type { SObjectType } from '../../schema';
import type { ActionReference, ApprovalServices } from '../types';
import { createTask } from './create-task';
import { runFieldUpdates } from './field-updates';

/** Component types of actions by the type a process names them with. */
export const ACTION_COMPONENTS: Readonly<Record<string, string>> = {
  FieldUpdate: 'WorkflowFieldUpdate',
  Alert: 'WorkflowAlert',
  Task: 'WorkflowTask',
};

/**
 * Runs the actions of a process at a record: field updates together and first, then tasks and e-mail alerts.
 * @param source what runs them: `Approval process Opportunity.Large_Deal`
 * @see https://help.salesforce.com/s/articleView?id=sf.approvals_automated_actions.htm
 */
export function runActions(
  services: ApprovalServices,
  context: RequestContext,
  type: SObjectType,
  recordId: string,
  actions: readonly ActionReference[],
  source: string,
): void {
  if (actions.length === 0) return;
  const found = actions.map((action) => ({ action, component: actionComponent(services, type, action) }));
  const ofType = (wanted: string): Component[] =>
    found.filter(({ action }) => action.type === wanted).map(({ component }) => component);
  runFieldUpdates(services, context, type, recordId, ofType('FieldUpdate'));
  const record: RecordValues = services.store.find(type, recordId) ?? {};
  for (const task of ofType('Task')) createTask(services, context, type, record, task);
  for (const alert of ofType('Alert')) sendEmailAlert(services, alert.fullName, record, context, source);
}

function actionComponent(services: ApprovalServices, type: SObjectType, action: ActionReference): Component {
  const componentType = ACTION_COMPONENTS[action.type];
  const component = componentType && services.components().find(componentType, `${type.name}.${action.name}`);
  if (!component) throw new UnsupportedFeatureError(`Approval action ${action.type} ${action.name}`);
  return component;
}
