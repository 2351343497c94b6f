import type { SObjectKind } from '../../schema';
import type { TriggerDeclaration } from '../syntax/ast';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import type { DeclareContext } from './declare-context';
import { checkIdentifier } from './identifiers';
import type { RecordSchema } from './record-schema';

/** Kinds of objects that tell of something; there is nothing before it. */
const EVENT_KINDS: ReadonlySet<SObjectKind> = new Set(['platformEvent', 'changeEvent']);

/**
 * Reports a trigger on something that has none, or at moments that do not exist.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers.htm
 */
export function checkTrigger(
  { name, objectName, events }: TriggerDeclaration,
  { problems }: DeclareContext,
  records: RecordSchema,
): void {
  checkIdentifier(name, 'trigger', problems);
  const usages: readonly string[] = events;
  usages.forEach((usage, i) => {
    const text = usage.toUpperCase();
    if (usages.indexOf(usage) < i) problems.report(name, MESSAGES.triggerUsageTwice(text));
    if (usage === 'before undelete') problems.report(name, MESSAGES.beforeUndelete());
  });
  const object = records.object(objectName.text);
  if (!object) return problems.report(name, MESSAGES.triggerObject(objectName.text));
  const { kind, capabilities } = object.definition;
  if (!capabilities.triggerable) problems.report(name, MESSAGES.triggerUnsupported(object.name));
  if (EVENT_KINDS.has(kind) && usages.some((usage) => usage !== 'after insert')) {
    problems.report(name, MESSAGES.triggerOfEvent(object.name));
  }
}
