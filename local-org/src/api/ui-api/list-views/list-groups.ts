import { ApiError } from '../../../core';
import { MASTER_RECORD_TYPE_ID, type Field, type PicklistValue, type SObjectType } from '../../../schema';
import { SoqlBinds } from '../filters/soql-condition';
import { describeFor } from '../object-info/object-info';
import { hasRecordTypes, recordTypeInfosOf } from '../object-info/record-type-info';
import { recordTypeName } from '../object-info/record-type-name';
import { requireField } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';
import type { ListView } from './find-list-view';
import { listViewCondition } from './list-conditions';

/** A column of a board: a value of the picklist with what the list has of it. */
export interface ListGroup {
  /** Null for records without a value. */
  readonly value: string | null;
  readonly label: string;
  /** Whether records in it are done with. */
  readonly closed: boolean;
  readonly won: boolean;
  readonly count: number;
  /** Of the amounts; null when none is summed. */
  readonly sum: number | null;
}

/** What is read of the list: records by record type and value. */
interface Row {
  readonly recordTypeId: string;
  readonly value: string | null;
  readonly count: number;
  readonly sum: number;
}

const NUMBERS: ReadonlySet<string> = new Set(['currency', 'double', 'int', 'long', 'percent']);

/**
 * The records of a list by the values of a picklist: all of them, whatever a page shows. The columns are the values
 * that the record types in the list allow (those of the user's own when it is empty), and what records have beside.
 * @param sumBy field of numbers to be summed; null for none
 * @throws ApiError INVALID_FIELD for a field that is no picklist, no number or not open to the user
 */
export function listGroups(
  ui: UiRequest,
  view: ListView,
  groupBy: string,
  sumBy: string | null,
): ListGroup[] {
  const { type } = view;
  const field = requireField(ui, type, groupBy);
  if (field.type !== 'picklist') throw new ApiError('INVALID_FIELD', `${field.name} is not a picklist field`);
  const amount = sumBy === null ? undefined : requireField(ui, type, sumBy);
  if (amount && !NUMBERS.has(amount.type)) {
    throw new ApiError('INVALID_FIELD', `${amount.name} is not a number field`);
  }
  const rows = groupedRows(ui, view, field, amount);
  const counted = (value: string | null): Pick<ListGroup, 'count' | 'sum'> => {
    const ofValue = rows.filter((row) => row.value === value);
    return {
      count: ofValue.reduce((total, { count }) => total + count, 0),
      sum: amount ? ofValue.reduce((total, { sum }) => total + sum, 0) : null,
    };
  };
  const values = columnValues(ui, type, field, rows);
  const groups = values.map(({ value, label, closed, won, converted }) => ({
    value,
    label,
    closed: closed ?? converted ?? false,
    won: won ?? converted ?? false,
    ...counted(value),
  }));
  const blank = { value: null, label: 'None', closed: false, won: false, ...counted(null) };
  return blank.count > 0 ? [blank, ...groups] : groups;
}

function groupedRows(ui: UiRequest, view: ListView, field: Field, amount: Field | undefined): Row[] {
  const { type } = view;
  const binds = new SoqlBinds();
  const where = listViewCondition(ui, view, binds);
  const byRecordType = hasRecordTypes(type) && type.field('RecordTypeId') !== undefined;
  const keys = [field.name, ...(byRecordType ? ['RecordTypeId'] : [])];
  const columns = [...keys, 'COUNT(Id) total', ...(amount ? [`SUM(${amount.name}) amount`] : [])];
  const soql = `SELECT ${columns.join(', ')} FROM ${type.name}${where === undefined ? '' : ` WHERE ${where}`} GROUP BY ${keys.join(', ')}`;
  const { records } = ui.deps.org.query.query(soql, { context: ui.context, binds: binds.all });
  return records.map(({ fields }) => ({
    recordTypeId: byRecordType
      ? textOf(fields['RecordTypeId']) || MASTER_RECORD_TYPE_ID
      : MASTER_RECORD_TYPE_ID,
    value: textOf(fields[field.name]) || null,
    count: Number(fields['total'] ?? 0),
    sum: Number(fields['amount'] ?? 0),
  }));
}

/** Values in their order: active ones that a record type allows, and those that records have. */
function columnValues(
  ui: UiRequest,
  type: SObjectType,
  field: Field,
  rows: readonly Row[],
): readonly PicklistValue[] {
  const { defaultId } = recordTypeInfosOf(describeFor(ui, type));
  const recordTypeIds = new Set(rows.length > 0 ? rows.map(({ recordTypeId }) => recordTypeId) : [defaultId]);
  const allowed = [...recordTypeIds].map((id) => {
    const name = recordTypeName(ui, type, id);
    const recordType = type.definition.recordTypes.find(({ developerName }) => developerName === name);
    return recordType?.picklistValues[field.name]?.values;
  });
  const inUse = new Set(rows.map(({ value }) => value));
  const known = field.picklist?.values ?? [];
  const isAllowed = ({ value, active }: PicklistValue): boolean =>
    active && allowed.some((values) => values?.includes(value) ?? true);
  const unknown = [...inUse]
    .filter((value): value is string => value !== null && !known.some((entry) => entry.value === value))
    .map((value): PicklistValue => ({ value, label: value, active: false, defaultValue: false }));
  return [...known.filter((entry) => isAllowed(entry) || inUse.has(entry.value)), ...unknown];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
