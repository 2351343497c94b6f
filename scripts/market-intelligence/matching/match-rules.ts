/** A rule of matching as the org keeps it in `Intelligence_Match_Rule__mdt`. */
export interface MatchRule {
  readonly name: string;
  /** Value of Match Method that links by the rule carry. */
  readonly method: string;
  /** How sure the rule alone makes us, from 0 to 1. */
  readonly confidence: number;
  /** Whether a link by the rule needs no confirmation. */
  readonly confirms: boolean;
  /** Most links of a report by the rule; null for no limit. */
  readonly linkLimit: number | null;
  /** Why, with `{0}` for the subject. */
  readonly reason: string;
}

const HIGHEST_CONFIDENCE = 0.99;
const SCALE = 10_000;

/** The active rules by name. A rule that is switched off counts nothing. Apex: `MatchRules`. */
export class MatchRules {
  private readonly rules: ReadonlyMap<string, MatchRule>;

  constructor(rules: readonly MatchRule[]) {
    this.rules = new Map(rules.map((rule) => [rule.name, rule]));
  }

  find(name: string): MatchRule | undefined {
    return this.rules.get(name);
  }

  /** How sure a rule alone makes us, from 0 to 1; 0 when it is switched off. */
  confidence(name: string): number {
    return this.find(name)?.confidence ?? 0;
  }
}

/** Signs that are independent of each other together: two of 0.5 make 0.75. Never quite certain. */
export function combineConfidences(confidences: readonly number[]): number {
  const doubt = confidences.reduce((product, confidence) => product * (1 - confidence), 1);
  return Math.round(Math.min(HIGHEST_CONFIDENCE, 1 - doubt) * SCALE) / SCALE;
}
