import { criteriaProblems } from '../dml';
import type { FormulaCompiler } from '../execution';
import { FormulaError } from '../formula';
import {
  objectsOf,
  parentName,
  textOf,
  type Component,
  type ComponentId,
  type ComponentStore,
} from '../metadata';
import { isSupportedRecipient } from '../outbox';
import type { Schema, SObjectType } from '../schema';
import type { RecordStore } from '../storage';
import { isSupportedAssignee } from './actions/create-task';
import { isSupportedOperation } from './actions/field-updates';
import { ACTION_COMPONENTS } from './actions/run-actions';
import { isSupportedApprover, relatedUserField } from './approvers';
import { approvalProcess } from './definitions';
import { isSupportedSubmitter } from './submitters';
import type { ActionReference, ApprovalProcessDefinition, ApprovalStepDefinition } from './types';

/** What is wrong with one component. */
export interface ApprovalProblem {
  readonly id: ComponentId;
  readonly problem: string;
}

/** What deploys are checked against. */
export interface ApprovalCheckContext {
  readonly components: ComponentStore;
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly compiler: FormulaCompiler;
}

type Check = (context: ApprovalCheckContext, component: Component, type: SObjectType) => readonly string[];

const CHECKS: Readonly<Record<string, Check>> = {
  ApprovalProcess: checkProcess,
  WorkflowFieldUpdate: checkFieldUpdate,
  WorkflowAlert: checkAlert,
  WorkflowTask: (_context, { content }) => {
    const type = textOf(content, 'assignedToType') ?? 'owner';
    return isSupportedAssignee(type) ? [] : [unsupported(`Task assigned to ${type}`)];
  },
};

/**
 * What stands against the approval processes and actions of an org: unknown users, fields and actions, and what the
 * local org cannot carry out.
 */
export function approvalProblems(context: ApprovalCheckContext): ApprovalProblem[] {
  return Object.entries(CHECKS).flatMap(([componentType, check]) =>
    context.components.all(componentType).flatMap((component) => {
      const id = { type: componentType, fullName: component.fullName };
      const type = context.schema.find(parentName(component.fullName));
      const problems = type
        ? check(context, component, type)
        : [
            `Entity Enumeration or ID: bad value for restricted picklist field: ${parentName(component.fullName)}`,
          ];
      return problems.map((problem) => ({ id, problem }));
    }),
  );
}

function checkProcess(context: ApprovalCheckContext, component: Component, type: SObjectType): string[] {
  const process = approvalProcess(component);
  const actions = [
    ...process.initialSubmissionActions,
    ...process.finalApprovalActions,
    ...process.finalRejectionActions,
    ...process.recallActions,
    ...process.steps.flatMap((step) => [...step.approvalActions, ...step.rejectionActions]),
  ];
  const submitters = process.submitters.filter(({ type: kind }) => !isSupportedSubmitter(kind));
  return [
    ...criteriaProblems(context, type, process.criteria),
    ...process.steps.flatMap((step) => [
      ...criteriaProblems(context, type, step.criteria),
      ...checkApprovers(context, type, process, step),
    ]),
    ...actions.flatMap((action) => checkAction(context, type, action)),
    ...submitters.map(({ type: kind }) => unsupported(`Initial submitter ${kind}`)),
  ];
}

function checkApprovers(
  context: ApprovalCheckContext,
  type: SObjectType,
  process: ApprovalProcessDefinition,
  step: ApprovalStepDefinition,
): string[] {
  return step.approvers.flatMap(({ type: kind, name }) => {
    if (!isSupportedApprover(kind)) return [unsupported(`Approver type ${kind} of step ${step.name}`)];
    const sql = APPROVER_ROWS[kind];
    if (sql && !context.store.prepare(sql.query).get(name ?? '')) {
      return [`Approval step ${step.name} references ${name ?? ''}, which doesn't exist as a ${sql.noun}.`];
    }
    const users = context.schema.find('User');
    const [host, field] =
      kind === 'relatedUserField' ? [type, name] : [users, process.automatedApprover?.field ?? name];
    const isField = kind === 'relatedUserField' || kind === 'userHierarchyField';
    if (isField && host && !relatedUserField(host, field ?? 'Manager')) {
      return [`In field: approver - no CustomField named ${host.name}.${field ?? ''} found`];
    }
    return [];
  });
}

const APPROVER_ROWS: Readonly<Record<string, { readonly query: string; readonly noun: string }>> = {
  user: { query: 'SELECT 1 FROM "User" WHERE "Username" = ?', noun: 'user' },
  queue: { query: 'SELECT 1 FROM "Group" WHERE "Type" = \'Queue\' AND "DeveloperName" = ?', noun: 'queue' },
};

function checkAction(
  { components }: ApprovalCheckContext,
  type: SObjectType,
  action: ActionReference,
): string[] {
  const componentType = ACTION_COMPONENTS[action.type];
  if (!componentType) return [unsupported(`Approval action ${action.type} ${action.name}`)];
  const fullName = `${type.name}.${action.name}`;
  return components.find(componentType, fullName)
    ? []
    : [`In field: action - no ${componentType} named ${fullName} found`];
}

function checkFieldUpdate(
  context: ApprovalCheckContext,
  { content }: Component,
  type: SObjectType,
): string[] {
  const operation = textOf(content, 'operation') ?? '';
  if (!isSupportedOperation(operation)) return [unsupported(`Field update operation ${operation}`)];
  const target = textOf(content, 'targetObject');
  const reference = target === undefined ? undefined : (type.field(target) ?? type.parentField(target));
  const host = reference ? context.schema.find(reference.relationship?.referenceTo[0] ?? '') : type;
  const name = textOf(content, 'field') ?? '';
  if (!host?.field(name))
    return [`In field: field - no CustomField named ${host?.name ?? type.name}.${name} found`];
  const formula = textOf(content, 'formula');
  return operation === 'Formula' && formula !== undefined ? checkFormula(context, type, formula) : [];
}

function checkAlert(_context: ApprovalCheckContext, { content }: Component): string[] {
  return objectsOf(content, 'recipients').flatMap((recipient) => {
    const type = textOf(recipient, 'type') ?? '';
    return isSupportedRecipient(type) ? [] : [unsupported(`Email alert recipient ${type}`)];
  });
}

function checkFormula(
  { compiler, schema }: ApprovalCheckContext,
  { name }: SObjectType,
  expression: string,
): string[] {
  try {
    const source = {
      objectName: name,
      expression,
      usage: 'rule',
      blankHandling: 'BlankAsBlank',
    } as const;
    compiler.compile(schema, source);
    return [];
  } catch (error) {
    if (error instanceof FormulaError) return [error.message];
    throw error;
  }
}

function unsupported(feature: string): string {
  return `${feature} is not supported by the local org`;
}
