import type { FieldValue } from '../shared';
import { cellText } from './cell-value';
import type { Rejection } from './rejection';
import type { MappedRow } from './source-row';

const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s,.]+/g, ' ')
    .trim();

/** A user named in a source, still to be found in the org. */
export interface NamedUser {
  readonly field: string;
  readonly text: string;
  readonly missing: 'reject' | 'running-user';
}

/** A record as it shall be sent, with where it came from and what stands against it. */
export interface PlannedRecord {
  /** Source rows that make the record; the first is named in results. */
  readonly rows: readonly MappedRow[];
  /** External id, null when the row has none. */
  readonly key: string | null;
  /** Values by field name; parents by relationship name. */
  readonly record: Record<string, FieldValue>;
  readonly users: readonly NamedUser[];
  /** Fields whose value is a default of the mapping, not of the source. */
  readonly defaulted: ReadonlySet<string>;
  /** Key of a parent in the same step, which must be loaded first. */
  readonly parentKey: string | null;
  /** Records of this or earlier steps that the record points to. */
  readonly parents: readonly PlannedRecord[];
  readonly rejections: Rejection[];
}

/** The planned records of a step, findable by key. */
export class StepPlan {
  private readonly byKey = new Map<string, PlannedRecord>();
  private readonly byColumn = new Map<string, Map<string, PlannedRecord | null>>();

  constructor(readonly records: readonly PlannedRecord[]) {
    for (const planned of records) {
      if (planned.key !== null && !this.byKey.has(planned.key.toLowerCase())) {
        this.byKey.set(planned.key.toLowerCase(), planned);
      }
    }
  }

  /** The record with an external id; these are compared without regard to case, as the platform does. */
  find(key: string): PlannedRecord | undefined {
    return this.byKey.get(key.toLowerCase());
  }

  /** The one record a column of which holds a text; blanks and case do not matter. None when two records do. */
  findBy(columns: readonly string[], text: string): PlannedRecord | undefined {
    const wanted = comparable(text);
    for (const column of columns) {
      const found = this.indexOf(column).get(wanted);
      if (found) return found;
    }
    return undefined;
  }

  private indexOf(column: string): ReadonlyMap<string, PlannedRecord | null> {
    let index = this.byColumn.get(column);
    if (index) return index;
    index = new Map();
    for (const planned of this.records) {
      for (const row of planned.rows) {
        const text = comparable(cellText(row.cells[column]));
        const other = index.get(text);
        if (text !== '') index.set(text, other === undefined || other === planned ? planned : null);
      }
    }
    this.byColumn.set(column, index);
    return index;
  }

  /** Records that nothing stands against. */
  get accepted(): PlannedRecord[] {
    return this.records.filter(({ rejections }) => rejections.length === 0);
  }
}
