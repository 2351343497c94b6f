import { portOf, type DeletionRun } from './deletion-port';
import { cascade, refuseRestricted } from './cascade';
import { checkDeletable } from './check-deletable';
import { checkDeleteAccess } from './check-delete-access';
import { clearLookups } from './clear-lookups';
import { loadDeleted } from './load-deleted';
import { markDeleted } from './mark-deleted';
import { recalculateAfterDelete } from './recalculate-after-delete';

/** One step of a delete. */
export interface DeleteStage {
  readonly name: string;
  readonly summary: string;
  readonly documentation: string;
  readonly run: DeletionRun;
}

const DELETE =
  'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_delete.htm';
const TRIGGERS =
  'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_ignoring_operations.htm';
const RELATIONSHIPS =
  'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/relationships_among_objects.htm';

/** The steps of a delete, in order. Only the records asked for run triggers; cascaded ones do not. */
export const DELETE_STAGES: readonly DeleteStage[] = [
  {
    name: 'Check object',
    summary: 'refuses objects that cannot be deleted',
    documentation: DELETE,
    run: checkDeletable,
  },
  {
    name: 'Load records',
    summary: 'refuses unknown and deleted ones',
    documentation: DELETE,
    run: loadDeleted,
  },
  {
    name: 'Check access',
    summary: 'refuses records the user may not delete',
    documentation: DELETE,
    run: checkDeleteAccess,
  },
  {
    name: 'Check record locks',
    summary: 'refuses locked records',
    documentation: DELETE,
    run: portOf('recordLocks'),
  },
  {
    name: 'Before triggers',
    summary: 'Apex before delete',
    documentation: TRIGGERS,
    run: portOf('beforeTriggers'),
  },
  {
    name: 'Before-delete flows',
    summary: 'record-triggered flows',
    documentation: TRIGGERS,
    run: portOf('beforeSaveFlows'),
  },
  {
    name: 'Cascade',
    summary: 'finds details and cascading lookups',
    documentation: RELATIONSHIPS,
    run: cascade,
  },
  {
    name: 'Restrict',
    summary: 'refuses records that restricting lookups hold',
    documentation: RELATIONSHIPS,
    run: refuseRestricted,
  },
  {
    name: 'Clear lookups',
    summary: 'empties the other lookups',
    documentation: RELATIONSHIPS,
    run: clearLookups,
  },
  {
    name: 'Delete',
    summary: 'moves all of them to the recycle bin',
    documentation: DELETE,
    run: markDeleted,
  },
  {
    name: 'After triggers',
    summary: 'Apex after delete',
    documentation: TRIGGERS,
    run: portOf('afterTriggers'),
  },
  {
    name: 'Roll-up summaries',
    summary: "masters' roll-ups and save",
    documentation: RELATIONSHIPS,
    run: recalculateAfterDelete,
  },
  {
    name: 'Sharing recalculation',
    summary: 'shares go with the records',
    documentation: DELETE,
    run: portOf('sharingRecalculation'),
  },
];
