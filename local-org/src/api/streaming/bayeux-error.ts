import { MAX_API_VERSION } from '../../core';
import type { BayeuxReply } from './bayeux-message';

/** Oldest version of the endpoint. UNVERIFIED: the guide says 37.0, yet the CLI follows debug logs in 36.0. */
export const MIN_STREAMING_VERSION = 36;

const URI_FORMAT = `URI format: '/cometd/${MAX_API_VERSION}.0'`;

/**
 * What Streaming API refuses with, by name. UNVERIFIED: texts of `invalidMessage`, `publishDenied` and `accessDenied`.
 * @see https://developer.salesforce.com/docs/platform/api-streaming/guide/streaming-error-codes.html
 */
const ERRORS = {
  versionMissing: () => `400::API version in the URI is mandatory. ${URI_FORMAT}`,
  versionUnsupported: () =>
    `400::Unsupported API version. Only API versions '${MIN_STREAMING_VERSION}.0' and above are supported. ${URI_FORMAT}`,
  invalidMessage: () => '400::Bayeux messages are expected',
  invalidConnectionType: (type: string) => `400::Invalid connection type {${type}}`,
  channelMissing: () => '400::Channel name not specified',
  channelWithoutSlash: () => "400::Channel subscriptions must start with a leading '/'",
  channelUnknown: (channel: string) =>
    `400::The channel you requested to subscribe to does not exist {${channel}}`,
  invalidReplayId: (replayId: string) =>
    `400::The replayId {${replayId}} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.`,
  noAuthentication: () => '401::Request requires authentication',
  invalidAuthentication: () => '401::Authentication invalid',
  unknownClient: () => '403::Unknown client',
  handshakeDenied: () => '403::Handshake denied',
  publishDenied: (channel: string) => `403:${channel}:publish_denied`,
  accessDenied: (channel: string) => `403::User not allowed to subscribe to channel {${channel}}`,
  unsupported: (feature: string) => `501::${feature} is not supported by the local org`,
} as const satisfies Readonly<Record<string, (detail: string) => string>>;

export type BayeuxErrorName = keyof typeof ERRORS;

/** Thrown where a message is refused; becomes its answer. */
export class BayeuxError extends Error {
  constructor(
    readonly errorName: BayeuxErrorName,
    detail = '',
    /** Further members of the answer: `{ advice: { reconnect: 'none' } }`. */
    readonly members: BayeuxReply = {},
  ) {
    super(ERRORS[errorName](detail));
    this.name = 'BayeuxError';
  }
}
