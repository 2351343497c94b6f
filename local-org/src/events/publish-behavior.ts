import { textOf, type ComponentStore } from '../metadata';
import type { PublishBehavior } from './types';

/**
 * When events of a topic are published, by the event's definition. Change events go with their transaction.
 * UNVERIFIED: that a definition without a publish behavior means PublishImmediately, the choice that Setup offers.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm
 */
export function publishBehaviorOf(components: ComponentStore, topic: string): PublishBehavior {
  const definition = components.find('CustomObject', topic);
  if (!definition) return 'PublishAfterCommit';
  return textOf(definition.content, 'publishBehavior') === 'PublishAfterCommit'
    ? 'PublishAfterCommit'
    : 'PublishImmediately';
}
