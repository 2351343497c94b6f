import type { FieldValue, RecordValues } from '../../core';
import type { AutomationBatch, AutomationRecord, AutomationStep, FormulaSession } from '../../execution';
import { booleanOf, objectsOf, textOf, type Component } from '../../metadata';
import type { SObjectType } from '../../schema';
import { criteriaOf, meetsCriteria, type RuleCriteria } from '../criteria';
import type { RuleServices } from '../services';

interface AssignmentEntry {
  readonly criteria: RuleCriteria;
  readonly assignedTo: string | null;
  readonly assignedToType: 'User' | 'Queue';
}

/**
 * Gives leads and cases their owner by the active assignment rule, in the order of its entries; the owner stays when
 * none fits. It runs for records whose request asks for it.
 * DEVIATION: the org has no default lead owner, and mails to new owners are not sent.
 * @see https://help.salesforce.com/s/articleView?id=sf.customize_leadrules.htm
 */
export function assignmentRuleStep(services: RuleServices): AutomationStep {
  return (batch) => {
    const isAsked = batch.context.saveHeaders?.autoAssign === true;
    if (!isAsked || batch.trusted === true || batch.origin || batch.operation === 'delete') return;
    const type = services.schema().find(batch.objectName);
    const entries = type && ruleEntries(services, batch.objectName);
    if (!type || !entries) return;
    const session = services.formulas.open(batch.context.user);
    const changes = batch.records.flatMap((record) => assign(services, session, type, record, entries));
    if (changes.length > 0) saveOwners(services, batch, changes);
  };
}

interface OwnerChange {
  readonly record: AutomationRecord;
  readonly ownerId: FieldValue;
}

function assign(
  services: RuleServices,
  session: FormulaSession,
  type: SObjectType,
  record: AutomationRecord,
  entries: readonly AssignmentEntry[],
): OwnerChange[] {
  const { compiler } = services.formulas.services;
  const entry = entries.find(({ criteria }) =>
    meetsCriteria(compiler, session, type, record.values, criteria),
  );
  const ownerId = entry?.assignedTo == null ? null : ownerOf(services, entry);
  return ownerId === null || ownerId === record.values['OwnerId'] ? [] : [{ record, ownerId }];
}

function saveOwners(
  services: RuleServices,
  { objectName, context }: AutomationBatch,
  changes: readonly OwnerChange[],
): void {
  const updates = changes.map(({ record, ownerId }): RecordValues => ({ Id: record.id, OwnerId: ownerId }));
  const options = {
    context: { ...context, mode: 'system' as const },
    allOrNone: false,
    origin: 'workflow' as const,
  };
  services.dml.update(objectName, updates, options).forEach(({ errors }, i) => {
    const change = changes[i];
    for (const error of errors) change?.record.addError(error.message, error.fields[0], error.statusCode);
    if (change && errors.length === 0) change.record.values['OwnerId'] = change.ownerId;
  });
}

/** The entries of the active rule. */
function ruleEntries(services: RuleServices, objectName: string): AssignmentEntry[] | undefined {
  const rules = services.components().childrenOf('AssignmentRule', objectName);
  const rule = rules.find(({ content }) => booleanOf(content, 'active'));
  return rule && entriesOf(rule);
}

function entriesOf({ content }: Component): AssignmentEntry[] {
  return objectsOf(content, 'ruleEntry').map((entry) => ({
    criteria: criteriaOf(entry, 'criteriaItems'),
    assignedTo: textOf(entry, 'assignedTo') ?? null,
    assignedToType: textOf(entry, 'assignedToType') === 'Queue' ? 'Queue' : 'User',
  }));
}

const OWNERS = {
  User: 'SELECT "Id" AS id FROM "User" WHERE "Username" = ?',
  Queue: 'SELECT "Id" AS id FROM "Group" WHERE "Type" = \'Queue\' AND "DeveloperName" = ?',
} as const;

/** The id behind an entry's owner; null when there is none. */
export function ownerOf(
  services: Pick<RuleServices, 'store'>,
  { assignedTo, assignedToType }: Pick<AssignmentEntry, 'assignedTo' | 'assignedToType'>,
): string | null {
  const row = services.store.prepare(OWNERS[assignedToType]).get(assignedTo ?? '') as
    { id: string } | undefined;
  return row?.id ?? null;
}

/** Owners of a deployed rule that do not exist. */
export function unknownOwners(services: Pick<RuleServices, 'store'>, rule: Component): string[] {
  return entriesOf(rule).flatMap((entry) =>
    entry.assignedTo !== null && ownerOf(services, entry) === null
      ? [`In field: assignedTo - no ${entry.assignedToType} named ${entry.assignedTo} found`]
      : [],
  );
}
