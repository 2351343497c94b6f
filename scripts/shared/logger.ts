import pino, { type Logger as PinoLogger } from 'pino';

/** The part of a structured logger that the integration uses. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Keys whose values never reach a log, at any of three depths. */
const SECRET_KEYS = [
  'accessToken',
  'access_token',
  'authorization',
  'Authorization',
  'assertion',
  'privateKey',
  'clientSecret',
];

/**
 * Creates a logger of JSON lines on the standard error stream; secrets are replaced by `[redacted]`.
 * @param level `debug`, `info`, `warn`, `error` or `silent`
 */
export function createLogger(
  level = 'warn',
  destination: { write(line: string): void } = process.stderr,
): PinoLogger & Logger {
  const paths = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  return pino({ level, base: null, redact: { paths, censor: '[redacted]' } }, destination);
}

/** A logger that says nothing. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
