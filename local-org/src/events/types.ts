import type { FieldValue } from '../core';
import type { ChangeEventHeader } from './change-capture/change-event';

/** What an event carries, by field name: `{ Number__c: 5 }`; a change event also has its `ChangeEventHeader`. */
export type EventPayload = Readonly<Record<string, FieldValue | ChangeEventHeader>>;

/** An event message as the bus keeps it. */
export interface EventMessage {
  /** Place in the log: grows from event to event of a topic, with gaps. */
  readonly replayId: number;
  /** API name of the event: `Order_Event__e`, `AccountChangeEvent`; or one of `SYSTEM_TOPICS`. */
  readonly topic: string;
  readonly eventUuid: string;
  /** When it was published on the org's clock, in milliseconds since 1970. */
  readonly createdMs: number;
  /** Id of the user who published it. */
  readonly createdById: string;
  readonly payload: EventPayload;
}

/**
 * When an event is published: with the transaction that publishes it, or whatever becomes of that.
 * @see https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_define_ui.htm
 */
export type PublishBehavior = 'PublishAfterCommit' | 'PublishImmediately';

/** What a subscriber knows about a batch, and may say about it. */
export interface EventDelivery {
  /** How often this batch was delivered before. */
  readonly retries: number;
  /** Why the last delivery asked to be repeated; null at the first. */
  readonly lastError: string | null;
  /**
   * Makes the next batch start after that event, although this delivery throws or leaves out the rest of the batch.
   * @throws LocalOrgError INVALID_REPLAY_ID when it is none of the batch
   */
  setResumeCheckpoint(replayId: number): void;
}

/** Somebody in this process who gets the events of a topic. */
export interface EventSubscriber {
  /** Unique among the topic's subscribers: `Flow On_Order`. Its position in the log is kept under this name. */
  readonly name: string;
  /** Most events at once; 2,000 when absent. */
  readonly batchSize?: number;
  /**
   * Works on a batch, in order of publication. Its writes are one transaction, which a throw undoes: the batch is then
   * over, unless a checkpoint was set or it was a {@link RetryDelivery}.
   */
  deliver(events: readonly EventMessage[], delivery: EventDelivery): void;
}

/** The subscribers of a topic at this moment. One that is no longer named loses its position. */
export type SubscriberSource = (topic: string) => readonly EventSubscriber[];

/** Thrown by a subscriber to get the same batch again later, what came meanwhile included. */
export class RetryDelivery extends Error {}

/** `Error`: it asked for too many retries, and gets nothing until it is resumed. */
export type SubscriptionState = 'Running' | 'Error';

/** Where a subscriber stands. */
export interface Subscription {
  readonly topic: string;
  readonly subscriber: string;
  /** ReplayId of the last event that it is done with. */
  readonly position: number;
  readonly state: SubscriptionState;
  readonly retries: number;
  /** Message of the last delivery, if that failed. */
  readonly lastError: string | null;
  /** Earliest time of the next delivery, in milliseconds since 1970; null at once. */
  readonly dueMs: number | null;
}

/** Where reading begins: after a ReplayId, with the oldest event kept, or with the next one. */
export type ReplayStart = number | 'EARLIEST' | 'LATEST';

/** Which events to read. */
export interface EventFilter {
  /** All topics when absent. */
  readonly topics?: readonly string[];
  /** Only those after this ReplayId. */
  readonly after?: number;
  /** Only those up to this ReplayId. */
  readonly through?: number;
  /** Default 2,000. */
  readonly limit?: number;
}

/** Hears which topics got events, once these are committed. Must not throw. */
export type PublicationListener = (topics: readonly string[]) => void;

/** Puts events on the bus. */
export interface EventPublisher {
  /**
   * Publishes events of a topic, as its publish behavior says: with the transaction under way, or whatever becomes of
   * it. Values are not checked; saves do that (`dml.insert`).
   * @param publisherId the user whose events they are
   * @returns EventUuids, in the order of the payloads
   */
  publish(topic: string, payloads: readonly EventPayload[], publisherId: string): string[];
}

/**
 * The event bus of an org: a log of event messages, kept for 72 hours of the org's clock, and the subscribers that get
 * them after the commit.
 */
export interface EventBus extends EventPublisher {
  /** Events by ReplayId. */
  read(filter?: EventFilter): EventMessage[];
  /**
   * The ReplayId after which a client begins to read.
   * @throws LocalOrgError INVALID_REPLAY_ID for one that the bus never gave out
   */
  positionOf(start: ReplayStart): number;
  /**
   * The topics of a channel: `/event/Order_Event__e`, `/data/AccountChangeEvent`, `/data/ChangeEvents`, a custom one,
   * `/event/Orders__chn`, or one of the org's own, `/systemTopic/Logging`. Empty for a channel that does not exist.
   */
  topicsOf(channel: string): readonly string[];
  /** Adds subscribers in this process: flows, triggers. */
  addSubscribers(source: SubscriberSource): void;
  /** Calls a listener after every commit of events, for clients that hold a connection. Returns how to stop. */
  onPublished(listener: PublicationListener): () => void;
  /**
   * Delivers what waits now, also inside an open transaction. Otherwise that happens by itself after each commit.
   */
  deliver(): void;
  /** From here on {@link captureOpenChanges} looks at the changes of the open transaction. */
  beginCapture(): void;
  /**
   * Puts the changes that the open transaction has made on the bus as change events, of all objects that have them: for
   * tests, which never commit.
   */
  captureOpenChanges(): void;
  /** Drops what was published and not delivered yet, for work that leaves nothing behind: tests. */
  forgetPublished(): void;
  /** Looks for subscribers whose next delivery has fallen due; they get it after the next commit. */
  wake(): void;
  /** Lets a subscriber in the state `Error` go on, with what is published from then on. */
  resume(topic: string, subscriber: string): void;
  /** Where the subscribers stand that have got events so far. */
  subscriptions(): Subscription[];
}
