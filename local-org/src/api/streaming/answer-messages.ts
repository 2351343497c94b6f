import { ApiError } from '../../core';
import type { Session } from '../auth/session-store';
import { BayeuxError } from './bayeux-error';
import type { BayeuxMessage, BayeuxReply } from './bayeux-message';
import { META_CHANNELS } from './meta-channels';
import type { ChannelServices } from './streaming-channel';
import type { StreamingClients } from './streaming-clients';

/** What requests are answered with. */
export interface StreamingServices {
  readonly channels: ChannelServices;
  readonly clients: StreamingClients;
  /** Aborted when the client has closed its connection. */
  readonly gone: AbortSignal;
  /** @throws ApiError without a live session */
  session(): Session;
  /** Whether the request carries any session at all. */
  readonly hasToken: boolean;
}

/** Answers the messages of a request in order; events stand before the answer to the connect that brings them. */
export async function answerMessages(
  messages: readonly BayeuxMessage[],
  services: StreamingServices,
): Promise<BayeuxReply[]> {
  const replies: BayeuxReply[] = [];
  for (const message of messages)
    replies.push(...(await answerMessage(message, services, messages.length === 1)));
  return replies;
}

/** A message's refusal. */
export function refusal({ channel, id }: Partial<BayeuxMessage>, error: BayeuxError): BayeuxReply {
  return {
    ...error.members,
    ...(channel !== undefined && { channel }),
    ...idOf(id),
    error: error.message,
    successful: false,
  };
}

async function answerMessage(
  message: BayeuxMessage,
  services: StreamingServices,
  alone: boolean,
): Promise<readonly BayeuxReply[]> {
  const { channel, id } = message;
  const { clients, channels, gone } = services;
  try {
    const { user } = authenticated(message, services);
    const handler = META_CHANNELS[channel];
    if (!handler) throw new BayeuxError('publishDenied', channel);
    const { reply, events = [] } = await handler({ message, user, clients, services: channels, alone, gone });
    return [...events, { ...reply, channel, ...idOf(id), successful: true }];
  } catch (error) {
    if (error instanceof BayeuxError) return [refusal(message, error)];
    throw error;
  }
}

const idOf = (id: BayeuxMessage['id']): BayeuxReply => (id === undefined ? {} : { id });

/**
 * Every message is authenticated anew, so that a revoked session ends the stream.
 * @throws BayeuxError; a handshake tells the reason beside its refusal
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_streaming.meta/api_streaming/streaming_handling_errors.htm
 */
function authenticated({ channel }: BayeuxMessage, services: StreamingServices): Session {
  try {
    return services.session();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const name = services.hasToken ? 'invalidAuthentication' : 'noAuthentication';
    if (channel !== '/meta/handshake')
      throw new BayeuxError(name, '', { advice: { reconnect: 'none', interval: 0 } });
    throw new BayeuxError('handshakeDenied', '', {
      ext: { sfdc: { failureReason: new BayeuxError(name).message }, replay: true, 'payload.format': true },
      advice: { reconnect: 'none' },
    });
  }
}
