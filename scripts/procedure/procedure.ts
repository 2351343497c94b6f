import { readApprovalProcesses, type ApprovalProcess } from './metadata/approval-process';
import { readFields, type Field } from './metadata/fields';
import { readFlows, type Flow } from './metadata/flows';
import { readGates, type Gate } from './metadata/gates';
import { readHygieneRules, type HygieneRule } from './metadata/hygiene';
import { readNotificationEvents, type NotificationEvent } from './metadata/notification-events';
import {
  readCustomPermissions,
  readPersonas,
  type CustomPermission,
  type Persona,
} from './metadata/personas';
import { readQuickActions, type QuickAction } from './metadata/quick-actions';
import { SourceFolder } from './metadata/source-folder';
import { readStageNames, readStages, type Stage } from './metadata/stages';
import { readThresholds, type Threshold } from './metadata/thresholds';
import { readValidationRules, type ValidationRule } from './metadata/validation-rules';

/** The opportunity procedure as the metadata of the solution says it. */
export interface Procedure {
  readonly stages: readonly Stage[];
  /** All stages of the value set, also one that has no policy. */
  readonly stageNames: readonly string[];
  readonly gates: readonly Gate[];
  readonly thresholds: readonly Threshold[];
  readonly hygiene: readonly HygieneRule[];
  readonly events: readonly NotificationEvent[];
  /** Rules of the opportunity. */
  readonly rules: readonly ValidationRule[];
  /** Rules of gate items. */
  readonly itemRules: readonly ValidationRule[];
  readonly flows: readonly Flow[];
  readonly approvals: readonly ApprovalProcess[];
  readonly personas: readonly Persona[];
  readonly permissions: ReadonlyMap<string, CustomPermission>;
  readonly actions: readonly QuickAction[];
  /** Fields of the opportunity. */
  readonly fields: ReadonlyMap<string, Field>;
}

/** Reads the procedure from a package folder: `force-app/main/default`. */
export function readProcedure(packageFolder: string): Procedure {
  const folder = new SourceFolder(packageFolder);
  const fields = readFields(folder, 'Opportunity');
  return {
    stages: readStages(folder),
    stageNames: readStageNames(folder),
    gates: readGates(folder),
    thresholds: readThresholds(folder),
    hygiene: readHygieneRules(folder, fields),
    events: readNotificationEvents(folder),
    rules: readValidationRules(folder, 'Opportunity'),
    itemRules: readValidationRules(folder, 'Stage_Gate_Item__c'),
    flows: readFlows(folder),
    approvals: readApprovalProcesses(folder),
    personas: readPersonas(folder),
    permissions: readCustomPermissions(folder),
    actions: readQuickActions(folder),
    fields,
  };
}
