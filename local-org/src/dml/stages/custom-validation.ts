import { keyPrefixOf } from '../../core';
import type { FormulaSession } from '../../execution';
import { FormulaError } from '../../formula';
import { saveError, saveErrors } from '../save-errors';
import type { SaveChunk } from '../save-chunk';
import type { ReferencePlan, RulePlan } from '../save-plan';
import type { SaveRecord } from '../save-record';

/**
 * Evaluates the active validation rules; every rule that is true refuses the record with its own message.
 * @see https://help.salesforce.com/s/articleView?id=sf.fields_about_field_validation.htm
 */
export function customValidation(chunk: SaveChunk): void {
  const { rules, parentsInRules } = chunk.plan;
  if (rules.length === 0) return;
  // A session of its own: triggers may have changed parents since the records were loaded.
  const session = chunk.services.formulas.open(chunk.options.context.user);
  for (const reference of parentsInRules) prefetchParents(chunk, session, reference);
  for (const record of chunk.records) checkRules(chunk, session, record, rules);
}

/** Reads the parents of the whole chunk that rules will look at. */
function prefetchParents(chunk: SaveChunk, session: FormulaSession, { field, targets }: ReferencePlan): void {
  for (const [prefix, target] of targets) {
    const ids = chunk.records.flatMap((record) => {
      const id = record.get(field.name);
      return typeof id === 'string' && keyPrefixOf(id) === prefix ? [id] : [];
    });
    if (ids.length > 0) session.prefetch(target, ids);
  }
}

function checkRules(
  chunk: SaveChunk,
  session: FormulaSession,
  record: SaveRecord,
  rules: readonly RulePlan[],
): void {
  const current = session.record(chunk.type, record.values);
  const prior = record.prior && session.record(chunk.type, record.prior);
  const environment = session.environment(current, prior, record.prior === null);
  for (const { rule, compiled, errorFields } of rules) {
    try {
      if (compiled.evaluate(environment) === true) {
        record.fail(saveError('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.errorMessage, errorFields));
      }
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      record.fail(saveErrors.ruleFormulaFailed(rule.name, error.message));
    }
  }
}
