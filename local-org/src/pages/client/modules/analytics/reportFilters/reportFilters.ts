import { LightningElement, api } from 'lwc';
import type { RunFilter, RunMetadata } from '../../../../charts/report-run';

interface FilterView {
  readonly key: string;
  readonly index: number;
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

const OPERATORS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'equals', label: 'equals' },
  { value: 'notEqual', label: 'not equal to' },
  { value: 'lessThan', label: 'less than' },
  { value: 'greaterThan', label: 'greater than' },
  { value: 'lessOrEqual', label: 'less or equal' },
  { value: 'greaterOrEqual', label: 'greater or equal' },
  { value: 'contains', label: 'contains' },
  { value: 'notContain', label: 'does not contain' },
  { value: 'startsWith', label: 'starts with' },
];
const SCOPES: Readonly<Record<string, string>> = {
  organization: 'All records',
  user: 'My records',
  team: "My team's records",
};

/** The filters of a report, to be changed for a run. Fires `apply` with the filters, `close`. */
export default class ReportFilters extends LightningElement {
  /** Labels by column. */
  @api labels: Readonly<Record<string, string>> = {};
  private metadataShown: RunMetadata | undefined;
  private edited: readonly RunFilter[] = [];

  @api get metadata(): RunMetadata | undefined {
    return this.metadataShown;
  }
  set metadata(metadata: RunMetadata | undefined) {
    this.metadataShown = metadata;
    this.edited = metadata?.reportFilters ?? [];
  }

  get operators(): typeof OPERATORS {
    return OPERATORS;
  }

  get scope(): string {
    const scope = this.metadataShown?.scope ?? '';
    return SCOPES[scope] ?? scope;
  }

  get dateText(): string | null {
    const date = this.metadataShown?.standardDateFilter;
    if (!date) return null;
    const span = [date.startDate, date.endDate].filter((day) => day !== null).join(' to ');
    const label = this.labels[date.column] ?? date.column;
    return `${label}: ${span === '' ? wordsOf(date.durationValue) : span}`;
  }

  get logic(): string | null {
    return this.metadataShown?.reportBooleanFilter ?? null;
  }

  get filters(): FilterView[] {
    return this.edited.map(({ column, operator, value }, index) => ({
      key: `${index}/${column}`,
      index,
      label: this.labels[column] ?? column,
      operator,
      value,
    }));
  }

  handleOperator(event: CustomEvent<{ readonly value: string }>): void {
    this.change(event, { operator: event.detail.value });
  }

  handleValue(event: CustomEvent<{ readonly value: string }>): void {
    this.change(event, { value: event.detail.value });
  }

  handleApply(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('apply', { detail: this.edited }));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  private change(event: Event, part: Partial<RunFilter>): void {
    const index = Number((event.currentTarget as HTMLElement).dataset['index']);
    this.edited = this.edited.map((filter, position) =>
      position === index ? { ...filter, ...part } : filter,
    );
  }
}

/** `CURRENT_FISCAL_QUARTER` is `current fiscal quarter`; a span without bounds is all time. */
function wordsOf(interval: string): string {
  return /^CUSTOM$/i.test(interval) ? 'All Time' : interval.replaceAll('_', ' ').toLowerCase();
}
