import { API, request } from 'shell/http';
import { context } from 'shell/context';

/**
 * `lightning/empApi`: events of the org, over CometD long polling.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-emp-api.html
 */

/** A subscription, to be given to `unsubscribe`. */
export interface EmpSubscription {
  readonly id: number;
  readonly channel: string;
  readonly replayId: number;
}

type EventListener = (event: unknown) => void;

/** A message of the Bayeux protocol. */
interface BayeuxMessage {
  readonly channel: string;
  readonly clientId?: string;
  readonly successful?: boolean;
  readonly error?: string;
  readonly data?: { readonly event?: { readonly replayId?: number } };
  readonly advice?: { readonly reconnect?: 'retry' | 'handshake' | 'none' };
}

interface Listening extends EmpSubscription {
  readonly hear: EventListener;
}

const ENDPOINT = API.replace('/services/data/v', '/cometd/');
const RETRY_MS = 3000;

const listening = new Map<number, Listening>();
/** Where each channel was read last, so that nothing is missed when the connection begins anew. */
const lastReplayIds = new Map<string, number>();
const errorListeners = new Set<EventListener>();
let lastId = 0;
let clientId: Promise<string> | undefined;
let logs = false;

/** Hears the events of a channel: `/event/Order__e`, `/data/AccountChangeEvent`. `replayId` -1 for new ones, -2 for all. */
export async function subscribe(
  channel: string,
  replayId: number,
  onMessage: EventListener,
): Promise<EmpSubscription> {
  const subscription = { id: ++lastId, channel, replayId, hear: onMessage };
  const isFirst = ![...listening.values()].some((other) => other.channel === channel);
  listening.set(subscription.id, subscription);
  if (isFirst) await subscribeChannel(channel, replayId);
  return { id: subscription.id, channel, replayId };
}

/** Ends a subscription. */
export async function unsubscribe(subscription: EmpSubscription, callback?: EventListener): Promise<unknown> {
  listening.delete(subscription.id);
  const { channel } = subscription;
  if (![...listening.values()].some((other) => other.channel === channel)) {
    await send({ channel: '/meta/unsubscribe', subscription: channel });
  }
  const answer = { ...subscription, successful: true };
  callback?.(answer);
  return answer;
}

/** Hears of errors of the connection. */
export function onError(listener: EventListener): void {
  errorListeners.add(listener);
}

export function setDebugFlag(flag: boolean): void {
  logs = flag;
}

export function isEmpEnabled(): Promise<boolean> {
  return Promise.resolve(true);
}

async function subscribeChannel(channel: string, replayId: number): Promise<void> {
  const [answer] = await send({
    channel: '/meta/subscribe',
    subscription: channel,
    ext: { replay: { [channel]: replayId } },
  });
  if (answer?.successful) return;
  tellError(answer);
  throw new Error(answer?.error ?? `The channel ${channel} could not be subscribed to`);
}

/** Sends one message with the id of this client, which the first one asks for. */
async function send(message: Readonly<Record<string, unknown>>): Promise<readonly BayeuxMessage[]> {
  clientId ??= connect();
  return post({ ...message, clientId: await clientId });
}

function post(message: Readonly<Record<string, unknown>>): Promise<readonly BayeuxMessage[]> {
  return request<readonly BayeuxMessage[]>(ENDPOINT, {
    method: 'POST',
    body: [{ id: String(++lastId), ...message }],
  });
}

async function connect(): Promise<string> {
  const [answer] = await post({
    channel: '/meta/handshake',
    version: '1.0',
    supportedConnectionTypes: ['long-polling'],
    ext: { replay: true },
  });
  if (!answer?.successful || answer.clientId === undefined) {
    clientId = undefined;
    tellError(answer);
    throw new Error(answer?.error ?? `Events of ${context.org.name} cannot be followed`);
  }
  void poll(answer.clientId);
  return answer.clientId;
}

/** Asks for events as long as anybody listens. */
async function poll(id: string): Promise<void> {
  for (;;) {
    const messages = await post({
      channel: '/meta/connect',
      clientId: id,
      connectionType: 'long-polling',
    }).catch((error: unknown) => {
      tellError(error);
      return undefined;
    });
    messages?.forEach(deliver);
    const answer = messages?.find(({ channel }) => channel === '/meta/connect');
    if (listening.size === 0) {
      clientId = undefined;
      return;
    }
    if (answer?.successful) continue;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    if (answer?.advice?.reconnect === 'handshake') return reconnect();
  }
}

/** After a restart of the org the client is unknown: it begins anew, behind what it has heard. */
async function reconnect(): Promise<void> {
  clientId = undefined;
  const channels = new Map([...listening.values()].map(({ channel, replayId }) => [channel, replayId]));
  for (const [channel, replayId] of channels) {
    await subscribeChannel(channel, lastReplayIds.get(channel) ?? replayId).catch(tellError);
  }
}

function deliver(message: BayeuxMessage): void {
  if (message.channel.startsWith('/meta/')) return;
  if (logs) console.info(message);
  const replayId = message.data?.event?.replayId;
  if (replayId !== undefined) lastReplayIds.set(message.channel, replayId);
  for (const { channel, hear } of [...listening.values()]) if (channel === message.channel) hear(message);
}

function tellError(error: unknown): void {
  for (const listener of errorListeners) listener(error);
}
