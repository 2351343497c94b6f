import { meetsCriteria } from '../../dml';
import {
  readPath,
  type AutomationBatch,
  type AutomationRecord,
  type AutomationStep,
  type DuplicateResult,
  type FormulaSession,
  type MatchResult,
} from '../../execution';
import type { SObjectType } from '../../schema';
import { findMatches, type Match } from '../matching/find-matches';
import type { FieldReader } from '../matching/match-key-formula';
import type { MatchKeys } from '../matching/match-keys';
import { findMatchingRule, type MatchingRule } from '../matching/matching-rule';
import type { RuleServices } from '../services';
import {
  activeDuplicateRules,
  type DuplicateAction,
  type DuplicateRule,
  type MatchRuleUse,
} from './duplicate-rule';
import type { DuplicateReports } from './duplicate-reports';
import { standardMapping } from './standard-mapping';

/**
 * Runs the duplicate rules on a chunk: compares with stored records only, not within the chunk, and refuses, or notes
 * for the duplicate record sets.
 * @see https://help.salesforce.com/s/articleView?id=sf.duplicate_rules_map_of_reference.htm
 */
export function duplicateRuleStep(
  services: RuleServices,
  keys: MatchKeys,
  reports: DuplicateReports,
): AutomationStep {
  return (batch) => {
    if (batch.trusted === true || (batch.operation !== 'insert' && batch.operation !== 'update')) return;
    const type = services.schema().find(batch.objectName);
    const rules = activeDuplicateRules(services.components(), batch.objectName);
    if (!type || rules.length === 0) return;
    const session = services.formulas.open(batch.context.user);
    const refused = new Set<AutomationRecord>();
    for (const rule of rules) runRule({ services, keys, reports, batch, type, session, rule }, refused);
  };
}

interface RuleRun {
  readonly services: RuleServices;
  readonly keys: MatchKeys;
  readonly reports: DuplicateReports;
  readonly batch: AutomationBatch;
  readonly type: SObjectType;
  readonly session: FormulaSession;
  readonly rule: DuplicateRule;
}

function runRule(run: RuleRun, refused: Set<AutomationRecord>): void {
  const { batch, type, session, rule } = run;
  const action = batch.operation === 'insert' ? rule.onInsert : rule.onUpdate;
  if (!action.blocks && !action.alerts && !action.reports) return;
  const records = batch.records.filter(
    (record) => !refused.has(record) && meetsCriteria(session, type, record.values, rule.criteria),
  );
  const results = records.map((): MatchResult[] => []);
  for (const use of rule.matchRules) {
    matchesOf(run, use, records).forEach((result, i) => {
      if (result) results[i]?.push(result);
    });
  }
  records.forEach((record, i) => {
    const matchResults = results[i] ?? [];
    if (matchResults.length > 0 && settle(run, record, action, matchResults)) refused.add(record);
  });
}

/** @returns whether the record is refused */
function settle(
  { reports, batch, rule }: RuleRun,
  record: AutomationRecord,
  action: DuplicateAction,
  matchResults: readonly MatchResult[],
): boolean {
  const allowSave = !action.blocks;
  const isRefused =
    action.blocks || (action.alerts && batch.context.saveHeaders?.allowDuplicateSave !== true);
  if (isRefused) {
    const result: DuplicateResult = {
      allowSave,
      duplicateRule: rule.developerName,
      duplicateRuleEntityType: rule.objectName,
      errorMessage: rule.alertText,
      matchResults,
    };
    record.addError(rule.alertText, undefined, 'DUPLICATES_DETECTED', result);
  } else if (action.reports) {
    const ids = matchResults.flatMap((result) => result.matchRecords.map(({ recordId }) => recordId));
    reports.note(batch.transaction, { record, rule, matchedIds: ids });
  }
  return isRefused;
}

function matchesOf(
  run: RuleRun,
  use: MatchRuleUse,
  records: readonly AutomationRecord[],
): (MatchResult | null)[] {
  const { services, keys, session, type } = run;
  const rule = findMatchingRule(services.components(), use.objectName, use.matchingRule);
  const searched = services.schema().find(use.objectName);
  if (!rule?.active || !searched) return records.map(() => null);
  const fieldOf = (field: string): string =>
    use.mapping.get(field) ?? standardMapping(type.name, searched.name, field);
  const probes = records.map((record): FieldReader | null => {
    if (!isConcerned(record, rule, fieldOf)) return null;
    const reader = session.record(type, record.values);
    return (field) => readPath(reader, fieldOf(field).split('.'));
  });
  const search = { store: services.store, keys, session, rule, type: searched };
  const found = findMatches(
    search,
    probes,
    records.map(({ id }) => id),
  );
  return found.map((matches) => matchResult(searched, rule, visible(run, searched, matches)));
}

/** An update is looked at only when it changes a field that the matching rule compares. */
function isConcerned(
  { prior, values }: AutomationRecord,
  rule: MatchingRule,
  fieldOf: (field: string) => string,
): boolean {
  if (prior === null) return true;
  return rule.items.some(({ field }) => {
    const name = fieldOf(field).split('.')[0] ?? '';
    return values[name] !== prior[name] || values[`${name}Id`] !== prior[`${name}Id`];
  });
}

/** Without the records that the rule's security keeps from the user. */
function visible(
  { services, batch, rule }: RuleRun,
  searched: SObjectType,
  matches: readonly Match[],
): readonly Match[] {
  const isEnforced = rule.enforcesSharing || batch.context.saveHeaders?.duplicatesAsCurrentUser === true;
  if (!isEnforced || matches.length === 0) return matches;
  const ids = matches.map(({ id }) => id);
  const readable = services.access.accessibleIds(batch.context.user, searched.name, ids, 'read');
  return matches.filter(({ id }) => readable.has(id));
}

function matchResult(
  searched: SObjectType,
  rule: MatchingRule,
  matches: readonly Match[],
): MatchResult | null {
  if (matches.length === 0) return null;
  const isExact = rule.items.every(({ method }) => method === 'Exact');
  return {
    entityType: searched.name,
    matchEngine: isExact ? 'ExactMatchEngine' : 'FuzzyMatchEngine',
    rule: rule.developerName,
    matchRecords: matches.map(({ id, confidence }) => ({ recordId: id, matchConfidence: confidence })),
  };
}
