import { LocalOrgError } from '../../core';
import type { ReplayStart } from '../../events';
import type { RunningUser } from '../../execution';
import { BayeuxError } from './bayeux-error';
import type { BayeuxMessage, BayeuxReply } from './bayeux-message';
import { checkChannel, type ChannelServices } from './streaming-channel';
import type { StreamingClient } from './streaming-client';
import type { StreamingClients } from './streaming-clients';

/** A connect is answered after this time at latest. @see https://developer.salesforce.com/docs/atlas.en-us.api_streaming.meta/api_streaming/using_streaming_api_timeouts.htm */
export const CONNECT_TIMEOUT_MS = 110_000;
const LONG_POLLING = 'long-polling';
/** What clients send for the next event and for all that are kept. */
const REPLAY_STARTS: Readonly<Record<string, ReplayStart>> = { '-1': 'LATEST', '-2': 'EARLIEST' };

/** A message with what it is answered from. */
export interface MetaCall {
  readonly message: BayeuxMessage;
  readonly user: RunningUser;
  readonly clients: StreamingClients;
  readonly services: ChannelServices;
  /** Whether the message is the only one of its request: only such a connect waits. */
  readonly alone: boolean;
  /** Aborted when the client has closed its connection: what it would get waits for its next connect. */
  readonly gone: AbortSignal;
}

/** Answers a message: members of its own answer, and events before it. @throws BayeuxError */
export type MetaHandler = (call: MetaCall) => MetaAnswer | Promise<MetaAnswer>;

/** The answer to a message, without its channel and id. */
export interface MetaAnswer {
  readonly reply: BayeuxReply;
  readonly events?: readonly BayeuxReply[];
}

/**
 * The meta channels of the protocol.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_streaming.meta/api_streaming/how_the_client_connects.htm
 */
export const META_CHANNELS: Readonly<Record<string, MetaHandler>> = {
  '/meta/handshake': ({ message, user, clients }) => {
    const { supportedConnectionTypes: types } = message;
    if (!types.includes(LONG_POLLING)) throw new BayeuxError('invalidConnectionType', types.join(', '));
    return {
      reply: {
        ext: { replay: true, 'payload.format': true },
        minimumVersion: '1.0',
        clientId: clients.add(user).id,
        supportedConnectionTypes: [LONG_POLLING],
        version: '1.0',
      },
    };
  },

  '/meta/connect': async (call) => {
    const client = clientOf(call);
    const { connectionType, timeoutMs = CONNECT_TIMEOUT_MS } = call.message;
    if (connectionType !== LONG_POLLING) throw new BayeuxError('invalidConnectionType', connectionType ?? '');
    const isFirst = !client.connected;
    client.connected = true;
    if (!isFirst && call.alone && !client.hasEvents())
      await client.wait(Math.min(timeoutMs, CONNECT_TIMEOUT_MS), call.gone);
    call.clients.touch(client);
    const advice = { interval: 0, timeout: CONNECT_TIMEOUT_MS, reconnect: 'retry' };
    return {
      events: call.gone.aborted ? [] : client.take(),
      reply: { clientId: client.id, ...(isFirst && { advice }) },
    };
  },

  '/meta/subscribe': (call) => {
    const { message, user, services } = call;
    const client = clientOf(call);
    const channels = channelsOf(message);
    const positions = channels.map((channel) => {
      checkChannel(services, user, channel);
      return [channel, positionOf(services, message.replay[channel])] as const;
    });
    for (const [channel, position] of positions) client.subscribe(channel, position);
    return { reply: { clientId: client.id, subscription: echoed(channels) } };
  },

  '/meta/unsubscribe': (call) => {
    const client = clientOf(call);
    const channels = channelsOf(call.message);
    for (const channel of channels) client.unsubscribe(channel);
    return { reply: { clientId: client.id, subscription: echoed(channels) } };
  },

  '/meta/disconnect': (call) => {
    const client = clientOf(call);
    call.clients.remove(client);
    return { reply: { clientId: client.id } };
  },
};

/** @throws BayeuxError unknownClient, with the advice to shake hands again */
function clientOf({ message, user, clients }: MetaCall): StreamingClient {
  const client = clients.find(message.clientId, user);
  if (client) return client;
  throw new BayeuxError('unknownClient', '', { advice: { interval: 0, reconnect: 'handshake' } });
}

function channelsOf({ subscriptions }: BayeuxMessage): readonly string[] {
  if (subscriptions.length === 0 || subscriptions.includes('')) throw new BayeuxError('channelMissing');
  return subscriptions;
}

/** One channel is sent back as a text, as it came. */
function echoed(channels: readonly string[]): unknown {
  return channels.length === 1 ? channels[0] : channels;
}

/** The place after which a subscription begins. @throws BayeuxError invalidReplayId */
function positionOf({ events }: ChannelServices, replayId: unknown): number {
  const text = String(replayId ?? -1);
  try {
    return events.positionOf(REPLAY_STARTS[text] ?? Number(text));
  } catch (error) {
    if (error instanceof LocalOrgError) throw new BayeuxError('invalidReplayId', text);
    throw error;
  }
}
