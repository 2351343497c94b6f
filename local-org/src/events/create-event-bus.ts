import { randomUUID } from 'node:crypto';
import { LocalOrgError, type Clock } from '../core';
import type { TransactionManager } from '../execution';
import type { ComponentStore } from '../metadata';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';
import { allTopics, captureChanges, type CaptureServices } from './change-capture/capture-changes';
import { topicsOfChannel } from './channels';
import { EventDispatcher } from './event-dispatcher';
import { EventLog, type NewEvent } from './event-log';
import { publishBehaviorOf } from './publish-behavior';
import { SubscriptionTable } from './subscription-table';
import type {
  EventBus,
  EventFilter,
  EventMessage,
  EventPayload,
  PublicationListener,
  ReplayStart,
  SubscriberSource,
  Subscription,
} from './types';

/** What a bus is made from. */
export interface EventBusDependencies {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly transactions: TransactionManager;
  /** Asks for `bus.wake()` inside a transaction at a time, in milliseconds since 1970. */
  wakeAt(dueMs: number): void;
  /** Default: random ones. */
  readonly newUuid?: () => string;
}

/**
 * Makes the event bus of an org; its log is in the org's database. Record changes of commits are put on it as change
 * events for the objects that channels select.
 */
export function createEventBus(dependencies: EventBusDependencies): EventBus {
  return new StoredEventBus(dependencies);
}

class StoredEventBus implements EventBus {
  private readonly log: EventLog;
  private readonly table: SubscriptionTable;
  private readonly dispatcher: EventDispatcher;
  private readonly listeners = new Set<PublicationListener>();
  private readonly newUuid: () => string;
  private readonly captureServices: CaptureServices;
  /** How many changes of the open transaction {@link captureOpenChanges} passes over. */
  private capturedThrough = 0;
  /** Topics of the open transaction. */
  private readonly published = new Set<string>();
  /** Events of the open transaction that are published whatever becomes of it. */
  private immediate: NewEvent[] = [];

  constructor(private readonly dependencies: EventBusDependencies) {
    const { store, clock, transactions } = dependencies;
    this.newUuid = dependencies.newUuid ?? randomUUID;
    this.log = new EventLog(store, clock);
    this.table = new SubscriptionTable(store);
    this.dispatcher = new EventDispatcher({
      log: this.log,
      subscriptions: this.table,
      transactions,
      clock,
      wakeAt: (dueMs) => dependencies.wakeAt(dueMs),
    });
    this.captureServices = { ...dependencies, newUuid: this.newUuid };
    transactions.beforeCommit(({ changes }) => this.append(captureChanges(this.captureServices, changes)));
    transactions.onCommit(() => this.settle());
    transactions.onRollback(() => {
      this.published.clear();
      this.dispatcher.rolledBack();
      this.settle();
    });
  }

  publish(topic: string, payloads: readonly EventPayload[], publisherId: string): string[] {
    const { components, transactions } = this.dependencies;
    const events = payloads.map((payload): NewEvent => ({
      topic,
      eventUuid: this.newUuid(),
      createdById: publisherId,
      payload,
    }));
    if (publishBehaviorOf(components(), topic) === 'PublishImmediately' && transactions.current)
      this.immediate.push(...events);
    else transactions.run(() => this.append(events));
    return events.map(({ eventUuid }) => eventUuid);
  }

  read(filter: EventFilter = {}): EventMessage[] {
    return this.log.read(filter);
  }

  positionOf(start: ReplayStart): number {
    if (start === 'EARLIEST') return 0;
    const tip = this.log.tip();
    if (start === 'LATEST') return tip;
    if (Number.isInteger(start) && start >= 0 && start <= tip) return start;
    throw new LocalOrgError('INVALID_REPLAY_ID', `The event bus gave out no ReplayId ${start}`, {
      actions: ['Subscribe from the earliest (-2) or the next event (-1)'],
    });
  }

  topicsOf(channel: string): readonly string[] {
    return topicsOfChannel(this.dependencies.schema(), this.dependencies.components(), channel);
  }

  addSubscribers(source: SubscriberSource): void {
    this.dispatcher.addSubscribers(source);
  }

  onPublished(listener: PublicationListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  beginCapture(): void {
    this.capturedThrough = this.dependencies.transactions.current?.changes.length ?? 0;
  }

  captureOpenChanges(): void {
    const changes = this.dependencies.transactions.current?.changes ?? [];
    const fresh = changes.slice(this.capturedThrough);
    this.append(captureChanges(this.captureServices, fresh, allTopics(this.captureServices)));
    this.capturedThrough = changes.length;
  }

  forgetPublished(): void {
    this.immediate = [];
    this.published.clear();
    this.dispatcher.rolledBack();
  }

  deliver(): void {
    this.flushImmediate();
    this.dispatcher.deliver();
  }

  wake(): void {
    this.dispatcher.wake();
  }

  resume(topic: string, subscriber: string): void {
    if (this.table.find(topic, subscriber)?.state !== 'Error') return;
    const position = this.log.tip();
    this.table.update(topic, subscriber, {
      position,
      state: 'Running',
      retries: 0,
      lastError: null,
      dueMs: null,
    });
  }

  subscriptions(): Subscription[] {
    return this.table.all();
  }

  private append(events: readonly NewEvent[]): void {
    if (events.length === 0) return;
    this.log.append(events);
    for (const { topic } of events) {
      this.published.add(topic);
      this.dispatcher.published(topic);
    }
  }

  /** After the end of a transaction: publishes what it did not hold back, tells clients, delivers. */
  private settle(): void {
    // Their own transaction comes back here when it commits.
    if (this.flushImmediate()) return;
    const topics = [...this.published];
    this.published.clear();
    if (topics.length > 0) for (const listener of this.listeners) listener(topics);
    this.dispatcher.deliver();
  }

  /** @returns whether there was anything */
  private flushImmediate(): boolean {
    const events = this.immediate;
    if (events.length === 0) return false;
    this.immediate = [];
    this.dependencies.transactions.run(() => this.append(events));
    return true;
  }
}
