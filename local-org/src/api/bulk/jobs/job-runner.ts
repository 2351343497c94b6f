import type { BulkJob } from './bulk-job';

/** Jobs worked on at the same time; others wait their turn. */
const MAX_RUNNING_JOBS = 4;

/**
 * Works on a job until it is finished, or until `stopping` answers true between two steps; it gives way to requests
 * between steps.
 */
export type JobWork = (id: string, stopping: () => boolean) => Promise<void>;

/** Runs jobs in the background of the process, some at a time. */
export class JobRunner {
  private readonly waiting: string[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private readonly finished = new Map<string, (() => void)[]>();
  private stopped = false;

  constructor(private readonly work: JobWork) {}

  submit(job: Pick<BulkJob, 'id'>): void {
    this.waiting.push(job.id);
    this.startNext();
  }

  /** Settles when the job is not running or waiting any more, at latest after `timeoutMs`. */
  settled(id: string, timeoutMs: number): Promise<void> {
    if (!this.running.has(id) && !this.waiting.includes(id)) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      const listeners = this.finished.get(id) ?? [];
      this.finished.set(id, listeners);
      listeners.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Lets every running job come to a point from which it can go on after a restart. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.waiting.length = 0;
    await Promise.all(this.running.values());
  }

  private startNext(): void {
    if (this.stopped || this.running.size >= MAX_RUNNING_JOBS) return;
    const id = this.waiting.shift();
    if (id !== undefined) this.running.set(id, this.run(id));
  }

  private async run(id: string): Promise<void> {
    await nextTurn();
    await this.work(id, () => this.stopped);
    this.running.delete(id);
    for (const listener of this.finished.get(id) ?? []) listener();
    this.finished.delete(id);
    this.startNext();
  }
}

/** Gives way to requests and timers. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
