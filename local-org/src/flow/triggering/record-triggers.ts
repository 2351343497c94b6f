import { keyPrefixOf } from '../../core';
import {
  inSystemMode,
  type AutomationBatch,
  type AutomationPorts,
  type AutomationRecord,
  type FormulaSession,
} from '../../execution';
import type { SObjectType } from '../../schema';
import type { Flow } from '../definition/flow';
import type { FlowEngineState } from '../engine-state';
import { FlowRecord } from '../interview/flow-record';
import { FlowRun } from '../interview/flow-run';
import { Interview } from '../interview/interview';
import { runInterviews } from '../interview/run-interviews';
import { meetsEntryConditions, startsOn } from './entry-conditions';
import type { TriggeringRecord } from '../interview/triggering-record';
import { scheduleLaterPaths } from './later-paths';

/** Status code with which a record is refused when a flow fails. */
const FLOW_FAILED = 'CANNOT_EXECUTE_FLOW_TRIGGER';

/** An interview and the record that started it. */
export interface TriggeredInterview {
  readonly interview: Interview;
  readonly record: AutomationRecord;
}

/** The steps that run record-triggered flows in a save. */
export function recordTriggerPorts(
  state: FlowEngineState,
): Pick<AutomationPorts, 'beforeSaveFlows' | 'afterSaveFlows'> {
  return {
    beforeSaveFlows: (batch) =>
      runTriggeredFlows(
        state,
        batch,
        batch.operation === 'delete' ? 'RecordBeforeDelete' : 'RecordBeforeSave',
      ),
    afterSaveFlows: (batch) => runTriggeredFlows(state, batch, 'RecordAfterSave'),
  };
}

/** Runs the flows of an object one after the other; each sees what those before it have changed. */
function runTriggeredFlows(state: FlowEngineState, batch: AutomationBatch, triggerType: string): void {
  const { triggers, catalogue } = state.current();
  const type = catalogue.schema.find(batch.objectName);
  const refused = new Set<AutomationRecord>();
  for (const flow of triggers.flowsFor(triggerType, batch.objectName)) {
    if (!type || !startsOn(flow.start, batch.operation)) continue;
    const live = batch.records.filter((record) => !refused.has(record));
    runTriggeredFlow(state, flow, type, { ...batch, records: live }, refused);
  }
}

function runTriggeredFlow(
  state: FlowEngineState,
  flow: Flow,
  type: SObjectType,
  batch: AutomationBatch,
  refused: Set<AutomationRecord>,
): void {
  const run = triggeredRun(state, flow, type, batch);
  const all = batch.records.map((record) => ({
    record,
    interview: interviewOf(state, run, flow, type, batch, record, refused),
  }));
  const entered = all.filter(({ interview }) => meetsEntryConditions(interview));
  if (flow.start.scheduledPaths.length > 0) scheduleLaterPaths(state, flow, batch, all, entered);
  const first = flow.start.connector;
  if (!first || entered.length === 0) return;
  for (const { interview } of entered) {
    interview.begin(new Map());
    interview.next = first.target;
  }
  runInterviews(entered.map(({ interview }) => interview));
  for (const { interview, record } of entered) {
    if (!interview.error) continue;
    refused.add(record);
    record.addError(failureText(flow, interview.error.message), undefined, FLOW_FAILED);
    state.faults.report(interview);
  }
}

/** The text with which the platform refuses a record whose flow failed. */
export function failureText(flow: Flow, reason: string): string {
  return `We can't save this record because the “${flow.label}” process failed. Give your Salesforce admin these details. ${reason}`;
}

/** Record-triggered flows run in system mode unless they say otherwise. */
function triggeredRun(
  state: FlowEngineState,
  flow: Flow,
  type: SObjectType,
  batch: AutomationBatch,
): FlowRun {
  const { services } = state;
  const run = FlowRun.of(services, state.current().catalogue, flow, inSystemMode(batch.context));
  run.whenSessionOpens = (session) => prefetchParents(session, flow, type, batch.records);
  return run;
}

function interviewOf(
  state: FlowEngineState,
  run: FlowRun,
  flow: Flow,
  type: SObjectType,
  batch: AutomationBatch,
  record: AutomationRecord,
  refused: Set<AutomationRecord>,
): Interview {
  const trigger = new TriggeringSave(flow, type, batch, record, refused);
  return new Interview(run, flow, trigger, null, state.newGuid());
}

/** A record as the flow sees it that its save starts. */
class TriggeringSave implements TriggeringRecord {
  readonly isBeforeSave: boolean;
  readonly isNew: boolean;
  readonly record: FlowRecord;
  readonly prior: FlowRecord | null;

  constructor(
    flow: Flow,
    type: SObjectType,
    { operation }: AutomationBatch,
    private readonly saved: AutomationRecord,
    private readonly refused: Set<AutomationRecord>,
  ) {
    this.isBeforeSave = flow.start.triggerType === 'RecordBeforeSave';
    this.isNew = operation === 'insert';
    // What a before-save flow assigns goes into the record that is saved.
    this.record = new FlowRecord(type, saved.values, !this.isBeforeSave);
    this.prior = operation === 'update' && saved.prior ? new FlowRecord(type, saved.prior, true) : null;
  }

  addError(message: string, field?: string): void {
    this.refused.add(this.saved);
    this.saved.addError(message, field);
  }
}

/** Reads the parents that the flow mentions in one statement per object. */
function prefetchParents(
  session: FormulaSession,
  flow: Flow,
  type: SObjectType,
  records: readonly AutomationRecord[],
): void {
  for (const name of flow.parentsRead) {
    const field = type.parentField(name);
    if (!field) continue;
    const idsByType = new Map<SObjectType, string[]>();
    for (const { values } of records) {
      const id = values[field.name];
      const parent = typeof id === 'string' ? session.schema.findByKeyPrefix(keyPrefixOf(id)) : undefined;
      if (!parent) continue;
      const ids = idsByType.get(parent) ?? [];
      idsByType.set(parent, ids);
      ids.push(String(id));
    }
    for (const [parent, ids] of idsByType) session.prefetch(parent, ids);
  }
}
