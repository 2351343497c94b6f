import { Script, createContext } from 'node:vm';

/** How long one search may take, in milliseconds. */
const SEARCH_LIMIT_MS = 2000;
/** Texts up to this length cannot keep any pattern busy for long. */
const HARMLESS_TEXT_CHARACTERS = 20;
/** A repeated group with a repetition or alternatives inside, whose matching may take exponential time. */
const NESTED_REPETITION = /\((?:[^()\\]|\\.)*[*+}|](?:[^()\\]|\\.|\([^()]*\))*\)[*+{]/;

const context = createContext({ regex: /x/, text: '' });
const script = new Script('regex.exec(text)');

/**
 * Searches from `regex.lastIndex` on, with a limit of time for patterns that could run for ever.
 *
 * DEVIATION: the platform counts steps of the search; here only patterns with nested repetitions are watched, by time.
 * @returns what `exec` gives, or `tooComplicated` when the limit is passed
 */
export function execWithinLimit(regex: RegExp, text: string): RegExpExecArray | null | 'tooComplicated' {
  if (text.length <= HARMLESS_TEXT_CHARACTERS || !NESTED_REPETITION.test(regex.source))
    return regex.exec(text);
  Object.assign(context, { regex, text });
  try {
    return script.runInContext(context, { timeout: SEARCH_LIMIT_MS }) as RegExpExecArray | null;
  } catch (error) {
    if (isTimeout(error)) return 'tooComplicated';
    throw error;
  }
}

function isTimeout(error: unknown): boolean {
  // The error may be of another realm, so its class tells nothing.
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
