import { context } from 'shell/context';

/** An error as wires and promises of the platform give it. @see https://developer.salesforce.com/docs/platform/lwc/guide/data-error.html */
export interface FetchResponseError {
  readonly status: number;
  readonly statusText: string;
  readonly ok: false;
  readonly errorType: 'fetchResponse';
  /** What the server answered: an object with `message`, or a list of such. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** How a request is sent. */
export interface HttpOptions {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** What the shell is told when the org does not answer as it should. */
export type ConnectionProblem = 'sessionExpired' | 'unreachable';

/** Event on `window` with a {@link ConnectionProblem} as detail, or null when the org answers again. */
export const CONNECTION_EVENT = 'shellconnectionproblem';

/** Path of the org's API: `/services/data/v67.0`. */
export const API = `/services/data/v${context.apiVersion}`;
/** Path of the User Interface API. */
export const UI_API = `${API}/ui-api`;

/** What marks a request as one of the org's own pages; without it a session cookie saves nothing. */
const PAGE_HEADER = { 'x-local-org-page': '1' };
const UNREACHABLE_STATUS = 503;
/** What a proxy would answer for a server that it does not understand. */
const UNREADABLE_STATUS = 502;
const NOT_JSON = Symbol('not JSON');

/**
 * Asks the org and gives back the JSON of its answer, frozen, since wires hand the same value to many components.
 * @throws FetchResponseError also when the org cannot be reached
 */
export async function request<T>(path: string, options: HttpOptions = {}): Promise<T> {
  const { method = 'GET', body, headers, signal } = options;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...PAGE_HEADER,
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    report('unreachable');
    throw fetchError(UNREACHABLE_STATUS, 'Service Unavailable', {
      message: 'The org does not answer. Check that it runs, then try again.',
    });
  }
  const answer = jsonOf(await response.text());
  if (response.ok && answer !== NOT_JSON) {
    if (reported !== null) report(null);
    return deepFreeze(answer) as T;
  }
  if (response.status === 401) report('sessionExpired');
  if (!response.ok) throw fetchError(response.status, response.statusText, bodyOf(answer, response));
  throw fetchError(UNREADABLE_STATUS, 'Bad Gateway', {
    message: 'The answer cannot be read. Check what stands between this browser and the org, then try again.',
  });
}

/** The value of an answer; null for an empty one. */
function jsonOf(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return NOT_JSON;
  }
}

/** The text to show for an error of a request, or anything else that was thrown. */
export function messageOf(error: unknown): string {
  const { body, message } = (error ?? {}) as { body?: unknown; message?: unknown };
  const entries = Array.isArray(body) ? (body as readonly unknown[]) : body === undefined ? [] : [body];
  const texts = entries.flatMap((entry) => {
    const text = (entry as { message?: unknown } | null)?.message;
    return typeof text === 'string' ? [text] : [];
  });
  if (texts.length > 0) return texts.join('\n');
  return typeof message === 'string' ? message : 'Something went wrong.';
}

/** The text to show for a save that was refused: what rules and fields have against it, else the message of the whole. */
export function saveMessageOf(error: unknown): string {
  const { output } = ((error ?? {}) as { body?: { output?: SaveOutput } | null }).body ?? {};
  const entries = [...(output?.errors ?? []), ...Object.values(output?.fieldErrors ?? {}).flat()];
  return entries.length > 0 ? entries.map(({ message }) => message).join(' ') : messageOf(error);
}

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/data-error.html */
interface SaveOutput {
  readonly errors?: readonly { readonly message: string }[];
  readonly fieldErrors?: Readonly<Record<string, readonly { readonly message: string }[]>>;
}

/** A query string with its question mark; values that are undefined are left out: `?fields=A,B`. */
export function queryString(
  parameters: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** The User Interface API answers one error as a list; wires give the entry itself. */
function bodyOf(answer: unknown, response: Response): unknown {
  if (Array.isArray(answer) && answer.length === 1) return answer[0];
  return answer === NOT_JSON || answer === null ? { message: response.statusText } : answer;
}

function fetchError(status: number, statusText: string, body: unknown): FetchResponseError {
  return deepFreeze({ status, statusText, ok: false, errorType: 'fetchResponse', body, headers: {} });
}

/** What was reported last. */
let reported: ConnectionProblem | null = null;

function report(problem: ConnectionProblem | null): void {
  reported = problem;
  window.dispatchEvent(new CustomEvent(CONNECTION_EVENT, { detail: problem }));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
