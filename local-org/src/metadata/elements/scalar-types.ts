/** A decoded value, or what is wrong with the text. */
export type DecodedScalar = { readonly value: string | number | boolean } | { readonly problem: string };

const INT_MIN = -(2 ** 31);
const INT_MAX = 2 ** 31 - 1;

const BOOLEAN_TEXTS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

const decoders: Readonly<Record<string, (text: string) => DecodedScalar>> = {
  boolean: decodeBoolean,
  int: decodeInteger,
  long: decodeInteger,
  double: decodeDouble,
  date: (text) => matching(text, /^\d{4}-\d{2}-\d{2}/),
  dateTime: (text) => matching(text, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/),
  time: (text) => matching(text, /^\d{2}:\d{2}:\d{2}/),
};

/**
 * Reads the text of an element of a simple type. Text types keep white space as it stands.
 *
 * `decodeScalar('int', ' 255 ')` is `{ value: 255 }`. UNVERIFIED: the platform's wording for booleans and dates.
 */
export function decodeScalar(type: string, text: string): DecodedScalar {
  const decode = decoders[type];
  return decode ? decode(text.trim()) : { value: text };
}

function decodeBoolean(text: string): DecodedScalar {
  const value = BOOLEAN_TEXTS.get(text);
  return value === undefined
    ? { problem: `'${text}' is not a valid value for the type xsd:boolean` }
    : { value };
}

function decodeInteger(text: string): DecodedScalar {
  const value = Number(text);
  const fits = /^[+-]?\d+$/.test(text) && value >= INT_MIN && value <= INT_MAX;
  return fits ? { value } : { problem: `For input string: "${text}"` };
}

function decodeDouble(text: string): DecodedScalar {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? { value } : { problem: `For input string: "${text}"` };
}

function matching(text: string, pattern: RegExp): DecodedScalar {
  return pattern.test(text) ? { value: text } : { problem: `'${text}' is not a valid date` };
}
