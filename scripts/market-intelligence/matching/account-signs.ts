import type { MatchRules } from './match-rules';
import type { ReportText } from './report-text';
import { companyPhrase, lines } from './words';

/** What of an account is looked for in reports. */
export interface MatchedAccount {
  readonly name: string;
  readonly externalId?: string | null;
  /** Other names, one per line. */
  readonly aliases?: string | null;
  readonly domain?: string | null;
  readonly ticker?: string | null;
  readonly lei?: string | null;
  readonly industry?: string | null;
}

/** One sign that a report concerns an account. */
export interface MatchSign {
  readonly rule: string;
  readonly confidence: number;
  readonly subject: string;
  /** Place and number of words of a name in the text; absent for other signs. */
  readonly mention?: { readonly start: number; readonly length: number };
}

const SHORTEST_PLAIN_NAME = 4;
const CAPITAL = /^\p{Lu}/u;
const ALL_CAPITALS = /^\p{Lu}+$/u;

/** The signs of an account in a report, but for its industry. Apex: `AccountMatcher.consider`, `MentionFinder`. */
export function accountSigns(account: MatchedAccount, text: ReportText, rules: MatchRules): MatchSign[] {
  const { lei, ticker, domain } = account;
  const domainName = domain?.toLowerCase().replace(/^www\./, '');
  return [
    ...keySign('LEI', lei, lei ? text.leis.has(lei.toUpperCase()) : false, rules),
    ...keySign('Ticker', ticker, ticker ? text.tickers.has(ticker.toUpperCase()) : false, rules),
    ...keySign('Domain', domain, domainName ? text.domains.has(domainName) : false, rules),
    ...mentions('Name', account.name, text, rules),
    ...lines(account.aliases).flatMap((alias) => mentions('Alias', alias, text, rules)),
  ];
}

function keySign(
  rule: string,
  subject: string | null | undefined,
  isThere: boolean,
  rules: MatchRules,
): MatchSign[] {
  const active = rules.find(rule);
  return isThere && active ? [{ rule, confidence: active.confidence, subject: subject ?? '' }] : [];
}

function mentions(rule: string, name: string, text: ReportText, rules: MatchRules): MatchSign[] {
  const phrase = companyPhrase(name);
  if (!rules.find(rule)) return [];
  return text.positionsOf(phrase).flatMap((start) => {
    const confidence = mentionStrength(text, rule, phrase, start, rules);
    const mention = { start, length: phrase.length };
    return confidence > 0 ? [{ rule, confidence, subject: name, mention }] : [];
  });
}

/**
 * A name of several words speaks for itself. One word may be an ordinary word or the beginning of another name, so it
 * counts less, half of that before another capitalised word, and nothing when it is very short and not in capitals.
 */
function mentionStrength(
  text: ReportText,
  rule: string,
  phrase: readonly string[],
  start: number,
  rules: MatchRules,
): number {
  if (phrase.length > 1) return rules.confidence(rule);
  const asWritten = text.wordAsWritten(start);
  const isShort = (phrase[0] ?? '').length < SHORTEST_PLAIN_NAME;
  if (!CAPITAL.test(asWritten) || (isShort && !ALL_CAPITALS.test(asWritten))) return 0;
  const confidence = Math.min(rules.confidence(rule), rules.confidence('Single_Word_Name'));
  return text.isFollowedByName(start, 1) ? confidence / 2 : confidence;
}
