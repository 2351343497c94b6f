import { recordIdFromSequence, UnsupportedFeatureError, type RecordValues } from '../../core';
import type { SObjectType } from '../../schema';
import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';

/**
 * Puts the chunk's platform events on the bus. The result carries an id that stands for nothing, the same for all
 * events of an object, and the EventUuid.
 *
 * DEVIATION: text is trimmed, and blank text is null, as in records; the API keeps blank text in events.
 *
 * UNVERIFIED: that with all-or-none events that are published immediately go out though another one of the call is
 * refused, while the result says that they were rolled back.
 * @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_publish_api.htm
 */
export function publishEvents(chunk: SaveChunk): void {
  const { type, records, options, services } = chunk;
  if (!services.events) throw new UnsupportedFeatureError('Publishing platform events');
  const payloads = records.map(({ values }) => payloadOf(type, values));
  const uuids = services.events.publish(type.name, payloads, options.context.user.id);
  const id = recordIdFromSequence(type.definition.keyPrefix ?? '', 1);
  records.forEach((record, position) => {
    record.id = id;
    record.notice = saveErrors.operationEnqueued(uuids[position] ?? '');
  });
}

/** The custom fields; the bus adds the others. */
function payloadOf(type: SObjectType, values: Readonly<RecordValues>): RecordValues {
  const names = Object.keys(values).filter((name) => type.field(name)?.custom);
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}
