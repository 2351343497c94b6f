import type { ListInfoRepresentation } from 'shell/lists';
import type { RecordRepresentation } from 'shell/records';
import type { ObjectInfoRepresentation, PicklistValueRepresentation } from 'shell/uiApiTypes';

/** A record as a card. */
export interface KanbanCard {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly lines: readonly { readonly key: string; readonly text: string }[];
}

/** A value of the picklist with the records that have it. */
export interface KanbanColumn {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  /** Of the amounts; null when the list has none. */
  readonly sum: number | null;
  readonly cards: readonly KanbanCard[];
}

/** Fields by which records are grouped where the object has them, before any other picklist. */
const USUAL_GROUPS: readonly string[] = ['StageName', 'Status'];
const LINES = 4;

/** The picklist by which a list is grouped: a usual one, else one that the list shows, else the first of the org's own. */
export function groupField(
  { displayColumns }: ListInfoRepresentation,
  { fields }: ObjectInfoRepresentation,
): string | undefined {
  const usable = Object.values(fields)
    .filter(({ dataType, updateable }) => dataType === 'Picklist' && updateable === true)
    .map(({ apiName }) => apiName);
  const shown = displayColumns.map(({ fieldApiName }) => fieldApiName);
  return (
    [...USUAL_GROUPS, ...shown].find((name) => usable.includes(name)) ??
    usable.find((name) => name.endsWith('__c'))
  );
}

/** The amount that is summed by column: the first that the list shows. */
export function sumField(
  { displayColumns }: ListInfoRepresentation,
  { fields }: ObjectInfoRepresentation,
): string | undefined {
  return displayColumns.find(({ fieldApiName }) => fields[fieldApiName]?.dataType === 'Currency')
    ?.fieldApiName;
}

/** Sorts records into the columns of a board. */
export function kanbanColumns(
  records: readonly RecordRepresentation[],
  values: readonly PicklistValueRepresentation[],
  group: string,
  sum: string | undefined,
  cardOf: (record: RecordRepresentation) => KanbanCard,
): KanbanColumn[] {
  return values.map(({ value, label }) => {
    const inColumn = records.filter(({ fields }) => fields[group]?.value === value);
    const amounts = inColumn.map(({ fields }) => Number(fields[sum ?? '']?.value ?? 0));
    return {
      value,
      label,
      count: inColumn.length,
      sum: sum === undefined ? null : amounts.reduce((total, amount) => total + amount, 0),
      cards: inColumn.map(cardOf),
    };
  });
}

/** The card of a record: its name and the first columns of the list that have a value. */
export function kanbanCard(
  record: RecordRepresentation,
  { displayColumns }: ListInfoRepresentation,
  nameField: string,
  group: string,
): KanbanCard {
  const textOf = (path: string): string => {
    const [first = '', ...rest] = path.split('.');
    const field = record.fields[first];
    return String(field?.displayValue ?? (rest.length > 0 ? '' : (field?.value ?? '')));
  };
  const lines = displayColumns
    .filter(({ fieldApiName }) => fieldApiName !== nameField && fieldApiName !== group)
    .map(({ fieldApiName }) => ({ key: fieldApiName, text: textOf(fieldApiName) }))
    .filter(({ text }) => text !== '')
    .slice(0, LINES);
  return { id: record.id, title: textOf(nameField), url: `/lightning/r/${record.id}/view`, lines };
}
