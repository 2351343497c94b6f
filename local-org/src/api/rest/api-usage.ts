import { ApiError } from '../../core';
import type { LocalOrg } from '../../org';

const HOUR_MS = 60 * 60 * 1000;
const WINDOW_HOURS = 24;

/**
 * Counts API requests of the last 24 hours by the org's clock, in the org's database.
 * @see https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm
 */
export class ApiUsage {
  /** Hour whose window `used` sums up; counted since 1970. */
  private hour = Number.NaN;
  private usedInWindow = 0;

  constructor(
    private readonly org: LocalOrg,
    /** Requests allowed per 24 hours. */
    readonly limit: number,
  ) {
    org.store.database.exec(
      'CREATE TABLE IF NOT EXISTS "_api_usage" (hour INTEGER PRIMARY KEY, requests INTEGER NOT NULL)',
    );
  }

  /**
   * Counts one request.
   * @throws ApiError REQUEST_LIMIT_EXCEEDED when the limit is used up; such requests are not counted
   */
  count(): void {
    if (this.used() >= this.limit) {
      throw new ApiError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    }
    this.org.store
      .prepare(
        'INSERT INTO "_api_usage" VALUES (?, 1) ON CONFLICT (hour) DO UPDATE SET requests = requests + 1',
      )
      .run(this.hour);
    this.usedInWindow++;
  }

  /** Requests of the last 24 hours. */
  used(): number {
    const hour = Math.floor(this.org.clock.now() / HOUR_MS);
    if (hour !== this.hour) this.enterHour(hour);
    return this.usedInWindow;
  }

  /** Value of the `Sforce-Limit-Info` header: `api-usage=18/100000`. */
  headerValue(): string {
    return `api-usage=${this.used()}/${this.limit}`;
  }

  private enterHour(hour: number): void {
    this.org.store.prepare('DELETE FROM "_api_usage" WHERE hour <= ?').run(hour - WINDOW_HOURS);
    const row = this.org.store
      .prepare('SELECT coalesce(sum(requests), 0) AS used FROM "_api_usage" WHERE hour <= ?')
      .get(hour) as { used: number };
    this.hour = hour;
    this.usedInWindow = row.used;
  }
}
