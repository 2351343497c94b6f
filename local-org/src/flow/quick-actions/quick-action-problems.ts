import type { FormulaCompiler } from '../../execution';
import { FormulaError } from '../../formula';
import type { ComponentId, ComponentStore } from '../../metadata';
import type { Schema, SObjectType } from '../../schema';
import { overrideFormula, parentFieldOf } from './predefined-values';
import { quickActionsOf, type QuickAction } from './quick-action';
import { isPerformable } from './quick-actions';

/** What deploys of quick actions are checked against. */
export interface QuickActionCheckContext {
  readonly components: ComponentStore;
  readonly schema: Schema;
  readonly compiler: FormulaCompiler;
}

/** What is wrong with one quick action. */
export interface QuickActionProblem {
  readonly id: ComponentId;
  readonly problem: string;
}

/**
 * What stands against the quick actions of an org: fields, record types and flows that are not there, and formulas that
 * do not compile.
 */
export function quickActionProblems(context: QuickActionCheckContext): QuickActionProblem[] {
  return quickActionsOf(context.components).flatMap((action) =>
    problemsOf(context, action).map((problem) => ({
      id: { type: 'QuickAction', fullName: action.fullName },
      problem,
    })),
  );
}

function problemsOf(context: QuickActionCheckContext, action: QuickAction): string[] {
  const { flowDefinition } = action;
  if (flowDefinition !== null && !context.components.find('Flow', flowDefinition))
    return [missing('flowDefinition', 'FlowDefinition', flowDefinition)];
  if (!isPerformable(action.type)) return [];
  const type = context.schema.find(action.targetObject ?? '');
  if (!type) return [missing('targetObject', 'CustomObject', action.targetObject ?? '')];
  return [
    ...fieldProblems(action, type),
    ...formulaProblems(context, action, type),
    ...targetProblems(context, action, type),
  ];
}

function fieldProblems({ layout, overrides }: QuickAction, type: SObjectType): string[] {
  const names = new Set([...layout.flat(), ...overrides].map(({ field }) => field));
  return [...names]
    .filter((name) => !type.field(name))
    .map((name) => missing('field', 'CustomField', `${type.name}.${name}`));
}

function formulaProblems(
  { schema, compiler }: QuickActionCheckContext,
  action: QuickAction,
  type: SObjectType,
): string[] {
  return action.overrides.flatMap(({ field: name, formula }) => {
    const field = type.field(name);
    if (!field || formula === null) return [];
    try {
      compiler.compile(schema, overrideFormula(action.objectName ?? 'User', formula, field));
      return [];
    } catch (error) {
      if (error instanceof FormulaError) return [error.message];
      throw error;
    }
  });
}

function targetProblems(
  { schema }: QuickActionCheckContext,
  action: QuickAction,
  type: SObjectType,
): string[] {
  const { targetRecordType, targetParentField, objectName } = action;
  const developerName = targetRecordType?.slice(targetRecordType.indexOf('.') + 1).toLowerCase();
  const isKnown = type.definition.recordTypes.some(
    (recordType) => recordType.developerName.toLowerCase() === developerName,
  );
  const parent = schema.find(objectName ?? '');
  return [
    ...(targetRecordType !== null && !isKnown
      ? [missing('targetRecordType', 'RecordType', targetRecordType)]
      : []),
    ...(targetParentField !== null && parent && !parentFieldOf(action, type, parent)
      ? [missing('targetParentField', 'CustomField', `${type.name}.${targetParentField}`)]
      : []),
  ];
}

function missing(element: string, type: string, name: string): string {
  return `In field: ${element} - no ${type} named ${name} found`;
}
