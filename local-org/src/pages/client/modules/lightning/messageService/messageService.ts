/**
 * `lightning/messageService`: messages between components that do not know each other, over message channels.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/use-message-channel.html
 */

/** An import of `@salesforce/messageChannel/...`. */
export interface MessageChannel {
  readonly channelName: string;
}

/** Ties subscriptions to the component that made them. */
export type MessageContextToken = object;

export interface Subscription {
  readonly channel: string;
  readonly context: MessageContextToken;
  readonly listener: (message: unknown) => void;
}

/** Scope of subscribers that hear messages wherever they stand. */
export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

const subscriptions = new Map<string, Set<Subscription>>();

/** A context for code that is no component; to be released in the end. */
export function createMessageContext(): MessageContextToken {
  return {};
}

/** Ends all subscriptions of a context. */
export function releaseMessageContext(context: MessageContextToken): void {
  for (const ofChannel of subscriptions.values()) {
    for (const subscription of ofChannel)
      if (subscription.context === context) ofChannel.delete(subscription);
  }
}

/**
 * Hears the messages of a channel until `unsubscribe`, or until the component is gone.
 * DEVIATION: every subscriber hears every message, as with APPLICATION_SCOPE: the local org shows one page at a time.
 */
export function subscribe(
  context: MessageContextToken,
  channel: MessageChannel,
  listener: (message: unknown) => void,
  _options?: { readonly scope?: symbol },
): Subscription {
  const subscription = { channel: channel.channelName, context, listener };
  const ofChannel = subscriptions.get(subscription.channel) ?? new Set();
  subscriptions.set(subscription.channel, ofChannel.add(subscription));
  return subscription;
}

export function unsubscribe(subscription: Subscription | undefined | null): void {
  if (subscription) subscriptions.get(subscription.channel)?.delete(subscription);
}

/** Sends a message to all that have subscribed to the channel. */
export function publish(_context: MessageContextToken, channel: MessageChannel, message?: unknown): void {
  for (const { listener } of [...(subscriptions.get(channel.channelName) ?? [])]) listener(message);
}

/** Wire that gives a component its context, and releases it with the component. */
export class MessageContext {
  private context: MessageContextToken | undefined;

  constructor(private readonly give: (context: MessageContextToken) => void) {
    this.provide();
  }

  connect(): void {
    if (!this.context) this.provide();
  }

  disconnect(): void {
    if (this.context) releaseMessageContext(this.context);
    this.context = undefined;
  }

  update(): void {
    // It takes no configuration.
  }

  private provide(): void {
    this.context = createMessageContext();
    this.give(this.context);
  }
}
