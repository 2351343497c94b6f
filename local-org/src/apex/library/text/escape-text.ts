import { HTML3_ENTITIES, HTML4_ENTITIES, XML_ENTITIES } from './html-entities';

type Entities = ReadonlyMap<string, string>;

const CONTROL_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
  '\\': '\\\\',
  '"': '\\"',
};
const CONTROL_LETTERS: Readonly<Record<string, string>> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

const escapeEntities = (text: string, entities: Entities): string =>
  text.replace(/["&'<>]|[^\0-\x7F]/g, (character) => {
    const name = entities.get(character);
    return name === undefined ? character : `&${name};`;
  });

const codePoint = (text: string, code: number): string =>
  Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : text;

function unescapeEntities(text: string, entities: Entities): string {
  const characters = new Map([...entities].map(([character, name]) => [name, character]));
  return text.replace(
    /&(?:#(\d+)|#[xX]([0-9A-Fa-f]+)|(\w+));/g,
    (entity, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (decimal !== undefined) return codePoint(entity, Number(decimal));
      if (hex !== undefined) return codePoint(entity, Number.parseInt(hex, 16));
      return characters.get(name ?? '') ?? entity;
    },
  );
}

const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Characters outside of printable ASCII as `\u00E9`. */
export function escapeUnicode(text: string): string {
  return text.replace(/[^\x20-\x7F]/g, unicodeEscape);
}

/** A text as the inside of a literal of Java. */
export function escapeJava(text: string): string {
  return escapeUnicode(
    text.replace(/["\\\b\n\t\f\r]/g, (character) => CONTROL_ESCAPES[character] ?? character),
  );
}

/** A text as the inside of a literal of ECMAScript. */
export function escapeEcmaScript(text: string): string {
  return escapeJava(text).replace(/['/]/g, '\\$&');
}

/** Reads the escapes of {@link escapeJava}. */
export function unescapeJava(text: string): string {
  return text.replace(
    /\\(?:u+([0-9A-Fa-f]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g,
    (_escape, hex: string | undefined, octal: string | undefined, letter = '') => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return CONTROL_LETTERS[letter] ?? letter;
    },
  );
}

/** Reads `\u00E9` only. */
export function unescapeUnicode(text: string): string {
  return text.replace(/\\u+([0-9A-Fa-f]{4})/g, (_escape, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** A field of a CSV line: in quotes when it has a comma, quote or line break. */
export function escapeCsv(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads a field of a CSV line; quotes are taken off only where they were needed. */
export function unescapeCsv(text: string): string {
  const inner = /^"([\s\S]*)"$/.exec(text)?.[1];
  return inner !== undefined && /[",\n\r]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

export const escapeHtml3 = (text: string): string => escapeEntities(text, HTML3_ENTITIES);
export const escapeHtml4 = (text: string): string => escapeEntities(text, HTML4_ENTITIES);
export const escapeXml = (text: string): string => escapeEntities(text, XML_ENTITIES);
export const unescapeHtml3 = (text: string): string => unescapeEntities(text, HTML3_ENTITIES);
export const unescapeHtml4 = (text: string): string => unescapeEntities(text, HTML4_ENTITIES);
export const unescapeXml = (text: string): string => unescapeEntities(text, XML_ENTITIES);

/** Backslashes before single quotes, for texts in queries. */
export function escapeSingleQuotes(text: string): string {
  return text.replace(/['\\]/g, '\\$&');
}

/** Takes tags out of a text and reads its entities. */
export function stripHtmlTags(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|<\/?[A-Za-z!][^>]*>/g, '');
}
