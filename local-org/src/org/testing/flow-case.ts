import type { PackageEntries } from './package-zip';

type Values = Readonly<Record<string, unknown>>;

/** One step of a flow case: an operation, or a look at what there is. `@name` in values is the id of a named record. */
export interface FlowCaseStep {
  readonly insert?: string;
  readonly update?: string;
  readonly records?: readonly Values[];
  /** How many copies of the records; `#` in a text is the number of the copy. */
  readonly times?: number;
  readonly as?: readonly string[];
  readonly delete?: readonly string[];
  readonly allOrNone?: boolean;
  /** `ok`, or `CODE: message`, with the fields at the end when there are any: `CODE: message [Field]`. */
  readonly expect?: readonly string[];
  readonly launch?: string;
  readonly inputs?: Values;
  readonly outputs?: Values;
  /** Status of the interview; `Finished` when absent. */
  readonly status?: string;
  readonly error?: string;
  readonly screen?: { readonly action?: 'NEXT' | 'BACK' | 'FINISH'; readonly values?: Values };
  /** Part of the answer of the screen runtime. */
  readonly shows?: unknown;
  readonly advanceMinutes?: number;
  readonly query?: string;
  readonly rows?: readonly Values[];
  /** Messages of the outbox since the case began. */
  readonly messages?: readonly Values[];
  readonly user?: string;
  /** How many queries and saves the flows of the step make. */
  readonly statements?: { readonly queries: number; readonly saves: number };
}

export interface FlowCase {
  readonly title: string;
  /** Platform facts that the case shows. */
  readonly basis?: readonly string[];
  readonly flows: Readonly<Record<string, Readonly<Record<string, never>>>>;
  /** Metadata that comes with the flows, by path. */
  readonly files?: PackageEntries;
  /** What the deploy is refused with; no step is then run. */
  readonly problems?: readonly string[];
  readonly steps?: readonly FlowCaseStep[];
}

export interface FlowCaseFile {
  /** Metadata that all cases of the file work with. */
  readonly files?: PackageEntries;
  readonly cases: readonly FlowCase[];
}
