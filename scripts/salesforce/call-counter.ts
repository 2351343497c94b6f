/** Kinds of calls, as summaries show them. `login` and `cli` do not count against the daily API limit. */
export type CallKind =
  'login' | 'describe' | 'query' | 'single' | 'collections' | 'composite' | 'graph' | 'bulk' | 'limits';

/** Kinds that the platform does not charge to the daily API limit. */
const UNCHARGED: ReadonlySet<CallKind> = new Set(['login']);

/** Counts every HTTP call that leaves for an org, retries included. */
export class CallCounter {
  private readonly counts = new Map<CallKind, number>();
  private retried = 0;

  /** Notes one call that is about to be sent. */
  count(kind: CallKind): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  /** Notes that the next call repeats one that failed. */
  countRetry(): void {
    this.retried += 1;
  }

  /** Calls by kind, e.g. `{ login: 1, query: 3, bulk: 6 }`. */
  byKind(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }

  /** Calls charged to the daily limit. */
  get total(): number {
    let sum = 0;
    for (const [kind, count] of this.counts) if (!UNCHARGED.has(kind)) sum += count;
    return sum;
  }

  get retries(): number {
    return this.retried;
  }
}
