import { isLegalForm, plainLetters } from '../../pipelines';
import { wordsAsWritten } from './words';

const MAX_CHARACTERS = 20_000;
const SENTENCE_END = /(?<=[.!?])\s+|[\r\n]+/;
const DOMAIN = /[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+/g;
const TICKER = /\b[A-Z]{3,8}\s?:\s?([A-Z][A-Z0-9.]{0,9})\b/g;
const LEI = /\b[A-Z0-9]{18}[0-9]{2}\b/g;
const CAPITAL = /^\p{Lu}/u;

/** What of a report is searched. */
export interface ReportParts {
  readonly headline: string;
  readonly summary?: string | undefined;
  readonly evidence?: string | undefined;
  readonly sourceUrl?: string | undefined;
}

interface Word {
  readonly asWritten: string;
  readonly plain: string;
  readonly sentence: number;
}

/** The words of a report and where they stand; names are found as whole words of one sentence. Apex: `ReportText`. */
export class ReportText {
  private readonly sentences: string[] = [];
  private readonly words: Word[] = [];
  private readonly positions = new Map<string, number[]>();
  readonly domains: ReadonlySet<string>;
  readonly tickers: ReadonlySet<string>;
  readonly leis: ReadonlySet<string>;

  constructor({ headline, summary, evidence, sourceUrl }: ReportParts) {
    for (const part of [headline, summary, evidence]) this.addSentences(part ?? '');
    const text = this.sentences.join(' ');
    this.domains = domainsIn(`${text} ${sourceUrl ?? ''}`);
    this.tickers = new Set([...text.matchAll(TICKER)].map(([, ticker = '']) => ticker));
    this.leis = new Set([...text.matchAll(LEI)].map(([lei]) => lei));
  }

  private addSentences(part: string): void {
    if (part.trim() === '') return;
    for (const sentence of part.slice(0, MAX_CHARACTERS).split(SENTENCE_END)) {
      for (const asWritten of wordsAsWritten(sentence)) {
        const plain = plainLetters(asWritten);
        const places = this.positions.get(plain);
        if (places) places.push(this.words.length);
        else this.positions.set(plain, [this.words.length]);
        this.words.push({ asWritten, plain, sentence: this.sentences.length });
      }
      this.sentences.push(sentence.trim());
    }
  }

  /** Where a phrase begins, as positions of its first word; empty when it does not occur. */
  positionsOf(phrase: readonly string[]): readonly number[] {
    return (this.positions.get(phrase[0] ?? '') ?? []).filter((start) =>
      phrase.every((word, offset) => {
        const found = this.words[start + offset];
        return found?.plain === word && found.sentence === this.words[start]?.sentence;
      }),
    );
  }

  /** The sentence that holds the word at a position. */
  sentenceAt(position: number): string {
    return this.sentences[this.words[position]?.sentence ?? 0] ?? '';
  }

  /** The word at a position with its capital letters. */
  wordAsWritten(position: number): string {
    return this.words[position]?.asWritten ?? '';
  }

  /** Whether another capitalised word follows that is no legal form, as in `Delta Dental` for `Delta`. */
  isFollowedByName(start: number, length: number): boolean {
    const next = this.words[start + length];
    if (!next || next.sentence !== this.words[start]?.sentence) return false;
    return !isLegalForm(next.plain) && CAPITAL.test(next.asWritten);
  }
}

/** Domains in a text, with the domains they belong to: `press.acme.example` is of `acme.example` too. */
function domainsIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [match] of text.toLowerCase().matchAll(DOMAIN)) {
    for (let domain = match; domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1))
      found.add(domain);
  }
  return found;
}
