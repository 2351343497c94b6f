import { getHeapStatistics } from 'node:v8';
import type { ApexExecution } from './apex-execution';

/** Rounds of loops between two looks at the clock. */
const TICKS_PER_LOOK = 5_000;
/** Looks at the clock between two at the memory. */
const LOOKS_PER_MEMORY_CHECK = 16;
/** Growth of the process's memory in one transaction beyond which it is ended, before the process would be. */
const MAX_GROWTH_BYTES = 1_500_000_000;

/** Part of the memory that the process may still take, beyond which a transaction is ended as well. */
const MAX_SHARE_OF_FREE_MEMORY = 0.5;

/** What a transaction holds that has made nothing yet. */
const LEAST_HEAP_BYTES = 1_000;

/** What a look found to be exceeded. */
export type Exceeded = 'cpuTime' | 'heapSize' | null;

/** Counts what generated code does between looks at clock and memory. One per runtime; `begin` sets it to a transaction. */
export class Meter {
  /** Rounds of loops until the next look; generated code counts it down. */
  ticks = TICKS_PER_LOOK;
  /** Calls that are open inside each other. */
  depth = 0;
  /** Length of a text beyond which the heap is too large. */
  maxTextLength = 0;
  private deadlineMs = 0;
  private looks = 0;
  private heapAtStart = 0;
  private maxGrowth = MAX_GROWTH_BYTES;

  /** Measures a transaction from now on. @returns what puts the one before back */
  begin({ startedMs, limits }: ApexExecution): () => void {
    const { depth, maxTextLength, deadlineMs, heapAtStart, maxGrowth } = this;
    this.depth = 0;
    this.maxTextLength = limits.heapSize;
    this.deadlineMs = startedMs + limits.cpuTime;
    this.heapAtStart = usedBytes();
    const free = getHeapStatistics().heap_size_limit - this.heapAtStart;
    this.maxGrowth = Math.min(MAX_GROWTH_BYTES, free * MAX_SHARE_OF_FREE_MEMORY);
    return () => Object.assign(this, { depth, maxTextLength, deadlineMs, heapAtStart, maxGrowth });
  }

  /** Measures the time of the transaction under way from another moment on. */
  restart({ startedMs, limits }: ApexExecution): void {
    this.deadlineMs = startedMs + limits.cpuTime;
  }

  /**
   * Bytes that the transaction holds, as `Limits.getHeapSize` tells.
   *
   * DEVIATION: the growth of the process's memory, which holds what is no longer used too, up to half of the limit; the
   * limit itself is only applied to single texts and collections and to transactions that would exhaust the machine.
   */
  heapBytes(): number {
    const growth = usedBytes() - this.heapAtStart;
    return Math.min(Math.max(growth, LEAST_HEAP_BYTES), Math.floor(this.maxTextLength / 2));
  }

  /** Looks at the clock, and now and then at the memory: after much work at once right away. */
  look(): Exceeded {
    this.looks += 1 + Math.floor(-this.ticks / TICKS_PER_LOOK);
    const exceeded = this.exceeded();
    // A transaction that goes on in a `finally` block is ended at its next round.
    this.ticks = exceeded ? 0 : TICKS_PER_LOOK;
    return exceeded;
  }

  private exceeded(): Exceeded {
    if (Date.now() > this.deadlineMs) return 'cpuTime';
    if (this.looks < LOOKS_PER_MEMORY_CHECK) return null;
    this.looks = 0;
    return usedBytes() - this.heapAtStart > this.maxGrowth ? 'heapSize' : null;
  }
}

/** Memory of the process: objects and texts, and what lies outside of the heap as the bytes of Blobs. */
function usedBytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}
