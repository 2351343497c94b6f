import type { ListInfoRepresentation } from 'shell/lists';
import { fieldAt, type RecordRepresentation } from 'shell/records';
import {
  MASTER_RECORD_TYPE_ID,
  type ObjectInfoRepresentation,
  type PicklistValueRepresentation,
} from 'shell/uiApiTypes';

/** A column as `lightning-datatable` takes it. */
export interface TableColumn {
  readonly label?: string;
  readonly fieldName?: string;
  readonly type: string;
  readonly sortable?: boolean;
  readonly editable?: boolean;
  readonly initialWidth?: number;
  readonly typeAttributes?: Readonly<Record<string, unknown>>;
  readonly cellAttributes?: Readonly<Record<string, unknown>>;
}

/** A row as `lightning-datatable` takes it: values by path of their field, and what cells need beside. */
export type TableRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** Picklist values by field and record type id. */
export type ChoicesOf = (field: string, recordTypeId: string) => readonly PicklistValueRepresentation[];

/** Pixels of the column that names the records: the others share what is left. */
const NAME_WIDTH = 260;
const RECORD_LINK = 'recordLink';
const PICKLIST = 'picklist';

/** Column types by data type of the field; all others are texts, as the org writes them. */
const COLUMN_TYPES: Readonly<Record<string, Partial<TableColumn>>> = {
  Boolean: { type: 'boolean' },
  Currency: { type: 'currency', cellAttributes: { alignment: 'left' } },
  Date: { type: 'date-local', typeAttributes: { year: 'numeric', month: 'numeric', day: 'numeric' } },
  DateTime: {
    type: 'date',
    typeAttributes: {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
    },
  },
  Double: { type: 'number', cellAttributes: { alignment: 'left' } },
  Email: { type: 'email' },
  Int: { type: 'number', cellAttributes: { alignment: 'left' } },
  Percent: { type: 'percentage' },
  Phone: { type: 'phone' },
  Url: { type: 'url', typeAttributes: { target: '_blank' } },
};
/** Types whose values are edited in the table; all others are edited in the form of the record. */
const EDITED_AS_TEXT: ReadonlySet<string> = new Set(['String', 'TextArea']);

/** The columns of a list. */
export function tableColumns(
  { displayColumns, userPreferences }: ListInfoRepresentation,
  objectInfo: ObjectInfoRepresentation,
): TableColumn[] {
  return displayColumns.map(({ fieldApiName, label, lookupId, sortable, inlineEditAttributes }) => {
    const field = objectInfo.fields[fieldApiName];
    const canEdit = Object.values(inlineEditAttributes).some(({ editable }) => editable);
    const chosenWidth = userPreferences.columnWidths[fieldApiName] ?? -1;
    const width = chosenWidth < 0 && lookupId === 'Id' ? NAME_WIDTH : chosenWidth;
    const kind = columnKind(lookupId, field?.dataType ?? '', fieldApiName);
    const isEdited = kind.type !== 'text' || EDITED_AS_TEXT.has(field?.dataType ?? '');
    return {
      ...kind,
      label,
      fieldName: fieldApiName,
      sortable,
      editable: canEdit && isEdited && field !== undefined,
      ...(width > 0 && { initialWidth: width }),
    };
  });
}

function columnKind(lookupId: string | null, dataType: string, path: string): TableColumn {
  if (lookupId !== null) {
    return { type: RECORD_LINK, typeAttributes: { url: { fieldName: urlName(path) } } };
  }
  if (dataType === 'Picklist') {
    return { type: PICKLIST, typeAttributes: { options: { fieldName: optionsName(path) } } };
  }
  return { type: 'text', ...COLUMN_TYPES[dataType] };
}

/** The row of a record. */
export function tableRow(
  record: RecordRepresentation,
  { displayColumns }: ListInfoRepresentation,
  columns: readonly TableColumn[],
  choicesOf: ChoicesOf,
): TableRow {
  const row: Record<string, unknown> & { id: string } = { id: record.id };
  displayColumns.forEach(({ fieldApiName, lookupId }, index) => {
    const column = columns[index];
    const found = fieldAt(record, fieldApiName);
    const isRaw = column !== undefined && ![RECORD_LINK, PICKLIST, 'text'].includes(column.type);
    row[fieldApiName] = isRaw ? (found?.value ?? null) : (found?.displayValue ?? found?.value ?? null);
    if (lookupId !== null) row[urlName(fieldApiName)] = linkOf(record, lookupId);
    if (column?.type === PICKLIST && column.editable) {
      const recordTypeId = record.recordTypeId ?? MASTER_RECORD_TYPE_ID;
      row[optionsName(fieldApiName)] = choicesOf(fieldApiName, recordTypeId).map(({ label, value }) => ({
        label,
        value,
      }));
    }
  });
  return row;
}

function linkOf(record: RecordRepresentation, lookupId: string): string | null {
  const id = lookupId === 'Id' ? record.id : (fieldAt(record, lookupId)?.value ?? parentId(record, lookupId));
  return typeof id === 'string' ? `/lightning/r/${id}/view` : null;
}

/** A parent carries its id beside its fields. */
function parentId(record: RecordRepresentation, lookupId: string): unknown {
  const parent = fieldAt(record, lookupId.slice(0, -'.Id'.length))?.value;
  return typeof parent === 'object' && parent !== null ? (parent as RecordRepresentation).id : null;
}

function urlName(path: string): string {
  return `${path}#url`;
}

function optionsName(path: string): string {
  return `${path}#options`;
}
