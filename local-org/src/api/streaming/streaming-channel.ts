import { changedObjectName } from '../../schema';
import { isSystemTopic, type EventBus } from '../../events';
import type { RunningUser } from '../../execution';
import { BayeuxError } from './bayeux-error';
import type { MessageServices } from './event-message';

/** What channels are found with. */
export interface ChannelServices extends MessageServices {
  readonly events: EventBus;
}

/** Kinds of channels that are refused by name, by the beginning of the channel. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  '/topic/': 'Streaming API: PushTopic channels',
  '/u/': 'Streaming API: generic streaming channels',
};

/** A channel with several members: whoever subscribes gets the events of those that the user may see. */
const OF_SEVERAL = /^\/data\/ChangeEvents$|__chn$/;

/**
 * Checks that a channel exists and that a user may subscribe to it.
 * @throws BayeuxError
 * @see https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_security_perms.htm
 */
export function checkChannel(services: ChannelServices, user: RunningUser, channel: string): void {
  if (!channel.startsWith('/')) throw new BayeuxError('channelWithoutSlash');
  for (const [prefix, feature] of Object.entries(UNSUPPORTED))
    if (channel.startsWith(prefix)) throw new BayeuxError('unsupported', feature);
  if (services.events.topicsOf(channel).length === 0) throw new BayeuxError('channelUnknown', channel);
  if (!OF_SEVERAL.test(channel) && topicsFor(services, user, channel).length === 0)
    throw new BayeuxError('accessDenied', channel);
}

/** The topics of a channel whose events a user may see. */
export function topicsFor(services: ChannelServices, user: RunningUser, channel: string): string[] {
  return services.events.topicsOf(channel).filter((topic) => maySee(services, user, topic));
}

/** UNVERIFIED: that debug logs and test runs are told to whoever may read the logs of all users. */
function maySee({ access }: ChannelServices, user: RunningUser, topic: string): boolean {
  if (isSystemTopic(topic)) return access.hasUserPermission(user, 'ViewAllData');
  const objectName = changedObjectName(topic);
  if (objectName === undefined) return access.objectAccess(user, topic).read;
  if (objectName === 'User') return access.hasUserPermission(user, 'ViewAllUsers');
  return access.objectAccess(user, objectName).viewAll;
}
