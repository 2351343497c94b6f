import { formatDatetime, type FieldValue, type RecordValues } from '../../core';
import type { CommitListener, RecordChange } from '../../execution';
import type { Field, SObjectType } from '../../schema';
import type { RuleServices } from '../services';

/** Fields of one object that may be tracked. @see https://help.salesforce.com/s/articleView?id=sf.tracking_field_history.htm */
export const MAX_TRACKED_FIELDS = 20;

type HistoryServices = Pick<RuleServices, 'schema' | 'store' | 'clock'>;

/** How an object keeps the history of its fields. */
interface HistoryPlan {
  readonly history: SObjectType;
  /** The history's reference to the record: `AccountId`, `ParentId`. */
  readonly parentField: string;
  readonly tracked: readonly Field[];
}

const plans = new WeakMap<SObjectType, HistoryPlan | null>();

/** Types of values as DataType names them, where the name differs from the field's type. */
const DATA_TYPES: Readonly<Record<string, string>> = {
  string: 'Text',
  textarea: 'TextArea',
  boolean: 'Boolean',
  picklist: 'DynamicEnum',
  multipicklist: 'MultiEnum',
  reference: 'EntityId',
  date: 'DateOnly',
  datetime: 'DateTime',
  time: 'TimeOnly',
  currency: 'Currency',
  double: 'Double',
  percent: 'Percent',
  int: 'Integer',
  email: 'Email',
  phone: 'PhoneNumber',
  url: 'Url',
};

/**
 * Writes a history row for each tracked field that an update changed, when its transaction commits. A new record has
 * one row `created`. Long texts are noted without their values.
 * UNVERIFIED: DataType of rare field types.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_custom_object__history.htm
 */
export function fieldHistoryListener(services: HistoryServices): CommitListener {
  return ({ changes }) => {
    const rows = new Map<SObjectType, RecordValues[]>();
    const stamp = formatDatetime(services.clock.now());
    for (const change of changes) {
      if (change.operation !== 'insert' && change.operation !== 'update') continue;
      const type = services.schema().find(change.objectName);
      const plan = type && planOf(services, type);
      if (!plan) continue;
      const known = rows.get(plan.history) ?? [];
      rows.set(plan.history, known);
      known.push(...rowsOf(plan, change, stamp));
    }
    for (const [history, values] of rows) insert(services, history, values);
  };
}

function planOf(services: HistoryServices, type: SObjectType): HistoryPlan | null {
  let plan = plans.get(type);
  if (plan === undefined) plans.set(type, (plan = makePlan(services, type)));
  return plan;
}

function makePlan(services: HistoryServices, type: SObjectType): HistoryPlan | null {
  const tracked = type.fields.filter(({ trackHistory }) => trackHistory);
  if (tracked.length === 0) return null;
  const history = historyNames(type.name)
    .map((name) => services.schema().find(name))
    .find((candidate) => candidate?.field('NewValue') !== undefined);
  const parent = history?.fields.find(({ relationship }) => relationship?.referenceTo[0] === type.name);
  return history && parent ? { history, parentField: parent.name, tracked } : null;
}

/** `Thing__History`, `OpportunityFieldHistory` (OpportunityHistory is something else), `AccountHistory`. */
function historyNames(objectName: string): string[] {
  return [objectName.replace(/__c$/, '__History'), `${objectName}FieldHistory`, `${objectName}History`];
}

function rowsOf(
  plan: HistoryPlan,
  { id, values, prior, user, operation }: RecordChange,
  stamp: string,
): RecordValues[] {
  const row = (
    Field: string,
    DataType: string,
    OldValue: FieldValue,
    NewValue: FieldValue,
  ): RecordValues => ({
    [plan.parentField]: id,
    Field,
    DataType,
    OldValue,
    NewValue,
    CreatedById: user.id,
    CreatedDate: stamp,
    IsDeleted: false,
  });
  if (operation === 'insert') return [row('created', 'Text', null, null)];
  return plan.tracked.flatMap((field) => {
    const [before, after] = [prior?.[field.name] ?? null, values[field.name] ?? null];
    if (before === after) return [];
    const isLong = field.length > MAX_VALUE_LENGTH;
    const dataType = DATA_TYPES[field.type] ?? 'Text';
    return isLong
      ? [row(field.name, dataType, null, null)]
      : [row(field.name, dataType, textOf(before), textOf(after))];
  });
}

const MAX_VALUE_LENGTH = 255;

/** A checkbox is kept as text (DM-42). DEVIATION: numbers too; the platform answers them as numbers. */
function textOf(value: FieldValue): FieldValue {
  return value === null ? null : String(value);
}

function insert({ store }: HistoryServices, history: SObjectType, rows: readonly RecordValues[]): void {
  const ids = store.newIds(history, rows.length);
  store.insert(
    history,
    rows.map((row, i) => ({ Id: ids[i] ?? null, ...row })),
  );
}
