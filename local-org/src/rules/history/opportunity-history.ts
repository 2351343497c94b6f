import { formatDatetime, type RecordValues } from '../../core';
import type { CommitListener } from '../../execution';
import type { RuleServices } from '../services';

const OBJECT = 'Opportunity';
const HISTORY = 'OpportunityHistory';
/** A change of one of these writes a row. */
const WATCHED = ['StageName', 'Amount', 'CloseDate', 'Probability'] as const;
const COPIED = [...WATCHED, 'ExpectedRevenue', 'ForecastCategory'] as const;

/**
 * Keeps the stage history: a row for each new opportunity, and one when stage, amount, close date or probability
 * change.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunityhistory.htm
 */
export function opportunityHistoryListener(
  services: Pick<RuleServices, 'schema' | 'store' | 'clock'>,
): CommitListener {
  return ({ changes }) => {
    const history = services.schema().find(HISTORY);
    if (!history) return;
    const now = formatDatetime(services.clock.now());
    const rows = changes.flatMap(({ objectName, operation, id, values, prior, user }): RecordValues[] => {
      const isSaved = objectName === OBJECT && (operation === 'insert' || operation === 'update');
      if (!isSaved || !WATCHED.some((name) => prior === null || values[name] !== prior[name])) return [];
      const copied = Object.fromEntries(COPIED.map((name) => [name, values[name] ?? null]));
      const audit = { CreatedById: user.id, CreatedDate: now, SystemModstamp: now, IsDeleted: false };
      const before = { PrevAmount: prior?.['Amount'] ?? null, PrevCloseDate: prior?.['CloseDate'] ?? null };
      return [{ OpportunityId: id, ...copied, ...before, ...audit }];
    });
    if (rows.length === 0) return;
    const ids = services.store.newIds(history, rows.length);
    services.store.insert(
      history,
      rows.map((row, i) => ({ Id: ids[i] ?? null, ...row })),
    );
  };
}
