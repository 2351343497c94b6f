import { malformedBody } from './errors';
import { diagnoseJson } from './json-diagnosis';

/** A key that could reach an object's prototype, also when it is written with escapes. */
const SUSPECT_KEY = /"(?:_|\\u005[Ff]){2}proto(?:_|\\u005[Ff]){2}"\s*:/;

/**
 * Reads a JSON text.
 * @throws ApiError JSON_PARSER_ERROR with the platform's text and position; also for a `__proto__` key
 */
export function parseJson(text: string): unknown {
  if (text.trim() === '') throw malformedBody('No content to map to Object due to end of input');
  if (SUSPECT_KEY.test(text)) {
    throw malformedBody('Unrecognized field "__proto__" at [line:1, column:1]');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw malformedBody(diagnoseJson(text));
  }
}
