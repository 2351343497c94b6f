import type { LimitName } from './apex-runtime';

/** Levels of `System.debug`. */
export type LoggingLevelName = 'ERROR' | 'WARN' | 'INFO' | 'DEBUG' | 'FINE' | 'FINER' | 'FINEST';

/**
 * What happens in a transaction, as debug logs tell it. `line` is a line of the source.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_debugging_system_log_console.htm
 */
export type DebugEvent =
  | { readonly kind: 'EXECUTION_STARTED' | 'EXECUTION_FINISHED' }
  /** `execute_anonymous_apex`, `Accounts on Account trigger event BeforeInsert`, `DealTest.shouldClose`. */
  | { readonly kind: 'CODE_UNIT_STARTED' | 'CODE_UNIT_FINISHED'; readonly unit: string }
  | {
      readonly kind: 'USER_DEBUG';
      readonly line: number;
      readonly level: LoggingLevelName;
      readonly message: string;
    }
  | { readonly kind: 'EXCEPTION_THROWN'; readonly line: number; readonly message: string }
  /** Type, message and stack of what nothing caught. */
  | { readonly kind: 'FATAL_ERROR'; readonly message: string }
  | { readonly kind: 'SOQL_EXECUTE_BEGIN'; readonly line: number; readonly query: string }
  | { readonly kind: 'SOQL_EXECUTE_END'; readonly line: number; readonly rows: number }
  | {
      readonly kind: 'DML_BEGIN';
      readonly line: number;
      /** `Insert`. */
      readonly operation: string;
      readonly objectName: string;
      readonly rows: number;
    }
  | { readonly kind: 'DML_END'; readonly line: number }
  | {
      readonly kind: 'LIMIT_USAGE_FOR_NS';
      readonly used: Readonly<Record<LimitName, number>>;
      readonly limits: Readonly<Record<LimitName, number>>;
    };

/** Takes the events of a transaction, in order. */
export interface DebugLog {
  log(event: DebugEvent): void;
}

/** The log of transactions that nobody traces. */
export const NO_LOG: DebugLog = { log: () => undefined };
