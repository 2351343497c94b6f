import { isLegalForm, plainLetters } from '../../pipelines';

const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;
const INSIDE_WORD = /['’.]/g;
const NON_WORD = /[^\p{L}\p{N}]+/u;

/** The words of a text with their capital letters: `Kiln & Clay's` gives Kiln, and, Clay. Apex: `Words.asWritten`. */
export function wordsAsWritten(text: string): string[] {
  const spaced = text.replace(POSSESSIVE, '').replace(INSIDE_WORD, '').replaceAll('&', ' and ');
  return spaced.split(NON_WORD).filter((word) => word !== '');
}

/** The words that identify a company: `The Vantorp Steel Co. Ltd` gives vantorp, steel. Apex: `CompanyName.phrase`. */
export function companyPhrase(name: string): string[] {
  const words = wordsAsWritten(name).map(plainLetters);
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && isLegalForm(words.at(-1) ?? '')) words.pop();
  return words;
}

/** Entries that people keep in a text field, one per line or between semicolons. Apex: `Words.lines`. */
export function lines(text: string | null | undefined): string[] {
  return (text ?? '')
    .split(/[\r\n;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
