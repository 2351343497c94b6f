/** Expected processing time of one row in milliseconds: small orgs do about 10,000 rows a second at best. */
const MILLISECONDS_PER_ROW = 0.1;

/** Shortest first pause, in milliseconds. */
const FIRST_DELAY_MS = 250;

/** Longest pause between two looks, in milliseconds. */
const MAX_DELAY_MS = 30_000;

/** Growth of the pauses: steep, because each look is a call. */
const GROWTH = 2.5;

/** Looks before a job is given up: more than a day at the longest pause. */
const MAX_POLLS = 3_000;

/** The pauses before each look at a bulk job, in milliseconds: few looks for short jobs and for long ones. */
export function* pollDelays(rows: number): Generator<number> {
  let delay = Math.min(MAX_DELAY_MS, Math.max(FIRST_DELAY_MS, Math.round(rows * MILLISECONDS_PER_ROW)));
  for (let polls = 0; polls < MAX_POLLS; polls += 1) {
    yield delay;
    delay = Math.min(MAX_DELAY_MS, Math.round(delay * GROWTH));
  }
}
