import { datetimeToEpochMs, formatDatetime } from '../../core';
import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { SaveRecord } from '../save-record';
import {
  deriveActivityAccounts,
  refreshAfterRemoval,
  refreshTouchedRecords,
  refuseRecurrence,
} from './activity';
import { assignComputed } from './assign';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;

/**
 * Event: start, end, duration and day agree with each other.
 * UNVERIFIED: which field the error for an event without a start names.
 */
export const event: StandardBehaviour = {
  objectName: 'Event',
  documentation: objectReference('Event'),
  derive: (chunk) => {
    deriveActivityAccounts(chunk);
    for (const record of chunk.records) deriveTimes(chunk, record);
  },
  validate: (chunk) => {
    refuseRecurrence(chunk);
    for (const record of chunk.records) {
      const missing = ['ActivityDateTime', 'DurationInMinutes'].filter((name) => record.get(name) === null);
      if (missing.length > 0) record.fail(saveErrors.requiredFieldsMissing(missing));
    }
  },
  afterWrite: refreshTouchedRecords,
  afterRemoval: refreshAfterRemoval,
};

function deriveTimes(chunk: SaveChunk, record: SaveRecord): void {
  const allDay = record.get('IsAllDayEvent') === true;
  const start = givenStart(record, allDay);
  if (start === null) return;
  const startMs = datetimeToEpochMs(start);
  const minutes = givenMinutes(record, startMs, allDay);
  for (const name of ['StartDateTime', 'ActivityDateTime']) assignComputed(chunk, record, name, start);
  assignComputed(chunk, record, 'ActivityDate', start.slice(0, 10));
  if (minutes === null) return;
  // The end of an all-day event is the start of its last day.
  const end = formatDatetime(
    startMs + (allDay ? Math.max(minutes - MINUTES_PER_DAY, 0) : minutes) * MS_PER_MINUTE,
  );
  assignComputed(chunk, record, 'DurationInMinutes', minutes);
  assignComputed(chunk, record, 'EndDateTime', end);
  assignComputed(chunk, record, 'EndDate', end.slice(0, 10));
}

/** The start by whichever of its fields was given last. */
function givenStart(record: SaveRecord, allDay: boolean): string | null {
  const changed = ['StartDateTime', 'ActivityDateTime'].find(
    (name) => record.assigned.has(name) && record.changes(name),
  );
  const day = record.get('ActivityDate');
  if (changed === undefined && allDay && record.assigned.has('ActivityDate') && typeof day === 'string')
    return `${day}T00:00:00.000+0000`;
  const start = record.get(changed ?? 'StartDateTime') ?? record.get('ActivityDateTime');
  return typeof start === 'string' ? start : null;
}

function givenMinutes(record: SaveRecord, startMs: number, allDay: boolean): number | null {
  const end = record.get('EndDateTime');
  const duration = record.get('DurationInMinutes');
  const endGiven =
    record.assigned.has('EndDateTime') &&
    typeof end === 'string' &&
    !record.assigned.has('DurationInMinutes');
  if (endGiven) return (datetimeToEpochMs(end) - startMs) / MS_PER_MINUTE + (allDay ? MINUTES_PER_DAY : 0);
  if (typeof duration === 'number') return duration;
  return allDay ? MINUTES_PER_DAY : null;
}
