import { api, LightningElement } from 'lwc';
import { fill } from 'c/formatText';
import allLabel from '@salesforce/label/c.List_Show_All';
import fewerLabel from '@salesforce/label/c.List_Show_Fewer';

/** Rows that are shown before the user asks for all. */
const FIRST_ROWS = 5;

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

  isComplete = false;

  get items() {
    const shown = this.isComplete ? this.rows : this.rows.slice(0, FIRST_ROWS);
    return shown.map((row) => ({
      ...row,
      facts: row.facts.filter((fact) => fact !== '').map((text, index) => ({ key: index, text })),
      actions: (row.actions ?? []).map((action) => ({ ...action, title: `${action.label}: ${row.title}` })),
    }));
  }

  get hasMore(): boolean {
    return this.rows.length > FIRST_ROWS;
  }
  get moreLabel(): string {
    return this.isComplete ? fewerLabel : fill(allLabel, this.rows.length);
  }

  handleMore(): void {
    this.isComplete = !this.isComplete;
  }
  handleAction(event: Event): void {
    const { key, name } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('rowaction', { detail: { key, name } }));
  }
}
