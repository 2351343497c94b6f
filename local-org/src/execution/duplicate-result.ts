/**
 * What a duplicate rule found about one record, as the answer of a refused save shows it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm (DuplicateResult)
 */
export interface DuplicateResult {
  /** Whether the save goes through with the header `allowSave`. */
  readonly allowSave: boolean;
  /** Developer name. */
  readonly duplicateRule: string;
  readonly duplicateRuleEntityType: string;
  readonly errorMessage: string;
  readonly matchResults: readonly MatchResult[];
}

/** What one matching rule found. */
export interface MatchResult {
  readonly entityType: string;
  /** `ExactMatchEngine` or `FuzzyMatchEngine` */
  readonly matchEngine: string;
  /** Developer name of the matching rule. */
  readonly rule: string;
  readonly matchRecords: readonly MatchRecord[];
}

export interface MatchRecord {
  readonly recordId: string;
  /** 0 to 100. */
  readonly matchConfidence: number;
}
