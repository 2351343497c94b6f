import type { ListGroupRepresentation, ListInfoRepresentation } from 'shell/lists';
import type { RecordRepresentation } from 'shell/records';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';

/** A record as a card. */
export interface KanbanCard {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly lines: readonly { readonly key: string; readonly text: string }[];
}

/** A value of the picklist with what the list has of it, and the records that are on the board. */
export interface KanbanColumn extends ListGroupRepresentation {
  readonly records: readonly RecordRepresentation[];
  /** Token of the next cards; null when all are there. */
  readonly nextToken: string | null;
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

/** The amount that is summed by column: the first currency that the list shows. */
export function sumField(
  { displayColumns }: ListInfoRepresentation,
  { fields }: ObjectInfoRepresentation,
): string | undefined {
  return displayColumns.find(({ fieldApiName }) => fields[fieldApiName]?.dataType === 'Currency')
    ?.fieldApiName;
}

/** The board with a card in another column; undefined when it is there already. */
export function moveCard(
  board: readonly KanbanColumn[],
  recordId: string,
  value: string | null,
  group: string,
): readonly KanbanColumn[] | undefined {
  const from = board.find(({ records }) => records.some(({ id }) => id === recordId));
  const record = from?.records.find(({ id }) => id === recordId);
  if (!from || !record || from.value === value) return undefined;
  const moved = { ...record, fields: { ...record.fields, [group]: { value, displayValue: value } } };
  return board.map((column) => {
    if (column === from) {
      return {
        ...column,
        count: column.count - 1,
        records: column.records.filter((each) => each !== record),
      };
    }
    if (column.value !== value) return column;
    return { ...column, count: column.count + 1, records: [moved, ...column.records] };
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
