/** Told how a migration goes on, for people who wait. */
export interface Progress {
  /** A part of the work begins: `Load opportunities`. */
  start(title: string): void;
  /** The part at hand ended: `8,136 created, 664 rejected`. */
  done(detail: string): void;
}

/** Progress that nobody watches. */
export const silentProgress: Progress = { start: () => undefined, done: () => undefined };
