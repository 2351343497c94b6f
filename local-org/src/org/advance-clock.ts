import type { Clock } from '../core';
import type { JobQueue } from '../jobs';

/** A clock that can be moved. */
interface MovableClock extends Clock {
  advance(durationMs: number): void;
}

/**
 * Moves the clock from one due job to the next, so that each runs at its own time, and then to the end.
 * @throws Error when the clock cannot be moved
 */
export function advanceClock(clock: Clock, durationMs: number, jobs: JobQueue): void {
  if (!isMovable(clock)) throw new Error('This clock cannot be moved');
  let rest = durationMs;
  for (let due = jobs.nextDueMs(); due !== null && due - clock.now() <= rest; due = jobs.nextDueMs()) {
    const step = Math.max(0, due - clock.now());
    clock.advance(step);
    rest -= step;
    if (jobs.runDue() === 0) break;
  }
  clock.advance(rest);
}

function isMovable(clock: Clock): clock is MovableClock {
  return 'advance' in clock;
}
