import type { SqlCondition } from '../../../access';
import type { SqlValue } from '../../../storage';

/** What a run of a statement knows: who asks, when, and with which values. */
export interface RunEnvironment {
  readonly nowMs: number;
  /** IANA name of the user's time zone. */
  readonly timeZone: string;
  readonly locale: string;
  readonly userId: string;
  readonly allRows: boolean;
  /** Month (1 to 12) in which the fiscal year starts. */
  readonly fiscalYearStartMonth: number;
  /** The value of a bind variable. @throws ApiError when there is none */
  bind(text: string): unknown;
  /** Sharing of an object for the running user; null when it does not restrict. */
  visible(objectName: string, alias: string): SqlCondition | null;
  /** Ids of the parents whose children are read, as a JSON list. */
  readonly parentIds: string;
}

/** A value that is known when the statement runs. */
export interface SqlParameter {
  readonly kind: 'parameter';
  value(environment: RunEnvironment): SqlValue;
}

/** A condition that is known when the statement runs. */
export interface SqlSlot {
  readonly kind: 'slot';
  condition(environment: RunEnvironment): SqlCondition | null;
}

export type SqlPart = string | SqlParameter | SqlSlot;
/** A piece of SQL text with its parameters. */
export type Sql = readonly SqlPart[];

/** Writes SQL: `` sql`${left} = ${parameter(5)}` ``. Strings go in as they are. */
export function sql(texts: TemplateStringsArray, ...values: (Sql | SqlPart)[]): Sql {
  const parts: SqlPart[] = [];
  texts.forEach((text, i) => {
    if (text !== '') parts.push(text);
    const value = values[i];
    if (value === undefined) return;
    if (typeof value === 'string' || 'kind' in value) parts.push(value);
    else parts.push(...value);
  });
  return parts;
}

/** A parameter with a value known now. */
export function constant(value: SqlValue): SqlParameter {
  return { kind: 'parameter', value: () => value };
}

/** A parameter that is computed for each run. */
export function computed(value: (environment: RunEnvironment) => SqlValue): SqlParameter {
  return { kind: 'parameter', value };
}

/** Joins pieces: `joined([a, b], ' AND ')`. */
export function joined(pieces: readonly Sql[], separator: string): Sql {
  return pieces.flatMap((piece, i) => (i === 0 ? piece : [separator, ...piece]));
}

/** The text and parameters of one run. Conditions that do not restrict are written as 1. */
export function renderSql(parts: Sql, environment: RunEnvironment): SqlCondition {
  const parameters: SqlValue[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if (part.kind === 'parameter') {
      text += '?';
      parameters.push(part.value(environment));
    } else {
      const condition = part.condition(environment);
      text += condition ? `(${condition.sql})` : '1';
      if (condition) parameters.push(...condition.parameters);
    }
  }
  return { sql: text, parameters };
}

/** Puts neighbouring texts together, so that each run has fewer parts to walk. */
export function compact(parts: Sql): Sql {
  const result: SqlPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

/** A quoted text literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
