const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** Writes a SOQL string literal with its quotes: `O'Neil` becomes `'O\'Neil'`. */
export function quoteSoql(value: string): string {
  return `'${value.replace(/[\\'\n\r\t\b\f]/g, (char) => ESCAPES[char] ?? char)}'`;
}

/** Writes the SOQL pattern literal for values that begin with a prefix; `%` and `_` in it stay literal. */
export function startsWithSoql(prefix: string): string {
  const literal = quoteSoql(prefix)
    .slice(1, -1)
    .replace(/[%_]/g, (char) => `\\${char}`);
  return `'${literal}%'`;
}

/** Longest query text that is put into one URL, in characters; the platform refuses URIs over 16,384 bytes. */
export const MAX_QUERY_LENGTH = 12_000;

/**
 * Splits values into groups whose `IN (...)` lists fit one query each.
 * @returns lists such as `'a','b'`, ready to stand in the brackets
 */
export function inLists(values: readonly string[], reservedLength: number): string[] {
  const lists: string[] = [];
  let current = '';
  for (const value of values) {
    const literal = quoteSoql(value);
    const next = current === '' ? literal : `${current},${literal}`;
    if (current !== '' && encodeURIComponent(next).length + reservedLength > MAX_QUERY_LENGTH) {
      lists.push(current);
      current = literal;
    } else {
      current = next;
    }
  }
  if (current !== '') lists.push(current);
  return lists;
}
