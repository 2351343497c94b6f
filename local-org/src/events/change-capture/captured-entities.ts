import { textOf, type ComponentStore } from '../../metadata';
import { changedObjectName, type Schema } from '../../schema';

/** An object whose changes are put on the bus. */
export interface CapturedEntity {
  /** `Account` */
  readonly objectName: string;
  /** `AccountChangeEvent` */
  readonly topic: string;
  /** Channels that have it as a member: `ChangeEvents`, `Sales__chn`. */
  readonly channels: ReadonlySet<string>;
}

const captured = new WeakMap<ComponentStore, ReadonlyMap<string, CapturedEntity>>();

/**
 * The objects that PlatformEventChannelMember components select for change data capture, by object name.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_platformeventchannelmember.htm
 */
export function capturedEntities(
  schema: Schema,
  components: ComponentStore,
): ReadonlyMap<string, CapturedEntity> {
  let entities = captured.get(components);
  if (!entities) captured.set(components, (entities = readMembers(schema, components)));
  return entities;
}

function readMembers(schema: Schema, components: ComponentStore): Map<string, CapturedEntity> {
  const entities = new Map<string, CapturedEntity & { readonly channels: Set<string> }>();
  for (const { content } of components.all('PlatformEventChannelMember')) {
    const topic = textOf(content, 'selectedEntity') ?? '';
    const channel = textOf(content, 'eventChannel') ?? '';
    const objectName = schema.find(changedObjectName(topic) ?? '')?.name;
    if (objectName === undefined) continue;
    const entity = entities.get(objectName) ?? { objectName, topic, channels: new Set() };
    entity.channels.add(channel);
    entities.set(objectName, entity);
  }
  return entities;
}
