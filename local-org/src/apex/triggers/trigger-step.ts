import type { AutomationBatch, AutomationPorts, AutomationStep, Transaction } from '../../execution';
import type { ApexExecution } from '../runtime/apex-execution';
import type { ApexRuntime } from '../runtime/apex-runtime';
import { noteTriggerObject } from '../runtime/data/mixed-dml';
import type { TriggerContext } from '../runtime/trigger-context';
import { ApexException } from '../runtime/values/apex-exception';
import type { TriggerEventName } from '../syntax/ast';
import { TriggerRecords } from './trigger-records';

/** A deployed trigger. */
export interface TriggerCode {
  readonly name: string;
  /** Runs its body in the execution under way. */
  run(): void;
}

/** The Apex transactions of saves that no code started, by the save's transaction. */
export type TriggerExecutions = WeakMap<Transaction, ApexExecution>;

/** What triggers need of the engine. */
export interface TriggerHost {
  readonly runtime: ApexRuntime;
  /** Active triggers of an object on an event, by name. */
  triggersOn(objectName: string, event: TriggerEventName): readonly TriggerCode[];
  /** Runs work in the Apex transaction that the batch belongs to: the one under way, or one of its own. */
  inTransactionOf<T>(batch: AutomationBatch, work: () => T): T;
  /** Whether Apex code is what saves the batch. */
  isNested(): boolean;
}

type Timing = 'before' | 'after';

/**
 * Runs the triggers of a save. A trigger that throws refuses all records of the batch.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export function triggerSteps(
  host: TriggerHost,
): Required<Pick<AutomationPorts, 'beforeTriggers' | 'afterTriggers'>> {
  return { beforeTriggers: stepOf(host, 'before'), afterTriggers: stepOf(host, 'after') };
}

function stepOf(host: TriggerHost, timing: Timing): AutomationStep {
  return (batch) => {
    const event = `${timing} ${batch.operation}` as TriggerEventName;
    const triggers = host.triggersOn(batch.objectName, event);
    if (triggers.length === 0 || batch.records.length === 0) return;
    host.inTransactionOf(batch, () => {
      runTriggers(host, triggers, batch, event);
    });
  };
}

function runTriggers(
  host: TriggerHost,
  triggers: readonly TriggerCode[],
  batch: AutomationBatch,
  event: TriggerEventName,
): void {
  const { runtime } = host;
  const type = runtime.org.schema().find(batch.objectName);
  if (!type) return;
  const session = runtime.org.formulas.open(batch.context.user);
  const records = new TriggerRecords(runtime, type, batch, (fieldName, values) =>
    session.valueIn(type.name, fieldName, values),
  );
  const context = contextOf(records, batch, event);
  const { execution } = runtime;
  if (type.definition.kind !== 'platformEvent') noteTriggerObject(execution, type.name);
  const before = {
    trigger: execution.trigger,
    sharing: execution.sharing,
    callerAccess: execution.callerAccess,
  };
  Object.assign(execution, { trigger: context, sharing: false, callerAccess: 'system' });
  try {
    for (const trigger of triggers) {
      try {
        trigger.run();
      } catch (error) {
        refuse(host, batch, trigger.name, event, error);
        return;
      }
    }
  } finally {
    Object.assign(execution, before);
  }
  if (event === 'before insert' || event === 'before update') {
    if (context.newList) records.writeBack(context.newList);
  }
}

function contextOf(records: TriggerRecords, batch: AutomationBatch, event: TriggerEventName): TriggerContext {
  const { operation } = batch;
  const hasNew = operation !== 'delete';
  const hasOld = operation === 'update' || operation === 'delete';
  const newList = hasNew ? records.newList(event.startsWith('before')) : null;
  const oldList = hasOld ? records.oldList() : null;
  return {
    event,
    objectName: batch.objectName,
    newList,
    newMap: newList && event !== 'before insert' ? records.mapOf(newList) : null,
    oldList,
    oldMap: oldList && records.mapOf(oldList),
    size: batch.records.length,
  };
}

/** What uncaught exceptions of a trigger do: every record of the batch gets the error. */
function refuse(
  host: TriggerHost,
  batch: AutomationBatch,
  triggerName: string,
  event: TriggerEventName,
  error: unknown,
): void {
  if (!(error instanceof ApexException)) throw error;
  // A limit that is exceeded ends the code that saves, too.
  if (error.uncatchable && host.isNested()) throw error;
  const { runtime } = host;
  const message =
    `${triggerName}: execution of ${eventText(event)}\n\ncaused by: ${error.toText(runtime)}\n\n` +
    error.stackTrace;
  for (const record of batch.records) {
    record.addError(message, undefined, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
  }
}

/** `before insert` is `BeforeInsert` in messages. */
function eventText(event: TriggerEventName): string {
  return event
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
