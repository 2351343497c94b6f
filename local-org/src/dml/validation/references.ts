import { keyPrefixOf, type RecordValues } from '../../core';
import type { Field, SObjectType } from '../../schema';
import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { ReferencePlan } from '../save-plan';
import type { SaveRecord } from '../save-record';

/** Sharing models under which a record may be hidden from a user. */
const HIDING: ReadonlySet<string> = new Set(['Private', 'ControlledByParent']);

/**
 * Checks that changed references point to a record of the right object that exists, is not deleted and that the
 * user may see (to attach a detail: edit the master).
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/relationships_among_objects.htm
 */
export function checkReferences(chunk: SaveChunk, records: readonly SaveRecord[]): void {
  for (const plan of chunk.plan.references) {
    if (plan.targets.size === 0) continue;
    const byTarget = new Map<SObjectType, SaveRecord[]>();
    for (const record of records) collect(plan, record, byTarget);
    for (const [target, referring] of byTarget) checkTarget(chunk, plan, target, referring);
  }
}

function collect(plan: ReferencePlan, record: SaveRecord, byTarget: Map<SObjectType, SaveRecord[]>): void {
  const id = record.get(plan.field.name);
  if (typeof id !== 'string' || record.failed || !record.changes(plan.field.name)) return;
  const target = plan.targets.get(keyPrefixOf(id));
  if (!target) {
    record.fail(saveErrors.idOfOtherObject(plan.field, id));
    return;
  }
  const list = byTarget.get(target);
  if (list) list.push(record);
  else byTarget.set(target, [record]);
}

function checkTarget(
  chunk: SaveChunk,
  plan: ReferencePlan,
  target: SObjectType,
  referring: readonly SaveRecord[],
): void {
  const { field } = plan;
  const idOf = (record: SaveRecord): string => String(record.get(field.name));
  const rows = findTargets(chunk, target, new Set(referring.map(idOf)));
  const visible = visibleTargets(chunk, field, target, [...rows.keys()]);
  for (const record of referring) {
    const id = idOf(record);
    const row = rows.get(id);
    if (!row)
      record.fail(
        field.name === 'OwnerId' ? saveErrors.invalidCrossReference() : saveErrors.noAccessToReference(id),
      );
    else if (row['IsDeleted'] === true) record.fail(saveErrors.deleted());
    else if (visible && !visible.has(id)) record.fail(saveErrors.noAccessToReference(id));
    else if (field.name === 'OwnerId' && target.name === 'User' && row['IsActive'] === false) {
      record.fail(saveErrors.inactiveOwner(id, chunk.type.definition.label));
    }
  }
}

function findTargets(
  chunk: SaveChunk,
  target: SObjectType,
  ids: ReadonlySet<string>,
): Map<string, RecordValues> {
  const fields = ['Id', 'IsDeleted', 'IsActive'].flatMap((name) => target.field(name) ?? []);
  return chunk.services.store.findAll(target, ids, fields);
}

/** Ids that the user may refer to; null when nothing is hidden. */
function visibleTargets(
  chunk: SaveChunk,
  field: Field,
  target: SObjectType,
  ids: readonly string[],
): ReadonlySet<string> | null {
  const { context } = chunk.options;
  if (context.mode === 'system' || chunk.trusted || ids.length === 0) return null;
  const { kind, writeRequiresMasterRead } = field.relationship ?? {};
  const level = kind === 'masterDetail' && writeRequiresMasterRead !== true ? 'edit' : 'read';
  if (level === 'read' && !HIDING.has(target.definition.sharingModel)) return null;
  return chunk.services.access.accessibleIds(context.user, target.name, ids, level);
}
