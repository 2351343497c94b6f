/** Source of randomness: a number from 0 (inclusive) to 1 (exclusive). Injected, so that tests repeat. */
export type Random = () => number;

/** The machine's own randomness; good for jitter, not for secrets. */
export const systemRandom: Random = () => Math.random();
