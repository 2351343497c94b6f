import { Script, createContext } from 'node:vm';
import { FormulaError } from '../errors';

/** How long one match may take before the formula fails, in milliseconds. */
const MATCH_LIMIT_MS = 500;
/** Texts up to this length cannot keep any pattern busy for long. */
const HARMLESS_TEXT_CHARACTERS = 20;
/** A repeated group with a repetition or alternatives inside, whose matching may take exponential time. */
const NESTED_REPETITION = /\((?:[^()\\]|\\.)*[*+}|](?:[^()\\]|\\.|\([^()]*\))*\)[*+{]/;

const context = createContext({ regex: /x/, text: '' });
const script = new Script('regex.test(text)');

/**
 * Whether a text matches, with a limit of time for patterns that could run for ever on it.
 * @throws FormulaError `Regular expression runtime exceeded for: PATTERN` when the limit is passed
 */
export function matchWithinLimit(regex: RegExp, text: string): boolean {
  if (text.length <= HARMLESS_TEXT_CHARACTERS || !NESTED_REPETITION.test(regex.source))
    return regex.test(text);
  Object.assign(context, { regex, text });
  try {
    return script.runInContext(context, { timeout: MATCH_LIMIT_MS }) === true;
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new FormulaError(`Regular expression runtime exceeded for: ${regex.source.slice(4, -2)}`);
  }
}

function isTimeout(error: unknown): boolean {
  // The error may be of another realm, so its class tells nothing.
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
