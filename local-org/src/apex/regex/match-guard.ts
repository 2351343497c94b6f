import { Script, createContext } from 'node:vm';

/** How long one search may take, in milliseconds. */
const SEARCH_LIMIT_MS = 2000;
/** Texts up to this length cannot keep any pattern busy for long. */
const HARMLESS_TEXT_CHARACTERS = 20;
/** A repeated group with a repetition or alternatives inside, whose matching may take exponential time. */
const NESTED_REPETITION = /\((?:[^()\\]|\\.)*[*+}|](?:[^()\\]|\\.|\([^()]*\))*\)[*+{]/;
/** What is no repetition, whatever signs it is made of: escaped signs and sets. */
const LITERAL_PARTS = /\\.|\[(?:\\.|[^\]\\])*\]/gs;
const REPETITION = /[*+]|\{\d+,\}/g;
/** Steps that a search makes in well under a second. */
const QUICK_STEPS = 1e9;

const context = createContext({ regex: /x/, text: '' });
const script = new Script('regex.exec(text)');
/** From how many characters on a text may keep a pattern busy. */
const watchedFrom = new WeakMap<RegExp, number>();

/**
 * Searches from `regex.lastIndex` on, with a limit of time where the pattern may be busy for long with the text.
 *
 * DEVIATION: the platform counts steps of the search; here searches that may make many are watched, by time.
 * @returns what `exec` gives, or `tooComplicated` when the limit is passed or the pattern is too large
 */
export function execWithinLimit(regex: RegExp, text: string): RegExpExecArray | null | 'tooComplicated' {
  try {
    if (text.length - regex.lastIndex <= charactersToWatch(regex)) return regex.exec(text);
    Object.assign(context, { regex, text });
    return script.runInContext(context, { timeout: SEARCH_LIMIT_MS }) as RegExpExecArray | null;
  } catch (error) {
    if (isRefusal(error)) return 'tooComplicated';
    throw error;
  }
}

function charactersToWatch(regex: RegExp): number {
  let characters = watchedFrom.get(regex);
  if (characters === undefined) watchedFrom.set(regex, (characters = harmlessCharacters(regex.source)));
  return characters;
}

/** Every repetition multiplies the steps by the length of the text, and so does each place where a search may start. */
function harmlessCharacters(source: string): number {
  if (NESTED_REPETITION.test(source)) return HARMLESS_TEXT_CHARACTERS;
  const repetitions = source.replace(LITERAL_PARTS, '').match(REPETITION)?.length ?? 0;
  return repetitions === 0 ? Infinity : QUICK_STEPS ** (1 / (repetitions + 1));
}

/** The time is over, or JavaScript makes no machine of the pattern: it tells so at the first search. */
function isRefusal(error: unknown): boolean {
  // The error may be of another realm, so its class tells nothing.
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error) return error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
  return 'name' in error && error.name === 'SyntaxError';
}
