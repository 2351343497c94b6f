import type { RowCounts } from './migration-summary';
import type { ResultFolder } from './result-files';

/** How far a run is: written before and after each step, so that a broken run can be told from a finished one. */
export interface RunState {
  readonly status: 'running' | 'complete' | 'interrupted' | 'failed';
  readonly source: string;
  readonly org: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly updatedAt: string;
  /** Step at hand; null when none is. */
  readonly step: string | null;
  /** Steps that are done, with their counts. */
  readonly done: Readonly<Record<string, RowCounts>>;
  /** Code of the error that ended the run. */
  readonly error: string | null;
}

const STATE_FILE = 'state.json';

/** Keeps the state of a run in its folder. */
export class RunStateFile {
  private state: RunState;

  constructor(
    private readonly folder: ResultFolder,
    source: string,
    org: string,
    private readonly now: () => number,
  ) {
    const startedAt = new Date(now()).toISOString();
    this.state = {
      status: 'running',
      source,
      org,
      startedAt,
      updatedAt: startedAt,
      step: null,
      done: {},
      error: null,
    };
    this.write({});
  }

  /** A step begins. */
  begin(step: string): void {
    this.write({ step });
  }

  /** A step ended; its rows are in the results. */
  finish(step: string, counts: RowCounts): void {
    this.write({ step: null, done: { ...this.state.done, [step]: counts } });
  }

  /** The run ended. */
  end(status: RunState['status'], error: string | null = null): void {
    this.write({ status, error });
  }

  private write(change: Partial<RunState>): void {
    this.state = { ...this.state, ...change, updatedAt: new Date(this.now()).toISOString() };
    this.folder.writeJson(STATE_FILE, this.state);
  }
}
