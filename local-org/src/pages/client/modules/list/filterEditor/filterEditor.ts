import { LightningElement, api } from 'lwc';
import type { ListFieldRepresentation, ListFilterInput } from 'shell/lists';
import {
  dateChoices,
  dateOperand,
  dateText,
  EXACT_DATE,
  operandText,
  operatorLabel,
  takesDays,
  textOperands,
  type Choice,
  type DateOperand,
} from 'list/filterValues';

/** Which input the values of a filter have; a text when none is named. */
interface ValueKind {
  readonly boolean?: boolean;
  readonly date?: boolean;
  readonly number?: boolean;
  readonly picklist?: boolean;
}

const NUMBER: ValueKind = { number: true };
const DATE: ValueKind = { date: true };
const PICKLIST: ValueKind = { picklist: true };
/** Inputs by data type of the field; all others are texts. */
const KINDS: Readonly<Record<string, ValueKind>> = {
  Boolean: { boolean: true },
  Currency: NUMBER,
  Date: DATE,
  DateTime: DATE,
  Double: NUMBER,
  Int: NUMBER,
  MultiPicklist: PICKLIST,
  Percent: NUMBER,
  Picklist: PICKLIST,
};
/** Operators that compare with a part of a value, which no list of values offers. */
const PARTIAL_OPERATORS: ReadonlySet<string> = new Set(['Contains', 'NotContain', 'StartsWith']);
const BOOLEAN_CHOICES: readonly Choice[] = ['True', 'False'].map((value) => ({ label: value, value }));

/**
 * One filter of a list under edit: field, operator and the values by the type of the field. Fires `filterchange`
 * with the filter as it is then, and `done`.
 */
export default class FilterEditor extends LightningElement {
  @api filter: ListFilterInput = { fieldApiName: '', operator: 'Equals', operandLabels: [] };
  /** The fields that lists of the object can filter by. */
  @api fields: readonly ListFieldRepresentation[] = [];
  booleanChoices = BOOLEAN_CHOICES;

  @api focus(): void {
    this.template?.querySelector<HTMLElement>('lightning-combobox')?.focus();
  }

  get field(): ListFieldRepresentation | undefined {
    return this.fields.find(({ fieldApiName }) => fieldApiName === this.filter.fieldApiName);
  }

  get fieldChoices(): Choice[] {
    return this.fields
      .filter(({ filterable }) => filterable)
      .map(({ fieldApiName, label }) => ({ label, value: fieldApiName }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }

  get operatorChoices(): Choice[] {
    return (this.field?.supportedFilterOperators ?? []).map((operator) => ({
      label: operatorLabel(operator),
      value: operator,
    }));
  }

  get kind(): ValueKind {
    if (PARTIAL_OPERATORS.has(this.filter.operator)) return {};
    return KINDS[this.field?.dataType ?? ''] ?? {};
  }

  /** A value that is no longer offered stays until it is taken away. */
  get picklistChoices(): Choice[] {
    const offered = (this.field?.picklistValues ?? []).map(({ label }) => label);
    const labels = new Set([...offered, ...this.filter.operandLabels.filter((label) => label !== '')]);
    return [...labels].map((label) => ({ label, value: label }));
  }

  get firstOperand(): string {
    return this.filter.operandLabels[0] ?? '';
  }

  /** A number without the signs of currencies and percents. */
  get numberOperand(): string {
    return this.firstOperand.replace(/[$,%\s]/g, '');
  }

  get text(): string {
    return operandText(this.filter.operandLabels);
  }

  get date(): DateOperand {
    return dateOperand(this.firstOperand);
  }

  get dateKinds(): Choice[] {
    return dateChoices(this.date.kind);
  }

  get isExactDate(): boolean {
    return this.date.kind === EXACT_DATE;
  }

  get asksDays(): boolean {
    return takesDays(this.date.kind);
  }

  /** Another field has other operators and values. */
  handleField({ detail }: CustomEvent<{ readonly value: string }>): void {
    const field = this.fields.find(({ fieldApiName }) => fieldApiName === detail.value);
    const operators = field?.supportedFilterOperators ?? [];
    const operator = operators.includes(this.filter.operator)
      ? this.filter.operator
      : (operators[0] ?? 'Equals');
    this.change({ fieldApiName: detail.value, operator, operandLabels: [] });
  }

  handleOperator({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.change({ operator: detail.value });
  }

  handleOperand({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.change({ operandLabels: [detail.value] });
  }

  handleOperands({ detail }: CustomEvent<{ readonly value: readonly string[] }>): void {
    this.change({ operandLabels: detail.value });
  }

  handleText({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.change({ operandLabels: textOperands(detail.value) });
  }

  handleDateKind({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.changeDate({ kind: detail.value });
  }

  handleDate({ detail }: CustomEvent<{ readonly value: string | null }>): void {
    this.changeDate({ date: detail.value ?? '' });
  }

  handleDays({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.changeDate({ days: Number(detail.value) || null });
  }

  handleDone(): void {
    this.dispatchEvent(new CustomEvent('done'));
  }

  private changeDate(changed: Partial<DateOperand>): void {
    this.change({ operandLabels: [dateText({ ...this.date, ...changed })] });
  }

  private change(changed: Partial<ListFilterInput>): void {
    this.dispatchEvent(new CustomEvent('filterchange', { detail: { ...this.filter, ...changed } }));
  }
}
