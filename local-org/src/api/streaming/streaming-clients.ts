import { randomBytes } from 'node:crypto';
import type { Clock } from '../../core';
import type { RunningUser } from '../../execution';
import type { ChannelServices } from './streaming-channel';
import { StreamingClient } from './streaming-client';

/** A client that does not connect again within this time is forgotten. @see https://developer.salesforce.com/docs/atlas.en-us.api_streaming.meta/api_streaming/using_streaming_api_timeouts.htm */
export const RECONNECT_TIMEOUT_MS = 40_000;
const ID_BYTES = 18;
const ID_RADIX = 36;

/** The clients that have shaken hands. They live in memory: a restarted org knows none of them. */
export class StreamingClients {
  private readonly clients = new Map<string, StreamingClient>();
  private readonly stop: () => void;
  private wakeUp: NodeJS.Immediate | null = null;

  constructor(
    private readonly services: ChannelServices,
    private readonly clock: Clock,
  ) {
    this.stop = services.events.onPublished(() => this.wakeSoon());
  }

  add(user: RunningUser): StreamingClient {
    this.forgetLost();
    const id = BigInt(`0x${randomBytes(ID_BYTES).toString('hex')}`).toString(ID_RADIX);
    const client = new StreamingClient(id, user, this.services, this.clock.now());
    this.clients.set(id, client);
    return client;
  }

  /** The client of an id, if it is that user's; it counts as heard of. */
  find(id: string | undefined, user: RunningUser): StreamingClient | undefined {
    this.forgetLost();
    const client = this.clients.get(id ?? '');
    if (client?.user.id !== user.id) return undefined;
    client.lastSeenMs = this.clock.now();
    return client;
  }

  /** Notes that a client got an answer: from now on it has time to come back. */
  touch(client: StreamingClient): void {
    client.lastSeenMs = this.clock.now();
  }

  remove(client: StreamingClient): void {
    this.clients.delete(client.id);
    client.wake();
  }

  /** Lets every waiting connect go, and hears of no more events. */
  close(): void {
    this.stop();
    if (this.wakeUp) clearImmediate(this.wakeUp);
    for (const client of this.clients.values()) this.remove(client);
  }

  /** Events are read after the commit that published them, once for all commits of a turn of the event loop. */
  private wakeSoon(): void {
    this.wakeUp ??= setImmediate(() => {
      this.wakeUp = null;
      for (const client of this.clients.values()) if (client.isWaiting && client.hasEvents()) client.wake();
    });
  }

  private forgetLost(): void {
    const oldest = this.clock.now() - RECONNECT_TIMEOUT_MS;
    for (const client of this.clients.values())
      if (!client.isWaiting && client.lastSeenMs < oldest) this.remove(client);
  }
}
