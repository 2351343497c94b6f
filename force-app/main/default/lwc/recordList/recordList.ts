import { api, LightningElement } from 'lwc';

/** Something that can be done with a row. */
export interface RowAction {
  readonly name: string;
  readonly label: string;
}

/** One record with what matters of it. */
export interface ListRow {
  readonly key: string;
  /** Record that the title leads to; without it the title is text. */
  readonly recordId?: string;
  readonly title: string;
  /** What is at the right of the title: an amount, a date. */
  readonly value?: string;
  /** A short state: `Overdue`. */
  readonly badge?: string;
  /** Lines below the title. */
  readonly facts: readonly string[];
  readonly actions?: readonly RowAction[];
}

/** Records below each other, on a phone as on a desktop. Actions send `rowaction` with key and name. */
export default class RecordList extends LightningElement {
  @api rows: readonly ListRow[] = [];
  /** What is listed, for those who do not see the heading. */
  @api summary = '';

  get items() {
    return this.rows.map((row) => ({
      ...row,
      facts: row.facts.filter((fact) => fact !== '').map((text, index) => ({ key: index, text })),
      actions: (row.actions ?? []).map((action) => ({ ...action, title: `${action.label}: ${row.title}` })),
    }));
  }

  handleAction(event: Event): void {
    const { key, name } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('rowaction', { detail: { key, name } }));
  }
}
