/** The org's time. Everything that asks for the time asks a clock, so that it can be moved in tests. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

/** The machine's own time, which nothing moves. For what clients outside the org date: JWTs. */
export const machineClock: Clock = { now: () => Date.now() };

/** The machine's time plus an offset that `advance` changes. */
export class OrgClock implements Clock {
  constructor(private offsetMs = 0) {}

  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Moves the clock forward (or back, for a negative duration). */
  advance(durationMs: number): void {
    this.offsetMs += durationMs;
  }

  /** How far this clock is ahead of the machine's. */
  get offset(): number {
    return this.offsetMs;
  }
}

/** A clock that stands still until it is moved. */
export class FixedClock implements Clock {
  constructor(private currentMs: number) {}

  now(): number {
    return this.currentMs;
  }

  advance(durationMs: number): void {
    this.currentMs += durationMs;
  }
}
