import { formatDatetime, type RecordValues } from '../core';
import type { EventMessage } from './types';

/**
 * A platform event as a record, which is how flows and triggers see it: its fields, and ReplayId, EventUuid,
 * CreatedDate (whole seconds) and CreatedById. It has no id.
 */
export function eventRecord(event: EventMessage): RecordValues {
  return {
    ...(event.payload as RecordValues),
    ReplayId: String(event.replayId),
    EventUuid: event.eventUuid,
    CreatedDate: formatDatetime(Math.floor(event.createdMs / 1000) * 1000),
    CreatedById: event.createdById,
  };
}
