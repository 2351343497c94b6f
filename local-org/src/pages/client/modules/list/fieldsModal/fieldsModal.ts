import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { messageOf } from 'shell/http';
import { updateListInfo, type ListFieldRepresentation, type ListInfoRepresentation } from 'shell/lists';

/** Asks which fields a list shows, and in which order. Closes with what the list view is after the save. */
export default class FieldsModal extends LightningModal {
  @api listInfo: ListInfoRepresentation | undefined;
  /** The fields that lists of the object can show. */
  @api fields: readonly ListFieldRepresentation[] = [];
  errorText: string | undefined;
  isSaving = false;
  private picked: readonly string[] | undefined;

  get chosen(): readonly string[] {
    return this.picked ?? this.shown.map(({ fieldApiName }) => fieldApiName);
  }

  /** A column that is not offered, such as a field of an owner, stays as it is. */
  get options(): { readonly label: string; readonly value: string }[] {
    const offered = new Map(
      [...this.fields, ...this.shown].map((field) => [field.fieldApiName, field.label]),
    );
    return [...offered]
      .map(([value, label]) => ({ label, value }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }

  handleChange({ detail }: CustomEvent<{ readonly value: readonly string[] }>): void {
    this.picked = detail.value;
  }

  handleCancel(): void {
    this.close();
  }

  async handleSave(): Promise<void> {
    const { listInfo, chosen } = this;
    if (!listInfo || chosen.length === 0) return;
    this.isSaving = true;
    try {
      this.close(await updateListInfo(listInfo.listReference, { displayColumns: chosen }));
    } catch (error) {
      this.errorText = messageOf(error);
    }
    this.isSaving = false;
  }

  private get shown(): ListInfoRepresentation['displayColumns'] {
    return this.listInfo?.displayColumns ?? [];
  }
}
