import { IntegrationError, RequestRejectedError, type Clock, type Random } from '../shared';

/** How often and how long a failed call is repeated. */
export interface RetrySettings {
  /** Attempts in all, the first included. */
  readonly maxAttempts: number;
  /** Upper bound of the first pause, in milliseconds. */
  readonly baseDelayMs: number;
  /** Upper bound of every pause, in milliseconds. */
  readonly maxDelayMs: number;
}

/** Six attempts within about a minute: longer outages are for the next run. */
export const DEFAULT_RETRY: RetrySettings = { maxAttempts: 6, baseDelayMs: 500, maxDelayMs: 30_000 };

/** Upper bound for a pause that the org itself asks for by `Retry-After`, in milliseconds. */
const MAX_RETRY_AFTER_MS = 300_000;

/**
 * Pause before attempt `attempt + 1`: exponential backoff with full jitter, `random(0, min(max, base * 2^n))`.
 * @param attempt number of attempts that have failed, from 1
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function fullJitterDelay(attempt: number, settings: RetrySettings, random: Random): number {
  const bound = Math.min(settings.maxDelayMs, settings.baseDelayMs * 2 ** (attempt - 1));
  return Math.floor(random() * bound);
}

/** Repeats calls that may succeed later. */
export class RetryPolicy {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly settings: RetrySettings = DEFAULT_RETRY,
  ) {}

  /**
   * Runs `attempt` until it succeeds, fails for good, or the attempts are used up.
   * @param onRetry called before each repetition
   * @throws what the last attempt threw
   */
  async run<T>(attempt: () => Promise<T>, onRetry: () => void, signal?: AbortSignal): Promise<T> {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!this.repeats(error, attempts) || signal?.aborted) throw error;
        await this.clock.sleep(this.delay(error, attempts), signal);
        onRetry();
      }
    }
  }

  /** Number of attempts allowed in all; used by callers that repeat rows rather than calls. */
  get maxAttempts(): number {
    return this.settings.maxAttempts;
  }

  /** Waits before rows are sent again. */
  async pause(attempts: number, signal?: AbortSignal): Promise<void> {
    await this.clock.sleep(fullJitterDelay(attempts, this.settings, this.random), signal);
  }

  private repeats(error: unknown, attempts: number): boolean {
    return error instanceof IntegrationError && error.retryable && attempts < this.settings.maxAttempts;
  }

  private delay(error: unknown, attempts: number): number {
    const jitter = fullJitterDelay(attempts, this.settings, this.random);
    const asked = error instanceof RequestRejectedError ? error.retryAfterSeconds : undefined;
    return asked === undefined ? jitter : Math.min(asked * 1000, MAX_RETRY_AFTER_MS) + jitter;
  }
}
