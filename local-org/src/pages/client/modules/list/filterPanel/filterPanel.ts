import { LightningElement, api } from 'lwc';
import { operandLabel, operatorLabel } from 'list/filterValues';
import { messageOf } from 'shell/http';
import {
  loadListObjectInfo,
  updateListInfo,
  type ListFieldRepresentation,
  type ListFilterInput,
  type ListInfoRepresentation,
  type ListObjectInfoRepresentation,
} from 'shell/lists';

/** A filter as the panel shows it. */
interface FilterView {
  readonly key: string;
  readonly position: string;
  readonly field: string;
  readonly condition: string;
  readonly removeLabel: string;
  readonly isOpen: boolean;
  readonly input: ListFilterInput;
}

/** What somebody makes of the filters before he saves. */
interface Draft {
  readonly scope: string;
  readonly filters: readonly ListFilterInput[];
  readonly logic: string;
}

const MAX_FILTERS = 10;
const EDITOR = 'list-filter-editor';
const CLOSE_BUTTON = '[data-close]';

/**
 * Shows what a list view is filtered by, and lets who may change it edit owner, filters and their logic. Fires `close`,
 * and `saved` with what the list view is then.
 */
export default class FilterPanel extends LightningElement {
  errorText: string | undefined;
  isSaving = false;
  private shownList: ListInfoRepresentation | undefined;
  private objectInfo: ListObjectInfoRepresentation | undefined;
  private draft: Draft | undefined;
  private openIndex: number | undefined;
  /** What gets the focus when it is there: what somebody has just opened, or the panel when an input is gone. */
  private focusTarget: string | undefined;

  /** The list that is shown; another one ends what was being edited. */
  @api get listInfo(): ListInfoRepresentation | undefined {
    return this.shownList;
  }
  set listInfo(listInfo: ListInfoRepresentation | undefined) {
    this.shownList = listInfo;
    this.forget();
    if (listInfo?.updateable) void this.loadFields(listInfo.listReference.objectApiName);
  }

  get canEdit(): boolean {
    return this.objectInfo !== undefined && this.shownList?.updateable === true;
  }

  get isReadOnly(): boolean {
    return this.shownList?.updateable === false;
  }

  get isChanged(): boolean {
    return this.draft !== undefined;
  }

  get fields(): readonly ListFieldRepresentation[] {
    return this.objectInfo?.columns ?? [];
  }

  get scopes(): { readonly label: string; readonly value: string }[] {
    const offered = (this.objectInfo?.availableScopes ?? []).map(({ apiName, label }) => ({
      label,
      value: apiName,
    }));
    const isOffered = offered.some(({ value }) => value === this.scope);
    return isOffered ? offered : [...offered, { label: this.scopeLabel, value: this.scope }];
  }

  get scope(): string {
    return this.current.scope;
  }

  get scopeLabel(): string {
    return this.shownList?.scope.label ?? '';
  }

  get filters(): FilterView[] {
    const { filters } = this.current;
    return filters.map((input, index) => {
      const field = this.labelOf(input.fieldApiName);
      return {
        key: String(index),
        position: filters.length > 1 ? `${index + 1}.` : '',
        field,
        condition:
          `${operatorLabel(input.operator)} ${input.operandLabels.map(operandLabel).join(', ')}`.trim(),
        removeLabel: `Remove ${field}`,
        isOpen: index === this.openIndex,
        input,
      };
    });
  }

  get hasFilters(): boolean {
    return this.current.filters.length > 0;
  }

  get hasSeveral(): boolean {
    return this.current.filters.length > 1;
  }

  get isFull(): boolean {
    return this.current.filters.length >= MAX_FILTERS;
  }

  get logic(): string {
    return this.current.logic;
  }

  renderedCallback(): void {
    const { focusTarget } = this;
    const target = focusTarget && this.template?.querySelector<HTMLElement>(focusTarget);
    if (!target) return;
    this.focusTarget = undefined;
    target.focus();
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleScope({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.change({ scope: detail.value });
  }

  handleLogic({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.change({ logic: detail.value });
  }

  /** A new filter begins with the first field that the list shows. */
  handleAdd(): void {
    const filterable = this.fields.filter((each) => each.filterable);
    const [first] = this.shownList?.displayColumns ?? [];
    const field =
      filterable.find(({ fieldApiName }) => fieldApiName === first?.fieldApiName) ?? filterable[0];
    if (!field) return;
    const { fieldApiName, supportedFilterOperators } = field;
    const added = { fieldApiName, operator: supportedFilterOperators[0] ?? 'Equals', operandLabels: [] };
    const { filters } = this.current;
    this.open(filters.length);
    this.changeFilters([...filters, added]);
  }

  handleEdit(event: Event): void {
    this.open(indexOf(event));
  }

  handleFilter(event: CustomEvent<ListFilterInput>): void {
    const index = indexOf(event);
    const filters = this.current.filters.map((filter, i) => (i === index ? event.detail : filter));
    this.change({ filters });
  }

  handleDone(): void {
    this.openIndex = undefined;
    this.focusTarget = CLOSE_BUTTON;
  }

  handleRemove(event: Event): void {
    const index = indexOf(event);
    this.openIndex = undefined;
    this.changeFilters(this.current.filters.filter((_filter, i) => i !== index));
  }

  handleRemoveAll(): void {
    this.openIndex = undefined;
    this.changeFilters([]);
  }

  handleCancel(): void {
    this.forget();
    this.focusTarget = CLOSE_BUTTON;
  }

  async handleSave(): Promise<void> {
    const { shownList, current } = this;
    if (!shownList) return;
    this.isSaving = true;
    try {
      const detail = await updateListInfo(shownList.listReference, {
        scope: current.scope === shownList.scope.apiName ? undefined : { apiName: current.scope },
        filteredByInfo: current.filters,
        filterLogicString: current.logic.trim() === '' ? null : current.logic,
      });
      this.forget();
      this.focusTarget = CLOSE_BUTTON;
      this.dispatchEvent(new CustomEvent('saved', { detail }));
    } catch (error) {
      this.errorText = messageOf(error);
    }
    this.isSaving = false;
  }

  private get current(): Draft {
    if (this.draft) return this.draft;
    const { scope, filteredByInfo, filterLogicString } = this.shownList ?? {};
    const filters = (filteredByInfo ?? []).map(({ fieldApiName, operator, operandLabels }) => ({
      fieldApiName,
      operator,
      operandLabels,
    }));
    return { scope: scope?.apiName ?? '', filters, logic: filterLogicString ?? '' };
  }

  private change(changed: Partial<Draft>): void {
    this.draft = { ...this.current, ...changed };
    this.errorText = undefined;
  }

  /** A logic that counts other filters says nothing any more. */
  private changeFilters(filters: readonly ListFilterInput[]): void {
    const isCounted = filters.length === this.current.filters.length;
    this.change({ filters, ...(!isCounted && { logic: '' }) });
  }

  private open(index: number): void {
    this.openIndex = index;
    this.focusTarget = EDITOR;
  }

  private labelOf(fieldApiName: string): string {
    const known = [...(this.shownList?.filteredByInfo ?? []), ...this.fields];
    return known.find((field) => field.fieldApiName === fieldApiName)?.label ?? fieldApiName;
  }

  private forget(): void {
    this.draft = undefined;
    this.openIndex = undefined;
    this.errorText = undefined;
  }

  private async loadFields(objectApiName: string): Promise<void> {
    try {
      this.objectInfo = await loadListObjectInfo(objectApiName);
    } catch (error) {
      this.errorText = messageOf(error);
    }
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset['key']);
}
