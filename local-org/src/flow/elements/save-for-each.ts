import type { RecordInput } from '../../dml';
import type { SObjectType } from '../../schema';
import { FlowFault, FlowLimitFault } from '../interview/flow-fault';
import type { FlowRecord } from '../interview/flow-record';
import type { FlowRun } from '../interview/flow-run';
import type { Interview } from '../interview/interview';
import type { SaveOutcome, SaveRequest } from '../interview/save-records';

/** How a record element saves the records of each interview. */
export interface SavePlan {
  recordsOf(interview: Interview): readonly FlowRecord[];
  inputOf(record: FlowRecord): RecordInput;
  save(type: SObjectType, run: FlowRun, requests: readonly SaveRequest[]): SaveOutcome[];
  saved?(outcome: SaveOutcome, records: readonly FlowRecord[]): void;
  readonly next: string | null;
  readonly faultPath: string | null;
}

/**
 * Saves the records of all interviews, one statement per object. Interviews without records simply go on; those of
 * which a record fails take the fault path, the others are saved.
 */
export function saveForEach(interviews: readonly Interview[], plan: SavePlan): void {
  const run = interviews[0]?.run;
  if (!run) return;
  const byType = new Map<SObjectType, { interview: Interview; records: readonly FlowRecord[] }[]>();
  for (const interview of interviews) {
    try {
      const records = plan.recordsOf(interview);
      interview.next = plan.next;
      for (const [type, own] of groupByType(records)) {
        const group = byType.get(type) ?? [];
        byType.set(type, group);
        group.push({ interview, records: own });
      }
    } catch (error) {
      if (!(error instanceof FlowFault)) throw error;
      interview.fault(error.message, plan.faultPath);
    }
  }
  for (const [type, group] of byType) saveGroup(run, type, group, plan);
}

function saveGroup(
  run: FlowRun,
  type: SObjectType,
  group: readonly { interview: Interview; records: readonly FlowRecord[] }[],
  plan: SavePlan,
): void {
  try {
    const requests = group.map(({ interview, records }) => ({
      interview,
      inputs: records.map((record) => plan.inputOf(record)),
    }));
    plan.save(type, run, requests).forEach((outcome, index) => {
      if (outcome.fault !== null) outcome.interview.fault(outcome.fault, plan.faultPath);
      else plan.saved?.(outcome, group[index]?.records ?? []);
    });
  } catch (error) {
    if (!(error instanceof FlowFault)) throw error;
    const faultPath = error instanceof FlowLimitFault ? null : plan.faultPath;
    for (const { interview } of group) interview.fault(error.message, faultPath);
  }
}

function groupByType(records: readonly FlowRecord[]): ReadonlyMap<SObjectType, FlowRecord[]> {
  const groups = new Map<SObjectType, FlowRecord[]>();
  for (const record of records) {
    const group = groups.get(record.type) ?? [];
    groups.set(record.type, group);
    group.push(record);
  }
  return groups;
}
