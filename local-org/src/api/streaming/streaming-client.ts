import type { RunningUser } from '../../execution';
import type { BayeuxReply } from './bayeux-message';
import { eventMessage } from './event-message';
import { topicsFor, type ChannelServices } from './streaming-channel';

/** A client that has shaken hands: what it is subscribed to and how far it has read. */
export class StreamingClient {
  /** Whether it has connected before; the first connect never waits. */
  connected = false;
  /** ReplayId of the last event it got, by channel. */
  private readonly positions = new Map<string, number>();
  /** Ends the wait of its connect; null while none waits. */
  private waiting: (() => void) | null = null;

  constructor(
    readonly id: string,
    readonly user: RunningUser,
    private readonly services: ChannelServices,
    /** When it was last heard of, in milliseconds since 1970 on the machine's clock. */
    public lastSeenMs: number,
  ) {}

  get isWaiting(): boolean {
    return this.waiting !== null;
  }

  /** @param position ReplayId after which it begins to read */
  subscribe(channel: string, position: number): void {
    this.positions.set(channel, position);
  }

  unsubscribe(channel: string): void {
    this.positions.delete(channel);
  }

  /** The events that are due, in the order of their publication; they count as delivered. */
  take(): BayeuxReply[] {
    const due = [...this.positions].flatMap(([channel, after]) => {
      const topics = topicsFor(this.services, this.user, channel);
      const events = topics.length === 0 ? [] : this.services.events.read({ topics, after });
      const last = events.at(-1);
      if (last) this.positions.set(channel, last.replayId);
      return events.map((event) => ({ channel, event }));
    });
    return due
      .sort((a, b) => a.event.replayId - b.event.replayId)
      .map(({ channel, event }) => eventMessage(this.services, this.user, channel, event));
  }

  /** Whether any event is due. */
  hasEvents(): boolean {
    return [...this.positions].some(([channel, after]) => {
      const topics = topicsFor(this.services, this.user, channel);
      return topics.length > 0 && this.services.events.read({ topics, after, limit: 1 }).length > 0;
    });
  }

  /** Waits until it is woken, its connection is gone or the time is over. A connect that waits already is let go. */
  wait(timeoutMs: number, gone: AbortSignal): Promise<void> {
    this.wake();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', end);
        if (this.waiting === end) this.waiting = null;
        resolve();
      };
      const timer = setTimeout(end, timeoutMs);
      gone.addEventListener('abort', end);
      this.waiting = end;
    });
  }

  /** Ends the wait of its connect. */
  wake(): void {
    this.waiting?.();
  }
}
