import { ApiError } from '../../core';
import { toJsonValue } from '../http/responses';

/** `@{NewAccount.id}`, `@{Found.records[0].Id}` */
const REFERENCE = /@\{([^}]+)\}/g;
const WHOLE_REFERENCE = /^@\{([^}]+)\}$/;
const PATH_PART = /\.([^.[\]]+)|\[(\d+)\]/g;
const REFERENCE_ID = /^[A-Za-z0-9][A-Za-z0-9_]*$/;
const REFERENCE_ID_RULE =
  "must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').";

/** Answers of earlier subrequests by reference id, and the replacement of references to them. */
export class ReferencedAnswers {
  private readonly bodies = new Map<string, unknown>();

  /** Keeps an answer's body; texts are read back only when something refers to them. */
  add(referenceId: string, body: unknown): void {
    this.bodies.set(referenceId, body);
  }

  /** Replaces the references in a text, or in all texts of a JSON value. @throws ApiError PROCESSING_HALTED */
  resolve<T>(value: T): T;
  resolve(value: unknown): unknown {
    if (typeof value === 'string') return this.resolveText(value);
    if (Array.isArray(value)) return value.map((item: unknown) => this.resolve(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]): [string, unknown] => [name, this.resolve(part)]),
    );
  }

  private resolveText(text: string): unknown {
    if (!text.includes('@{')) return text;
    const whole = WHOLE_REFERENCE.exec(text)?.[1];
    if (whole !== undefined) return this.lookUp(whole);
    return text.replace(REFERENCE, (_match, path: string) => String(this.lookUp(path)));
  }

  private lookUp(path: string): unknown {
    const end = path.search(/[.[]/);
    const referenceId = end < 0 ? path : path.slice(0, end);
    let value: unknown = toJsonValue(this.bodies.get(referenceId));
    if (end >= 0) {
      for (const [, name, index] of path.slice(end).matchAll(PATH_PART))
        value = partOf(value, name ?? index ?? '');
    }
    if (value === undefined || value === null || typeof value === 'object') throw noValue(path, referenceId);
    return value;
  }
}

/** Reference ids that a subrequest refers to, each once. */
export function referencedIds(value: unknown): string[] {
  const text = JSON.stringify(value) ?? '';
  return [...new Set([...text.matchAll(REFERENCE)].map(([, path = '']) => path.split(/[.[]/)[0] ?? ''))];
}

/**
 * Checks the reference ids of a request.
 *
 * UNVERIFIED: the error code.
 * @throws ApiError INVALID_INPUT when one is missing, malformed or given twice
 */
export function checkReferenceIds(referenceIds: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of referenceIds) {
    if (!REFERENCE_ID.test(id)) {
      throw new ApiError('INVALID_INPUT', `Provided referenceId ('${id}') ${REFERENCE_ID_RULE}`);
    }
    if (seen.has(id)) throw new ApiError('INVALID_INPUT', `Duplicate referenceId provided: ${id}`);
    seen.add(id);
  }
}

function partOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

function noValue(path: string, referenceId: string): ApiError {
  return new ApiError(
    'PROCESSING_HALTED',
    `Invalid reference specified. No value for ${path} found in ${referenceId}. ` +
      `Provided referenceId ('${path}') ${REFERENCE_ID_RULE}`,
  );
}
