import { inSystemMode, type FormulaSession, type RequestContext } from '../../execution';
import type { Flow, RunInMode } from '../definition/flow';
import type { FlowServices } from '../services';
import type { FlowCatalogue } from './flow-catalogue';

/** How often each kind of statement was made; tests and limits read it. */
export interface StatementCounts {
  queries: number;
  saves: number;
}

/** What the interviews of a batch share. */
export class FlowRun {
  readonly counts: StatementCounts = { queries: 0, saves: 0 };
  readonly startMs: number;
  /** Reads in one statement what the interviews will ask for one by one. */
  whenSessionOpens: ((session: FormulaSession) => void) | null = null;
  private openSession: FormulaSession | null = null;

  constructor(
    readonly services: FlowServices,
    readonly catalogue: FlowCatalogue,
    /** The user who runs, and the mode that the start gives; `runInMode` of the flow may change it. */
    readonly context: RequestContext,
    /** SystemModeWithSharing: record access counts, object and field access does not. */
    readonly withSharing: boolean,
  ) {
    this.startMs = services.clock.now();
  }

  /** The run of a flow by its `runInMode`. */
  static of(services: FlowServices, catalogue: FlowCatalogue, flow: Flow, context: RequestContext): FlowRun {
    const mode: Readonly<Record<RunInMode, RequestContext>> = {
      DefaultMode: context,
      SystemModeWithSharing: { ...context, mode: 'system', sharing: true },
      SystemModeWithoutSharing: inSystemMode(context),
    };
    return new FlowRun(
      services,
      catalogue,
      mode[flow.runInMode] ?? context,
      flow.runInMode === 'SystemModeWithSharing',
    );
  }

  /** Formulas and parents, as they are since the last save of this run. */
  get session(): FormulaSession {
    if (!this.openSession) {
      this.openSession = this.services.formulas.open(this.context.user);
      this.whenSessionOpens?.(this.openSession);
    }
    return this.openSession;
  }

  /** To be called after records were changed. */
  recordsChanged(): void {
    this.openSession = null;
  }
}
