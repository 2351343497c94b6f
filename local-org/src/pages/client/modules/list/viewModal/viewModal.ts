import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { messageOf } from 'shell/http';
import {
  createListInfo,
  updateListInfo,
  type ListInfoInput,
  type ListInfoRepresentation,
  type ListVisibility,
} from 'shell/lists';

/** What the dialog does with the list that is shown. */
export type ViewModalMode = 'new' | 'clone' | 'rename' | 'sharing';

/** An input that says whether its value will do. */
interface ValidatedInput extends HTMLElement {
  reportValidity(): boolean;
}

const VISIBILITY_LABELS: Readonly<Record<ListVisibility, string>> = {
  Private: 'Only I can see this list view',
  Public: 'All users can see this list view',
  Shared: 'Some groups of users can see this list view',
};

/** Asks for the name of a list view and who sees it. Closes with what the list view is after the save. */
export default class ViewModal extends LightningModal {
  @api mode: ViewModalMode = 'new';
  /** The list that is shown. */
  @api listInfo: ListInfoRepresentation | undefined;
  /** Whether the user may make lists that others see. */
  @api publicCreatable = false;
  errorText: string | undefined;
  isSaving = false;
  private typedLabel: string | undefined;
  private typedApiName: string | undefined;
  private chosen: ListVisibility | undefined;

  get isMade(): boolean {
    return this.mode === 'new' || this.mode === 'clone';
  }

  get asksName(): boolean {
    return this.mode !== 'sharing';
  }

  get asksApiName(): boolean {
    return this.isMade;
  }

  get asksVisibility(): boolean {
    return this.mode === 'sharing' || (this.isMade && this.publicCreatable);
  }

  get listLabel(): string {
    if (this.typedLabel !== undefined) return this.typedLabel;
    const { label = '' } = this.listInfo ?? {};
    if (this.mode === 'clone') return `Copy of ${label}`;
    return this.mode === 'new' ? '' : label;
  }

  /** Follows the name until somebody types another. */
  get apiName(): string {
    return this.typedApiName ?? apiNameOf(this.listLabel);
  }

  get visibility(): ListVisibility {
    return this.chosen ?? (this.isMade ? 'Private' : (this.listInfo?.visibility ?? 'Private'));
  }

  /** Who is in the groups of a shared list is set by a deploy; the list stays shared with them until it is changed. */
  get visibilities(): { readonly label: string; readonly value: ListVisibility }[] {
    const isShared = this.mode === 'sharing' && this.listInfo?.visibility === 'Shared';
    const offered: ListVisibility[] = ['Private', 'Public', ...(isShared ? (['Shared'] as const) : [])];
    return offered.map((value) => ({ label: VISIBILITY_LABELS[value], value }));
  }

  handleLabel({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.typedLabel = detail.value;
  }

  handleApiName({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.typedApiName = detail.value;
  }

  handleVisibility({ detail }: CustomEvent<{ readonly value: ListVisibility }>): void {
    this.chosen = detail.value;
  }

  handleCancel(): void {
    this.close();
  }

  async handleSave(): Promise<void> {
    const inputs = [...(this.template?.querySelectorAll<ValidatedInput>('lightning-input') ?? [])];
    if (!this.listInfo || inputs.map((input) => input.reportValidity()).includes(false)) return;
    this.isSaving = true;
    try {
      this.close(await this.save(this.listInfo));
    } catch (error) {
      this.errorText = messageOf(error);
    }
    this.isSaving = false;
  }

  private save({ listReference, ...shown }: ListInfoRepresentation): Promise<ListInfoRepresentation> {
    const { listLabel: label, visibility, apiName: listViewApiName } = this;
    if (this.mode === 'rename') return updateListInfo(listReference, { label });
    if (this.mode === 'sharing') return updateListInfo(listReference, { visibility });
    const copied: ListInfoInput = this.mode === 'clone' ? copyOf(shown) : {};
    return createListInfo(listReference.objectApiName, { ...copied, listViewApiName, label, visibility });
  }
}

function copyOf({
  displayColumns,
  filteredByInfo,
  filterLogicString,
  scope,
}: Omit<ListInfoRepresentation, 'listReference'>): ListInfoInput {
  return {
    displayColumns: displayColumns.map(({ fieldApiName }) => fieldApiName),
    filteredByInfo: filteredByInfo.map(({ fieldApiName, operator, operandLabels }) => ({
      fieldApiName,
      operator,
      operandLabels,
    })),
    filterLogicString,
    // The records viewed last are no scope of a list that somebody makes.
    ...(scope.apiName !== 'recentlyViewed' && { scope: { apiName: scope.apiName } }),
  };
}

/** `My_open_deals` for `My open deals!`. */
function apiNameOf(label: string): string {
  return label
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[^A-Za-z]+/, '')
    .replace(/_+$/, '');
}
