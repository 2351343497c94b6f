import { textOf, type ComponentStore } from '../metadata';
import type { Schema } from '../schema';
import { capturedEntities, type CapturedEntity } from './change-capture/captured-entities';
import { isSystemTopic } from './system-topics';

/** The channel of all change events that Setup selects. */
const STANDARD_CHANGE_CHANNEL = 'ChangeEvents';
const CHANNEL = /^\/(event|data)\/(\w+)$/;

/**
 * The topics of a channel; empty when there is no such channel.
 *
 * DEVIATION: filter expressions and enriched fields of channel members are stored, not applied.
 * @see https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_subscribe_channels.htm
 */
export function topicsOfChannel(schema: Schema, components: ComponentStore, channel: string): string[] {
  if (isSystemTopic(channel)) return [channel];
  const [, family = '', name = ''] = CHANNEL.exec(channel) ?? [];
  const captured = capturedEntities(schema, components);
  if (family === 'data' && name === STANDARD_CHANGE_CHANNEL)
    return topicsOf(captured, ({ channels }) => channels.has(STANDARD_CHANGE_CHANNEL));
  if (/__chn$/i.test(name)) return membersOf(schema, components, captured, name);
  if (family === 'data') return topicsOf(captured, ({ topic }) => topic === name);
  const type = schema.find(name);
  return family === 'event' && type?.definition.kind === 'platformEvent' ? [type.name] : [];
}

function topicsOf(
  captured: ReadonlyMap<string, CapturedEntity>,
  wanted: (entity: CapturedEntity) => boolean,
): string[] {
  return [...captured.values()].filter(wanted).map(({ topic }) => topic);
}

function membersOf(
  schema: Schema,
  components: ComponentStore,
  captured: ReadonlyMap<string, CapturedEntity>,
  channel: string,
): string[] {
  if (!components.find('PlatformEventChannel', channel)) return [];
  const events = components.all('PlatformEventChannelMember').flatMap(({ content }) => {
    const type = schema.find(textOf(content, 'selectedEntity') ?? '');
    const isMember = textOf(content, 'eventChannel') === channel && type?.definition.kind === 'platformEvent';
    return isMember ? [type.name] : [];
  });
  return [...new Set([...events, ...topicsOf(captured, ({ channels }) => channels.has(channel))])];
}
