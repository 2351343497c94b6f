/**
 * A message of a client in the Bayeux protocol. What is absent or of another type is undefined.
 * @see https://docs.cometd.org/current7/reference/#_bayeux
 */
export interface BayeuxMessage {
  /** `/meta/connect` */
  readonly channel: string;
  readonly id: string | number | undefined;
  readonly clientId: string | undefined;
  /** Channels of a subscribe or unsubscribe. */
  readonly subscriptions: readonly string[];
  readonly connectionType: string | undefined;
  readonly supportedConnectionTypes: readonly string[];
  /** Where to begin, by channel: `{ '/event/Order__e': -2 }`. */
  readonly replay: Readonly<Record<string, unknown>>;
  /** How long the client wants a connect to wait at most, in milliseconds. */
  readonly timeoutMs: number | undefined;
}

/** A message to a client: the answer to one of its own, or an event. */
export type BayeuxReply = Readonly<Record<string, unknown>>;

type Json = Readonly<Record<string, unknown>>;

/** Reads the messages of a request: an array of them, or one. Undefined when it is no JSON, or no message. */
export function readMessages(body: Uint8Array): BayeuxMessage[] | undefined {
  const parsed = parse(Buffer.from(body).toString('utf8'));
  const messages = (Array.isArray(parsed) ? (parsed as unknown[]) : [parsed]).map(asObject);
  return messages.length > 0 && messages.every((message) => typeof message?.['channel'] === 'string')
    ? messages.flatMap((message) => (message ? [readMessage(message)] : []))
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readMessage(message: Json): BayeuxMessage {
  const { id, clientId, connectionType } = message;
  const timeoutMs = asObject(message['advice'])?.['timeout'];
  return {
    channel: String(message['channel']),
    id: typeof id === 'string' || typeof id === 'number' ? id : undefined,
    clientId: typeof clientId === 'string' ? clientId : undefined,
    subscriptions: texts(message['subscription']),
    connectionType: typeof connectionType === 'string' ? connectionType : undefined,
    supportedConnectionTypes: texts(message['supportedConnectionTypes']),
    replay: asObject(asObject(message['ext'])?.['replay']) ?? {},
    timeoutMs: typeof timeoutMs === 'number' && timeoutMs >= 0 ? timeoutMs : undefined,
  };
}

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function texts(value: unknown): string[] {
  return [value].flat().filter((part): part is string => typeof part === 'string');
}
