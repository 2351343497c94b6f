import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';
import type { WireResult } from 'shell/wire';
import type { PageComponent, PageItem } from '../../../../page-model/page-model';

interface FieldView {
  readonly key: string;
  readonly name: string;
  readonly required: boolean | undefined;
  readonly readOnly: boolean;
  readonly editable: boolean;
  readonly editLabel: string;
}

interface ColumnView {
  readonly key: string;
  readonly fields: readonly FieldView[];
}

/** Fields that stand on the page itself, in columns (dynamic forms); shows them, and edits them on demand. */
export default class FieldSection extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api label: string | undefined;
  @api facets: PageComponent['facets'] = {};
  isEditing = false;
  private objectInfo: ObjectInfoRepresentation | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  receive({ data }: WireResult<ObjectInfoRepresentation>): void {
    this.objectInfo = data;
  }

  get columns(): ColumnView[] {
    const columns = (this.facets['columns'] ?? []).flatMap((item) =>
      item.kind === 'component' ? [item] : [],
    );
    return columns.map(({ key, facets }) => ({
      key,
      fields: (facets['body'] ?? []).flatMap((item) => this.fieldView(item)),
    }));
  }

  get columnClass(): string {
    return `slds-col slds-size_1-of-1 slds-medium-size_1-of-${Math.max(1, this.columns.length)}`;
  }

  handleEdit(): void {
    this.isEditing = true;
  }

  handleCancel(): void {
    this.isEditing = false;
  }

  handleSaved(): void {
    this.isEditing = false;
  }

  private fieldView(item: PageItem): FieldView[] {
    if (item.kind !== 'field') return [];
    const { key, field: name, behavior } = item;
    const field = this.objectInfo?.fields[name];
    const readOnly = behavior === 'readonly';
    return [
      {
        key,
        name,
        required: behavior === 'required' ? true : undefined,
        readOnly,
        editable: !readOnly && field?.updateable === true,
        editLabel: `Edit ${field?.label ?? name}`,
      },
    ];
  }
}
