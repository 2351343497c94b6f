import { MAX_DELIVERY_RETRIES, MAX_EVENTS_PER_DELIVERY, type Clock } from '../core';
import type { TransactionManager } from '../execution';
import { BatchDelivery } from './batch-delivery';
import type { EventLog } from './event-log';
import type { SubscriptionTable } from './subscription-table';
import {
  RetryDelivery,
  type EventMessage,
  type EventSubscriber,
  type SubscriberSource,
  type Subscription,
} from './types';

/** What deliveries need. */
export interface DispatcherServices {
  readonly log: EventLog;
  readonly subscriptions: SubscriptionTable;
  readonly transactions: TransactionManager;
  readonly clock: Clock;
  /** Asks for `wake` at a time, in milliseconds since 1970. */
  wakeAt(dueMs: number): void;
}

/**
 * Deliveries of events that events cause, one after the other, before the rest waits a second.
 *
 * DEVIATION: deliveries follow the commit at once, in the publisher's call; the platform makes them in processes of
 * their own. A flow that starts itself for ever goes on in steps of a second, so that the org stays able to answer.
 */
const MAX_ROUNDS = 25;
const NEXT_ROUNDS_AFTER_MS = 1_000;
/** UNVERIFIED: how long the platform waits before the first retry; each further one waits twice as long. */
const RETRY_AFTER_MS = 5_000;

/** Brings the events of the log to the subscribers in this process. */
export class EventDispatcher {
  private readonly sources: SubscriberSource[] = [];
  /** Topics that may hold events which a subscriber has not got. */
  private readonly waiting = new Set<string>();
  /** The log up to here was delivered to all who subscribed then: new subscribers begin after it. */
  private deliveredThrough: number;
  private delivering = false;

  constructor(private readonly services: DispatcherServices) {
    this.deliveredThrough = services.log.tip();
    this.wake();
  }

  addSubscribers(source: SubscriberSource): void {
    this.sources.push(source);
  }

  /** Notes that a topic got events. */
  published(topic: string): void {
    this.waiting.add(topic);
  }

  /** Notes that the open transaction, and the events in it, are gone. */
  rolledBack(): void {
    this.deliveredThrough = Math.min(this.deliveredThrough, this.services.log.tip());
  }

  /** Notes the topics whose subscribers are due. */
  wake(): void {
    const { subscriptions, clock } = this.services;
    for (const topic of subscriptions.waitingTopics(clock.now())) this.waiting.add(topic);
  }

  /** Delivers round by round: what subscribers publish is delivered in the next one. */
  deliver(): void {
    if (this.delivering || this.waiting.size === 0) return;
    this.delivering = true;
    try {
      for (let round = 0; this.waiting.size > 0; round++) {
        if (round === MAX_ROUNDS) {
          this.services.wakeAt(this.services.clock.now() + NEXT_ROUNDS_AFTER_MS);
          return;
        }
        const topics = [...this.waiting];
        this.waiting.clear();
        const tip = this.services.log.tip();
        for (const topic of topics) this.deliverTopic(topic, tip);
      }
      this.deliveredThrough = this.services.log.tip();
    } finally {
      this.delivering = false;
    }
  }

  private deliverTopic(topic: string, tip: number): void {
    const subscribers = this.sources.flatMap((source) => source(topic));
    const names = subscribers.map(({ name }) => name);
    this.services.subscriptions.sync(topic, names, this.deliveredThrough);
    for (const subscriber of subscribers) this.catchUp(topic, subscriber, tip);
  }

  /** Delivers batches until the subscriber has got all events up to the tip, or has to wait. */
  private catchUp(topic: string, subscriber: EventSubscriber, tip: number): void {
    const { log, subscriptions, clock } = this.services;
    for (;;) {
      const subscription = subscriptions.find(topic, subscriber.name);
      if (subscription?.state !== 'Running' || (subscription.dueMs ?? 0) > clock.now()) return;
      const events = log.read({
        topics: [topic],
        after: subscription.position,
        through: tip,
        limit: Math.min(subscriber.batchSize ?? MAX_EVENTS_PER_DELIVERY, MAX_EVENTS_PER_DELIVERY),
      });
      if (events.length === 0) return;
      this.deliverBatch(subscriber, subscription, events);
    }
  }

  private deliverBatch(
    subscriber: EventSubscriber,
    subscription: Subscription,
    events: readonly EventMessage[],
  ): void {
    const { transactions, subscriptions } = this.services;
    const delivery = new BatchDelivery(events, subscription);
    const { topic } = subscription;
    try {
      transactions.savepoint(() => {
        subscriber.deliver(events, delivery);
        subscriptions.update(topic, subscriber.name, delivery.passed(null));
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (error instanceof RetryDelivery) this.retry(subscription, message);
      else subscriptions.update(topic, subscriber.name, delivery.passed(message));
    }
  }

  /** @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_subscribe_apex_refire.htm */
  private retry(subscription: Subscription, lastError: string): void {
    const { topic, subscriber, position } = subscription;
    const retries = subscription.retries + 1;
    const again = retries <= MAX_DELIVERY_RETRIES;
    const dueMs = again ? this.services.clock.now() + RETRY_AFTER_MS * 2 ** (retries - 1) : null;
    this.services.subscriptions.update(topic, subscriber, {
      position,
      state: again ? 'Running' : 'Error',
      retries,
      lastError,
      dueMs,
    });
    if (dueMs !== null) this.services.wakeAt(dueMs);
  }
}
