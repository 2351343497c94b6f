import { accountSigns, type MatchedAccount, type MatchSign } from './account-signs';
import { combineConfidences, type MatchRules } from './match-rules';
import { ReportText, type ReportParts } from './report-text';

const KINDS_OF_AN_INDUSTRY: ReadonlySet<string> = new Set(['Industry Trend', 'Regulatory']);
const INDUSTRY = 'Industry';

/** What of a report is matched. */
export interface MatchedReport extends ReportParts {
  readonly kind: string;
  readonly industry?: string | undefined;
}

/** An account that a report concerns. */
export interface AccountMatch {
  readonly account: MatchedAccount;
  /** Value of Match Method of the strongest sign. */
  readonly method: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
  /** Sentence of the report that shows it; null when no name stands in it. */
  readonly evidence: string | null;
  /** True when nobody needs to look at it. */
  readonly confirmed: boolean;
}

interface Candidate {
  readonly account: MatchedAccount;
  readonly signs: MatchSign[];
}

/**
 * Matches one report to accounts that are shown to it one by one, as the org does after a save.
 * Apex: `AccountMatcher`; both run the cases of account-match.
 */
export class AccountMatcher {
  private readonly text: ReportText;
  private readonly candidates: Candidate[] = [];
  private industryOnly = 0;

  constructor(
    private readonly report: MatchedReport,
    private readonly rules: MatchRules,
  ) {
    this.text = new ReportText(report);
  }

  /** Looks for an account in the report. */
  consider(account: MatchedAccount): void {
    const signs = accountSigns(account, this.text, this.rules);
    const industry = this.industrySign(account, signs.length > 0);
    if (industry) signs.push(industry);
    if (signs.length > 0) this.candidates.push({ account, signs });
  }

  /** Where nothing else speaks for an account, only as many are kept as will be linked. */
  private industrySign(account: MatchedAccount, isNamed: boolean): MatchSign | undefined {
    const { kind, industry } = this.report;
    const rule = this.rules.find(INDUSTRY);
    if (!rule || !industry || !KINDS_OF_AN_INDUSTRY.has(kind)) return undefined;
    if (account.industry?.toLowerCase() !== industry.toLowerCase()) return undefined;
    if (!isNamed && rule.linkLimit !== null && this.industryOnly >= rule.linkLimit) return undefined;
    if (!isNamed) this.industryOnly++;
    return { rule: INDUSTRY, confidence: rule.confidence, subject: account.name };
  }

  /** The matches, most certain first, once all accounts were considered. */
  matches(): AccountMatch[] {
    const mentions = this.candidates.flatMap(({ signs }) => signs.flatMap(({ mention }) => mention ?? []));
    const found = this.candidates.flatMap(({ account, signs }) => {
      const kept = signs.filter(
        ({ mention }) => !mention || !mentions.some((other) => isInside(mention, other)),
      );
      return kept.length > 0 ? [this.toMatch(account, kept)] : [];
    });
    found.sort((left, right) => right.confidence - left.confidence);
    return this.withinIndustryLimit(found);
  }

  /** An industry holds many accounts; only some of them are worth a link. */
  private withinIndustryLimit(found: readonly AccountMatch[]): AccountMatch[] {
    const rule = this.rules.find(INDUSTRY);
    let remaining = rule?.linkLimit ?? found.length;
    return found.filter(({ method }) => method !== rule?.method || remaining-- > 0);
  }

  private toMatch(account: MatchedAccount, signs: readonly MatchSign[]): AccountMatch {
    const byRule = new Map<string, number>();
    for (const { rule, confidence } of signs) byRule.set(rule, Math.max(byRule.get(rule) ?? 0, confidence));
    const strongest = signs.reduce((best, sign) => (sign.confidence > best.confidence ? sign : best));
    const rule = this.rules.find(strongest.rule);
    return {
      account,
      method: rule?.method ?? '',
      confidence: combineConfidences([...byRule.values()]),
      reason: (rule?.reason ?? '{0}').replace('{0}', strongest.subject),
      evidence: strongest.mention ? this.text.sentenceAt(strongest.mention.start) : null,
      confirmed: (rule?.confirms ?? false) && strongest.confidence >= this.rules.confidence(strongest.rule),
    };
  }
}

type Mention = NonNullable<MatchSign['mention']>;

/** Whether a name is only a part of a longer one there: `Vantorp` in `Vantorp Steel`. */
function isInside(part: Mention, whole: Mention): boolean {
  if (whole.length <= part.length) return false;
  return whole.start <= part.start && part.start + part.length <= whole.start + whole.length;
}
