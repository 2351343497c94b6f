import { LightningElement, api, wire } from 'lwc';
import { getRecordUi } from 'lightning/uiRecordApi';
import { messageOf } from 'shell/http';
import { objectIcon } from 'shell/objectIcons';
import type { RecordRepresentation } from 'shell/records';
import {
  recordView,
  type FieldRepresentation,
  type RecordUiRepresentation,
  type RecordView,
} from 'shell/uiApiTypes';
import type { WireResult } from 'shell/wire';

interface HighlightView {
  readonly key: string;
  readonly label: string;
  readonly field: FieldRepresentation;
}

/** The head of a record page: name, and the fields of the compact layout. */
export default class HighlightsPanel extends LightningElement {
  @api recordId: string | undefined;
  errorText: string | undefined;
  private view: RecordView | undefined;

  @wire(getRecordUi, { recordIds: '$recordId', layoutTypes: 'Compact', modes: 'View' })
  receive({ data, error }: WireResult<unknown>): void {
    if (data && this.recordId)
      this.view = recordView(data as RecordUiRepresentation, this.recordId, 'Compact');
    this.errorText = error === undefined ? undefined : messageOf(error);
  }

  get record(): RecordRepresentation | undefined {
    return this.view?.record;
  }

  get objectLabel(): string {
    return this.view?.objectInfo.label ?? '';
  }

  get iconName(): string {
    return objectIcon(this.view?.objectInfo);
  }

  get recordName(): string {
    const name = this.record?.fields[this.nameField ?? ''];
    return String(name?.displayValue ?? name?.value ?? '');
  }

  /** Without the name, which is the title. */
  get fields(): HighlightView[] {
    const { layout, objectInfo } = this.view ?? {};
    const items = (layout?.sections ?? []).flatMap(({ layoutRows }) =>
      layoutRows.flatMap(({ layoutItems }) => layoutItems),
    );
    return items.flatMap(({ label, layoutComponents }) => {
      const field = objectInfo?.fields[layoutComponents[0]?.apiName ?? ''];
      return field && field.apiName !== this.nameField ? [{ key: field.apiName, label, field }] : [];
    });
  }

  private get nameField(): string | undefined {
    const names = this.view?.objectInfo.nameFields ?? [];
    return names.includes('Name') ? 'Name' : names[0];
  }
}
