import { MAX_API_VERSION, ApiError, type RecordValues } from '../../core';
import type { SaveResult } from '../../dml';
import type { AutomationRecord, RequestContext, RunningUser, Transaction } from '../../execution';
import type { RuleServices } from '../services';
import type { DuplicateRule } from './duplicate-rule';

/** A record that was saved although it has duplicates, to be reported. */
export interface DuplicateNote {
  readonly record: AutomationRecord;
  readonly rule: DuplicateRule;
  readonly matchedIds: readonly string[];
}

/**
 * Reports duplicates as DuplicateRecordSet and its items when the transaction commits; records that were not saved in
 * the end are left out.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_duplicaterecordset.htm
 */
export class DuplicateReports {
  private readonly notes = new WeakMap<Transaction, DuplicateNote[]>();

  constructor(private readonly services: RuleServices) {}

  note(transaction: Transaction, note: DuplicateNote): void {
    const notes = this.notes.get(transaction);
    if (notes) notes.push(note);
    else this.notes.set(transaction, [note]);
  }

  /** To be called before each commit. */
  write(transaction: Transaction): void {
    const notes = this.notes.get(transaction) ?? [];
    this.notes.delete(transaction);
    if (notes.length === 0) return;
    const users = new Map(transaction.changes.map(({ id, user }) => [id, user]));
    for (const { record, rule, matchedIds } of notes) {
      const user = record.id === null ? undefined : users.get(record.id);
      if (user && record.id !== null) this.report(rule, [record.id, ...matchedIds], user);
    }
  }

  /** Adds records to the set of one of them, or to a new set. */
  private report(rule: DuplicateRule, ids: readonly string[], user: RunningUser): void {
    const ruleId = this.ruleId(rule);
    const items = this.rowsBy('DuplicateRecordItem', 'RecordId', ids);
    const sets = this.rowsBy(
      'DuplicateRecordSet',
      'Id',
      items.map((item) => String(item['DuplicateRecordSetId'])),
    );
    const known = sets.find((set) => set['DuplicateRuleId'] === ruleId && set['IsDeleted'] !== true);
    const setId = known
      ? String(known['Id'])
      : this.insert('DuplicateRecordSet', { DuplicateRuleId: ruleId }, user);
    const present = new Set(
      items.filter((item) => item['DuplicateRecordSetId'] === setId).map((item) => item['RecordId']),
    );
    for (const RecordId of new Set(ids)) {
      if (!present.has(RecordId))
        this.insert('DuplicateRecordItem', { DuplicateRecordSetId: setId, RecordId }, user);
    }
    const type = this.services.schema().find('DuplicateRecordSet');
    const count = this.rowsBy('DuplicateRecordItem', 'DuplicateRecordSetId', [setId]).length;
    if (type) this.services.store.update(type, setId, { RecordCount: count });
  }

  private ruleId({ objectName, developerName }: DuplicateRule): string | null {
    const row = this.services.store
      .prepare('SELECT "Id" AS id FROM "DuplicateRule" WHERE "SobjectType" = ? AND "DeveloperName" = ?')
      .get(objectName, developerName) as { id: string } | undefined;
    return row?.id ?? null;
  }

  private rowsBy(objectName: string, fieldName: string, values: readonly string[]): RecordValues[] {
    const type = this.services.schema().find(objectName);
    const field = type?.field(fieldName);
    return type && field ? this.services.store.findBy(type, field, values) : [];
  }

  private insert(objectName: string, values: RecordValues, user: RunningUser): string {
    const context: RequestContext = { user, mode: 'system', apiVersion: MAX_API_VERSION };
    const [result]: SaveResult[] = this.services.dml.insert(objectName, [values], {
      context,
      allOrNone: true,
    });
    const error = result?.errors[0];
    if (error) throw new ApiError(error.statusCode, error.message, { fields: error.fields });
    return result?.id ?? '';
  }
}
