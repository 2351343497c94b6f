import type { FieldValue, RecordValues } from '../../core';
import { meetsCriteria } from '../../dml';
import type { AutomationBatch, AutomationRecord, AutomationStep, FormulaSession } from '../../execution';
import type { SObjectType } from '../../schema';
import type { RuleServices } from '../services';
import { activeEntries, ownerOf, type AssignmentEntry } from './assignment-entries';
import { mailNewOwners } from './assignment-mails';

/**
 * Gives leads and cases their owner by the active assignment rule, in the order of its entries, and sends the entry's
 * mail; the owner stays when none fits. It runs for records whose request asks for it.
 * DEVIATION: the org has no default lead owner.
 * @see https://help.salesforce.com/s/articleView?id=sf.customize_leadrules.htm
 */
export function assignmentRuleStep(services: RuleServices): AutomationStep {
  return (batch) => {
    const isAsked = batch.context.saveHeaders?.autoAssign === true;
    if (!isAsked || batch.trusted === true || batch.origin || batch.operation === 'delete') return;
    const type = services.schema().find(batch.objectName);
    const entries = type && activeEntries(services.components(), batch.objectName);
    if (!type || !entries) return;
    const session = services.formulas.open(batch.context.user);
    const assignments = batch.records.flatMap((record) => assign(services, session, type, record, entries));
    const changes = assignments.filter(({ record, ownerId }) => record.values['OwnerId'] !== ownerId);
    const refused = changes.length > 0 ? saveOwners(services, batch, changes) : new Set<Assignment>();
    mailNewOwners(
      services,
      batch,
      type,
      assignments.filter((assignment) => !refused.has(assignment)),
    );
  };
}

/** A record, the entry it meets, and the owner that the entry names. */
export interface Assignment {
  readonly record: AutomationRecord;
  readonly entry: AssignmentEntry;
  readonly ownerId: FieldValue;
}

function assign(
  services: RuleServices,
  session: FormulaSession,
  type: SObjectType,
  record: AutomationRecord,
  entries: readonly AssignmentEntry[],
): Assignment[] {
  const entry = entries.find(({ criteria }) => meetsCriteria(session, type, record.values, criteria));
  const ownerId = entry?.assignedTo == null ? null : ownerOf(services.store, entry);
  return !entry || ownerId === null ? [] : [{ record, entry, ownerId }];
}

/** @returns the assignments that the save refused */
function saveOwners(
  services: RuleServices,
  { objectName, context }: AutomationBatch,
  changes: readonly Assignment[],
): ReadonlySet<Assignment> {
  const updates = changes.map(({ record, ownerId }): RecordValues => ({ Id: record.id, OwnerId: ownerId }));
  const options = {
    context: { ...context, mode: 'system' as const },
    allOrNone: false,
    origin: 'workflow' as const,
  };
  const refused = new Set<Assignment>();
  services.dml.update(objectName, updates, options).forEach(({ errors }, i) => {
    const change = changes[i];
    if (!change) return;
    for (const error of errors) change.record.addError(error.message, error.fields[0], error.statusCode);
    if (errors.length > 0) refused.add(change);
    else change.record.values['OwnerId'] = change.ownerId;
  });
  return refused;
}
