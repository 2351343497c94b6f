import { createHash } from 'node:crypto';

/** Ways to make a key from text, as mappings name them. */
export const KEY_FORMS = ['verbatim', 'slug', 'company'] as const;

/** A way to make a key from text. */
export type KeyForm = (typeof KEY_FORMS)[number];

/** Longest key, in characters: the external id fields hold 80. */
const MAX_KEY_LENGTH = 80;

/** Words at the end of company names that say only the legal form. */
const LEGAL_FORMS = new Set(
  'ab ag as asa bv co company corp corporation gmbh inc incorporated kg kk limited llc llp ltd nv oy plc pty sa sarl sas se spa srl'.split(
    ' ',
  ),
);

/** Letters that Unicode does not take apart into a plain one and a mark. */
const UNMARKED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Small letters without accents: `Müller Bau` becomes `muller bau`, `Ørsted` `orsted`. Apex has the same as `Words.plain`. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => UNMARKED[letter] ?? letter);
}

/** Whether a word in plain letters says only the legal form of a company: `ltd`. */
export const isLegalForm = (word: string): boolean => LEGAL_FORMS.has(word);

/** `Café  Olé!` becomes `cafe-ole`. */
export function slug(text: string): string {
  return plainLetters(text)
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** A slug without the legal form: `Acme Corp.` and `ACME, Inc` both become `acme`. */
export function companySlug(name: string): string {
  const words = slug(name).split('-');
  while (words.length > 1 && isLegalForm(words.at(-1) ?? '')) words.pop();
  return words.join('-');
}

const FORMS: Readonly<Record<KeyForm, (text: string) => string>> = {
  verbatim: (text) => text,
  slug,
  company: companySlug,
};

/** Makes an external id: prefix and key, shortened by a hash where it would not fit 80 characters. */
export function makeKey(prefix: string, form: KeyForm, text: string): string {
  const key = `${prefix}${FORMS[form](text)}`;
  if (key.length <= MAX_KEY_LENGTH) return key;
  const tail = createHash('sha256').update(key).digest('hex').slice(0, 12);
  return `${key.slice(0, MAX_KEY_LENGTH - tail.length - 1)}-${tail}`;
}
