/** Categories of debug logs, as their header names them. */
export type LogCategory =
  | 'APEX_CODE'
  | 'APEX_PROFILING'
  | 'CALLOUT'
  | 'DATA_ACCESS'
  | 'DB'
  | 'NBA'
  | 'SYSTEM'
  | 'VALIDATION'
  | 'VISUALFORCE'
  | 'WAVE'
  | 'WORKFLOW';

/** Levels, from silent to loud. */
export const LOG_LEVELS = ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'FINE', 'FINER', 'FINEST'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How much a debug log tells, by category; a category that is absent tells nothing. */
export type DebugLevels = Readonly<Partial<Record<LogCategory, LogLevel>>>;

/** Levels of the developer console. */
export const DEFAULT_LEVELS: DebugLevels = {
  APEX_CODE: 'FINEST',
  APEX_PROFILING: 'INFO',
  CALLOUT: 'INFO',
  DB: 'INFO',
  NBA: 'INFO',
  SYSTEM: 'DEBUG',
  VALIDATION: 'INFO',
  VISUALFORCE: 'FINER',
  WAVE: 'INFO',
  WORKFLOW: 'INFO',
};

/** What `DebuggingHeader.debugLevel` stands for. @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/sforce_api_header_debuggingheader.htm */
export const NAMED_LEVELS: Readonly<Record<string, DebugLevels>> = {
  NONE: {},
  DEBUGONLY: { APEX_CODE: 'DEBUG', APEX_PROFILING: 'INFO' },
  DB: { DB: 'INFO' },
  PROFILING: { APEX_CODE: 'DEBUG', APEX_PROFILING: 'FINE', DB: 'INFO' },
  CALLOUT: { APEX_CODE: 'DEBUG', CALLOUT: 'INFO', DB: 'INFO' },
  DETAIL: DEFAULT_LEVELS,
};

/** Whether a category tells what belongs to a level. */
export function tells(levels: DebugLevels, category: LogCategory, level: LogLevel): boolean {
  return LOG_LEVELS.indexOf(levels[category] ?? 'NONE') >= LOG_LEVELS.indexOf(level);
}
