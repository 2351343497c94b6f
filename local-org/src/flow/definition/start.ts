import { numberOf, objectOf, objectsOf, textOf, type MetadataObject } from '../../metadata';
import { recordFiltersOf, requiresChange, type RecordFilterSet } from './conditions';
import { connectorOf, type FlowConnector } from './connector';

/** A path that runs later: after the commit, or some time after the save or after a date of the record. */
export interface ScheduledPath {
  readonly name: string;
  readonly label: string;
  /** Null for a path by time. */
  readonly pathType: string | null;
  /** Negative for a time before the date. */
  readonly offset: number;
  readonly offsetUnit: string;
  /** The date field; null for the time of the save. */
  readonly recordField: string | null;
  readonly connector: FlowConnector | null;
}

/** When a schedule-triggered flow runs. */
export interface FlowSchedule {
  readonly frequency: string;
  readonly startDate: string | null;
  /** `09:00:00.000Z`, in the time zone of the org. */
  readonly startTime: string | null;
}

/** How a flow starts. */
export interface FlowStart {
  readonly triggerType: string;
  readonly recordTriggerType: string | null;
  readonly objectName: string | null;
  readonly filters: RecordFilterSet;
  readonly filterFormula: string | null;
  readonly requiresChange: boolean;
  readonly connector: FlowConnector | null;
  readonly scheduledPaths: readonly ScheduledPath[];
  readonly schedule: FlowSchedule | null;
}

/**
 * Reads the start element; older flows name their first element directly.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_start.htm
 */
export function readStart(content: MetadataObject): FlowStart {
  const start = objectOf(content, 'start') ?? {};
  const first = textOf(content, 'startElementReference');
  const connector =
    connectorOf(start) ?? (first === undefined ? null : { target: first, element: 'startElementReference' });
  const schedule = objectOf(start, 'schedule');
  return {
    triggerType: textOf(start, 'triggerType') ?? 'None',
    recordTriggerType: textOf(start, 'recordTriggerType') ?? null,
    objectName: textOf(start, 'object') ?? null,
    filters: recordFiltersOf(start),
    filterFormula: textOf(start, 'filterFormula') ?? null,
    requiresChange: requiresChange(start),
    connector,
    scheduledPaths: objectsOf(start, 'scheduledPaths').map(readPath),
    schedule: schedule
      ? {
          frequency: textOf(schedule, 'frequency') ?? 'Once',
          startDate: textOf(schedule, 'startDate')?.slice(0, 10) ?? null,
          startTime: textOf(schedule, 'startTime') ?? null,
        }
      : null,
  };
}

function readPath(path: MetadataObject): ScheduledPath {
  return {
    name: textOf(path, 'name') ?? 'Run_Asynchronously',
    label: textOf(path, 'label') ?? textOf(path, 'name') ?? '',
    pathType: textOf(path, 'pathType') ?? null,
    offset: numberOf(path, 'offsetNumber') ?? 0,
    offsetUnit: textOf(path, 'offsetUnit') ?? 'Hours',
    recordField: textOf(path, 'timeSource') === 'RecordField' ? (textOf(path, 'recordField') ?? null) : null,
    connector: connectorOf(path),
  };
}
