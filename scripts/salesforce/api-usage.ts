import { RequestLimitError } from '../shared';

/** Who asks: critical work goes on when batch work has to stop. */
export type Lane = 'critical' | 'batch';

/** How much of the daily limit is used: below 80 %, from 80 %, from 90 %, from 95 %. */
export type UsageLevel = 'normal' | 'warning' | 'reserved' | 'exhausted';

/** Share of the daily API limit from which a level holds, highest first. */
const LEVELS: readonly { readonly from: number; readonly level: UsageLevel }[] = [
  { from: 0.95, level: 'exhausted' },
  { from: 0.9, level: 'reserved' },
  { from: 0.8, level: 'warning' },
  { from: 0, level: 'normal' },
];

/** Lanes that may still send at a level. */
const OPEN_LANES: Readonly<Record<UsageLevel, ReadonlySet<Lane>>> = {
  normal: new Set<Lane>(['critical', 'batch']),
  warning: new Set<Lane>(['critical', 'batch']),
  reserved: new Set<Lane>(['critical']),
  exhausted: new Set<Lane>(),
};

/**
 * Follows the daily API limit through the `Sforce-Limit-Info` header of every answer.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm
 */
export class ApiUsage {
  private latest: { readonly used: number; readonly limit: number } | null = null;

  /** Reads a header value such as `api-usage=18/100000`; anything else is ignored. */
  readHeader(value: string | undefined): void {
    const match = /api-usage=(\d+)\/(\d+)/.exec(value ?? '');
    if (match) this.latest = { used: Number(match[1]), limit: Number(match[2]) };
  }

  /** The last stated usage, null before the first answer. */
  get current(): { readonly used: number; readonly limit: number } | null {
    return this.latest;
  }

  get level(): UsageLevel {
    const { latest } = this;
    if (!latest || latest.limit === 0) return 'normal';
    const share = latest.used / latest.limit;
    return LEVELS.find(({ from }) => share >= from)?.level ?? 'normal';
  }

  /** @throws RequestLimitError `API_LIMIT_RESERVED` when the lane may not send at the present level. */
  assertOpen(lane: Lane): void {
    if (OPEN_LANES[this.level].has(lane)) return;
    const { used, limit } = this.latest ?? { used: 0, limit: 0 };
    throw new RequestLimitError(
      'API_LIMIT_RESERVED',
      `${used} of ${limit} daily API calls are used; what is left is kept ${this.level === 'reserved' ? 'for critical calls' : 'back'}`,
      {
        actions: [
          'Run the same command again in 24 hours: it continues',
          'Or buy or free API calls in Setup, Company Information',
        ],
      },
    );
  }
}
