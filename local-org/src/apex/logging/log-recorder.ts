import { GOVERNOR_LIMITS } from '../runtime/limits';
import type { LimitName } from '../runtime/apex-runtime';
import type { DebugEvent, DebugLog } from '../runtime/debug-log';
import { tells, type DebugLevels, type LogCategory, type LogLevel } from './debug-levels';

/** Largest log; what goes beyond is left out. @see https://help.salesforce.com/s/articleView?id=sf.code_debug_log_limits.htm */
export const MAX_LOG_BYTES = 20 * 1024 * 1024;
const NS_PER_MS = 1_000_000;
/** The platform marks a log that was cut so. */
const CUT_MARK = '*********** MAXIMUM DEBUG LOG SIZE REACHED ***********';

type Of<K extends DebugEvent['kind']> = Extract<DebugEvent, { kind: K }>;

/** How one kind of event is written, and at which level. */
interface EventForm<K extends DebugEvent['kind']> {
  readonly category: LogCategory;
  level(event: Of<K>): LogLevel;
  /** Parts after the name of the event; null writes the name alone. */
  parts(event: Of<K>): readonly string[];
}

type Forms = { readonly [K in DebugEvent['kind']]: EventForm<K> };

const code = (level: LogLevel): { category: LogCategory; level: () => LogLevel } => ({
  category: 'APEX_CODE',
  level: () => level,
});

const database = { category: 'DB', level: (): LogLevel => 'INFO' } as const;

const at = (line: number): string => `[${line}]`;

/**
 * The events of debug logs.
 * @see https://help.salesforce.com/s/articleView?id=sf.code_setting_debug_log_levels.htm
 */
const FORMS: Forms = {
  EXECUTION_STARTED: { ...code('ERROR'), parts: () => [] },
  EXECUTION_FINISHED: { ...code('ERROR'), parts: () => [] },
  CODE_UNIT_STARTED: { ...code('ERROR'), parts: ({ unit }) => ['[EXTERNAL]', unit] },
  CODE_UNIT_FINISHED: { ...code('ERROR'), parts: ({ unit }) => [unit] },
  USER_DEBUG: {
    category: 'APEX_CODE',
    level: ({ level }) => level,
    parts: ({ line, level, message }) => [at(line), level, message],
  },
  EXCEPTION_THROWN: { ...code('INFO'), parts: ({ line, message }) => [at(line), message] },
  FATAL_ERROR: { ...code('ERROR'), parts: ({ message }) => [message] },
  SOQL_EXECUTE_BEGIN: { ...database, parts: ({ line, query }) => [at(line), 'Aggregations:0', query] },
  SOQL_EXECUTE_END: { ...database, parts: ({ line, rows }) => [at(line), `Rows:${rows}`] },
  DML_BEGIN: {
    ...database,
    parts: ({ line, operation, objectName, rows }) => [
      at(line),
      `Op:${operation}`,
      `Type:${objectName}`,
      `Rows:${rows}`,
    ],
  },
  DML_END: { ...database, parts: ({ line }) => [at(line)] },
  LIMIT_USAGE_FOR_NS: {
    category: 'APEX_PROFILING',
    level: () => 'INFO',
    parts: ({ used, limits }) => ['(default)', `\n${limitLines(used, limits)}`],
  },
};

/** What a recorder is made with. */
export interface LogRecorderOptions {
  readonly apiVersion: number;
  readonly levels: DebugLevels;
  /** The source of an anonymous block, which its log repeats. */
  readonly anonymousSource?: string;
  /** Milliseconds since 1970 on the org's clock. */
  now(): number;
  /** Nanoseconds that have passed, from any origin. */
  elapsedNs(): bigint;
}

/**
 * Writes the events of a transaction in the platform's format: a line with the levels, then a line per event.
 *
 * `11:02:03.4 (4051293)|USER_DEBUG|[1]|DEBUG|hello`
 */
export class LogRecorder implements DebugLog {
  private readonly lines: string[];
  private bytes = 0;
  private cut = false;
  private readonly startedNs: bigint;

  constructor(private readonly options: LogRecorderOptions) {
    const { apiVersion, levels, anonymousSource } = options;
    const header = Object.entries(levels).map(([category, level]) => `${category},${level}`);
    this.lines = [`${apiVersion}.0 ${header.join(';')}`];
    for (const line of anonymousSource?.split('\n') ?? []) this.lines.push(`Execute Anonymous: ${line}`);
    this.startedNs = options.elapsedNs();
  }

  log(event: DebugEvent): void {
    const form = FORMS[event.kind] as EventForm<DebugEvent['kind']>;
    if (this.cut || !tells(this.options.levels, form.category, form.level(event as never))) return;
    const line = [this.stamp(), event.kind, ...form.parts(event as never)].join('|');
    this.bytes += line.length + 1;
    this.cut = this.bytes > MAX_LOG_BYTES;
    this.lines.push(this.cut ? CUT_MARK : line);
  }

  /** The whole log. */
  get text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  /** `11:02:03.4 (4051293)`: the time of day in GMT with milliseconds, and nanoseconds since the start. */
  private stamp(): string {
    const { now, elapsedNs } = this.options;
    const elapsed = elapsedNs() - this.startedNs;
    const time = new Date(now()).toISOString().slice(11, 19);
    return `${time}.${Math.floor(Number(elapsed) / NS_PER_MS)} (${elapsed})`;
  }
}

/** `  Number of SOQL queries: 1 out of 100`, a line per limit. */
function limitLines(
  used: Readonly<Record<LimitName, number>>,
  limits: Readonly<Record<LimitName, number>>,
): string {
  const lines = (Object.keys(GOVERNOR_LIMITS) as LimitName[]).flatMap((name) => {
    const { logLabel } = GOVERNOR_LIMITS[name];
    return logLabel === null ? [] : [`  ${logLabel}: ${used[name]} out of ${limits[name]}`];
  });
  return `${lines.join('\n')}\n`;
}
