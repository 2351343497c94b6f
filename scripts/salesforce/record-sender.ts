import {
  InterruptedError,
  IntegrationError,
  refused,
  RequestRejectedError,
  type RecordData,
  type SaveResult,
} from '../shared';
import type { ApiUsage } from './api-usage';
import { runIngestJob, type BulkContext } from './bulk-ingest';
import { sendCollection } from './collections';
import { isRetryableCode } from './error-taxonomy';
import type { RetryPolicy } from './retry-policy';
import { MAX_BULK_JOB_RECORDS, MAX_COLLECTION_RECORDS, planSend, type SendWay } from './send-planner';
import { sendSingle } from './single-records';
import type { WriteOperation } from './write-operation';

/** What a sender is made of. */
export interface SenderParts extends BulkContext {
  readonly usage: ApiUsage;
  readonly retry: RetryPolicy;
}

/** How a write may end early. */
export interface SendOptions {
  /** Stops between parts, and aborts a running bulk job. */
  readonly signal?: AbortSignal;
  /**
   * Told when a call fails for good. The rows that were not sent then come back as `NOT_SENT` beside the
   * results of those that were; without a listener the failure is thrown.
   */
  readonly onFailure?: (error: IntegrationError) => void;
}

/** Sends rows the cheapest way and sends rows again that were refused for a passing reason. */
export class RecordSender {
  constructor(private readonly parts: SenderParts) {}

  /**
   * Sends rows. Refused rows are results; only a failure of the whole call is thrown.
   * @returns results in the order of the records
   */
  async send(
    write: WriteOperation,
    records: readonly RecordData[],
    options: SendOptions = {},
  ): Promise<SaveResult[]> {
    const { signal } = options;
    const results = await this.sendOnce(write, records, options);
    for (let attempt = 1; attempt < this.parts.retry.maxAttempts; attempt += 1) {
      const again = results.flatMap((result, index) => (isPassing(result) ? [index] : []));
      if (again.length === 0 || signal?.aborted) break;
      await this.parts.retry.pause(attempt, signal);
      const rows = again.map((index) => records[index] ?? {});
      const second = await this.sendOnce(write, rows, options);
      again.forEach((index, position) => {
        results[index] = second[position] ?? refused('UNKNOWN_EXCEPTION', 'No result for the row');
      });
    }
    return results;
  }

  private async sendOnce(
    write: WriteOperation,
    records: readonly RecordData[],
    options: SendOptions,
  ): Promise<SaveResult[]> {
    const plan = planSend({ records: records.length, related: false, usage: this.parts.usage.level });
    this.parts.logger.debug({ object: write.object, records: records.length, ...plan }, 'send planned');
    const size = plan.way === 'bulk' ? MAX_BULK_JOB_RECORDS : MAX_COLLECTION_RECORDS;
    const results: SaveResult[] = [];
    for (let from = 0; from < records.length; from += size) {
      const part = records.slice(from, from + size);
      if (options.signal?.aborted) {
        results.push(...part.map(() => refused('INTERRUPTED', 'Not sent: the run was stopped')));
        continue;
      }
      try {
        results.push(...(await this.sendPart(plan.way, write, part, options.signal)));
      } catch (error) {
        if (!options.onFailure || !(error instanceof IntegrationError)) throw error;
        options.onFailure(error);
        const left = records.length - results.length;
        return [
          ...results,
          ...Array.from({ length: left }, () => refused('NOT_SENT', `${error.code}: ${error.message}`)),
        ];
      }
    }
    return results;
  }

  private async sendPart(
    way: SendWay,
    write: WriteOperation,
    part: readonly RecordData[],
    signal: AbortSignal | undefined,
  ): Promise<SaveResult[]> {
    if (way === 'single') return [await this.single(write, part[0] ?? {})];
    return way === 'bulk' ? this.bulk(write, part, signal) : this.collection(write, part);
  }

  private async bulk(
    write: WriteOperation,
    part: readonly RecordData[],
    signal?: AbortSignal,
  ): Promise<SaveResult[]> {
    try {
      return await runIngestJob(signal ? { ...this.parts, signal } : this.parts, write, part);
    } catch (error) {
      if (error instanceof InterruptedError) return part.map(() => refused(error.code, error.message));
      throw error;
    }
  }

  private single(write: WriteOperation, record: RecordData): Promise<SaveResult> {
    return sendSingle(this.parts.client, write, record).catch(
      (error: unknown) => rowsOf(error, 1)[0] as SaveResult,
    );
  }

  private collection(write: WriteOperation, part: readonly RecordData[]): Promise<SaveResult[]> {
    return sendCollection(this.parts.client, write, part).catch((error: unknown) =>
      rowsOf(error, part.length),
    );
  }
}

const isPassing = (result: SaveResult): boolean =>
  !result.success && result.errors.some(({ code }) => isRetryableCode(code));

/** A part that was refused as a whole for its content: every row carries the reason. Other failures go on. */
function rowsOf(error: unknown, count: number): SaveResult[] {
  if (!(error instanceof RequestRejectedError) || error.httpStatus !== 400 || error.retryable)
    throw error as IntegrationError;
  return Array.from({ length: count }, () => refused(error.code, error.message, error.fields));
}
