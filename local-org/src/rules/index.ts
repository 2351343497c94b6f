export { convertLeads } from './conversion/convert-leads';
export { proposeConversion, type ConversionProposal } from './conversion/propose-conversion';
export type { LeadConversion, LeadConversionResult } from './conversion/types';
export { plugInRules } from './create-rules';
export { ruleProblems, type RuleCheckContext, type RuleProblem } from './deploy-checks';
export {
  activeDuplicateRules,
  type DuplicateAction,
  type DuplicateRule,
  type MatchRuleUse,
} from './duplicates/duplicate-rule';
export { findMatchingRule } from './matching/matching-rule';
export { MatchKeys, type MatchKeyServices } from './matching/match-keys';
export { MATCHING_METHODS, type MatchingMethod } from './matching/methods';
export type { RuleServices } from './services';
