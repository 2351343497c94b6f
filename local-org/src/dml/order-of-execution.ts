import type { SObjectKind, SObjectType } from '../schema';
import { applyDefaults } from './stages/apply-defaults';
import { checkRecordAccess } from './stages/check-record-access';
import { customValidation } from './stages/custom-validation';
import { deriveStandardFields } from './stages/derive-standard-fields';
import { loadRecords } from './stages/load-records';
import { rollupStage } from './stages/rollup-stage';
import { beforeSavePortStage, portStage, type StageRun } from './stages/run-port';
import { publishEvents } from './stages/publish-events';
import { saveRelatedRecords } from './stages/save-related-records';
import { systemValidation } from './stages/system-validation';
import { writeRecords } from './stages/write-records';
import type { SaveOrigin } from './types';

/** One step of a save, run on a chunk of at most 200 records. */
export interface SaveStage {
  /** As the documentation calls it. */
  readonly name: string;
  /** Number of the step in the documented order of execution; 0 for what comes before it. */
  readonly step: number;
  /** What the step does to a record. */
  readonly summary: string;
  /** Page that demands the step. */
  readonly documentation: string;
  /** False for steps that a save inside the save of the same record leaves out. */
  readonly runsInRecursiveSave: boolean;
  /** Field updates of automation that leave the step out. */
  readonly leftOutBy: readonly SaveOrigin[];
  readonly run: StageRun;
}

const ORDER_OF_EXECUTION =
  'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm';
const DATA_ACCESS = 'https://help.salesforce.com/s/articleView?id=sf.security_data_access.htm';
const DEFAULT_VALUES = 'https://help.salesforce.com/s/articleView?id=sf.fields_default_values.htm';
const MATCH_KEYS = 'https://help.salesforce.com/s/articleView?id=sales.matching_rules_match_key_process.htm';
const STANDARD_OBJECTS =
  'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_list.htm';

type StageParts = Partial<Pick<SaveStage, 'documentation' | 'runsInRecursiveSave' | 'leftOutBy'>>;

function stage(
  step: number,
  name: string,
  summary: string,
  run: StageRun,
  parts: StageParts = {},
): SaveStage {
  return {
    name,
    step,
    summary,
    run,
    documentation: ORDER_OF_EXECUTION,
    runsInRecursiveSave: true,
    leftOutBy: [],
    ...parts,
  };
}

const ONCE: StageParts = { runsInRecursiveSave: false };
const NOT_BY_WORKFLOW: StageParts = { leftOutBy: ['workflow'] };

/**
 * The steps of an insert or update, in order. Records that a step refuses leave the chunk; what fails after the
 * write rolls the chunk back. The commit itself, and what follows it, belong to the transaction.
 *
 * Steps without a function of their own are ports: they run what flows, Apex and the like plugged in.
 */
export const SAVE_STAGES: readonly SaveStage[] = [
  stage(1, 'Load record', 'reads the stored record and puts the typed new values over it', loadRecords),
  stage(
    2,
    'Check record access',
    'refuses records that the user may not edit or transfer',
    checkRecordAccess,
    {
      documentation: DATA_ACCESS,
    },
  ),
  stage(2, 'Check record locks', 'refuses records that an approval has locked', portStage('recordLocks')),
  stage(2, 'Apply defaults', 'record type, picklist, literal and formula defaults, owner', applyDefaults, {
    documentation: DEFAULT_VALUES,
  }),
  stage(
    2,
    'Derive standard fields',
    'what a standard object computes from its fields',
    deriveStandardFields,
    {
      documentation: STANDARD_OBJECTS,
    },
  ),
  stage(
    3,
    'Before-save flows',
    'record-triggered flows before save',
    beforeSavePortStage('beforeSaveFlows'),
    NOT_BY_WORKFLOW,
  ),
  stage(4, 'Before triggers', 'Apex before insert and before update', beforeSavePortStage('beforeTriggers')),
  stage(
    5,
    'Derive standard fields again',
    'automation may have changed what they follow from',
    deriveStandardFields,
    {
      documentation: STANDARD_OBJECTS,
    },
  ),
  stage(5, 'System validation', 'required, length, range, picklist, reference, unique', systemValidation),
  stage(5, 'Custom validation rules', 'every active rule that is true refuses the record', customValidation, {
    leftOutBy: ['workflow', 'approval'],
  }),
  stage(6, 'Duplicate rules', 'blocks or reports duplicates', portStage('duplicateRules'), NOT_BY_WORKFLOW),
  stage(7, 'Save', 'writes the record, not committed yet', writeRecords),
  stage(7, 'Save related records', 'rows that a standard object keeps beside its own', saveRelatedRecords, {
    documentation: STANDARD_OBJECTS,
  }),
  stage(7, 'Match keys', 'keys by which matching rules find the record', portStage('matchKeys'), {
    documentation: MATCH_KEYS,
  }),
  stage(8, 'After triggers', 'Apex after insert and after update', portStage('afterTriggers')),
  stage(9, 'Assignment rules', 'leads and cases', portStage('assignmentRules'), ONCE),
  stage(10, 'Auto-response rules', 'leads and cases', portStage('autoResponseRules'), ONCE),
  stage(
    11,
    'Workflow rules',
    'field updates save again without custom validation',
    portStage('workflowRules'),
    ONCE,
  ),
  stage(12, 'Escalation rules', 'cases', portStage('escalationRules'), ONCE),
  stage(13, 'Processes', 'processes and the flows they launch', portStage('processes'), {
    ...ONCE,
    ...NOT_BY_WORKFLOW,
  }),
  stage(14, 'After-save flows', 'record-triggered flows after save', portStage('afterSaveFlows'), {
    ...ONCE,
    ...NOT_BY_WORKFLOW,
  }),
  stage(15, 'Entitlement rules', 'cases', portStage('entitlementRules'), ONCE),
  stage(
    16,
    'Roll-up summaries',
    "parent's roll-ups and save, then (step 17) the grandparent's",
    rollupStage,
    ONCE,
  ),
  stage(18, 'Sharing recalculation', 'criteria-based sharing', portStage('sharingRecalculation')),
];

const PUBLISH =
  'https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_considerations.htm';

/** The steps of publishing platform events by an insert: they have neither records nor automation of their own. */
export const PUBLISH_STAGES: readonly SaveStage[] = [
  stage(1, 'Load event', 'types the values', loadRecords, { documentation: PUBLISH }),
  stage(2, 'Apply defaults', 'literal and formula defaults', applyDefaults, { documentation: PUBLISH }),
  stage(3, 'Check fields', 'required, length, range', systemValidation, { documentation: PUBLISH }),
  stage(4, 'Publish', 'puts the event on the bus', publishEvents, { documentation: PUBLISH }),
];

const STAGES_BY_KIND: Readonly<Partial<Record<SObjectKind, readonly SaveStage[]>>> = {
  platformEvent: PUBLISH_STAGES,
};

/** The steps that records of an object pass. */
export function stagesOf(type: SObjectType): readonly SaveStage[] {
  return STAGES_BY_KIND[type.definition.kind] ?? SAVE_STAGES;
}

/** The write: a record that fails later has been written and needs a rollback. */
export const WRITE_STAGE_NAME = 'Save';
