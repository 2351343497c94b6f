/** The middle value; of an even number of values the higher of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Milliseconds that a piece of work takes. */
export function millisecondsOf(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

/** Median of several runs in milliseconds, after runs that only warm up. */
export function medianMilliseconds(work: () => unknown, runs: number, warmUpRuns = 2): number {
  for (let i = 0; i < warmUpRuns; i++) work();
  return median(Array.from({ length: runs }, () => millisecondsOf(work)));
}
