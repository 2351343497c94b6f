const BYTES = 8;

/**
 * Writes a ReplayId as the opaque text that clients store: 8 bytes, high byte first, in base64.
 *
 * `encodeReplayId(1)` is `'AAAAAAAAAAE='`.
 * @see https://developer.salesforce.com/docs/platform/pub-sub-api/guide/event-message-durability.html
 */
export function encodeReplayId(replayId: number): string {
  const bytes = Buffer.alloc(BYTES);
  bytes.writeBigUInt64BE(BigInt(replayId));
  return bytes.toString('base64');
}

/** Reads such a text; undefined when it is none. */
export function decodeReplayId(text: string): number | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== BYTES || bytes.toString('base64') !== text) return undefined;
  return Number(bytes.readBigUInt64BE());
}
