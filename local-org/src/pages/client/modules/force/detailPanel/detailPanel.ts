import { LightningElement, api, wire } from 'lwc';
import { getRecordUi } from 'lightning/uiRecordApi';
import { messageOf } from 'shell/http';
import { recordView, type RecordUiRepresentation, type RecordView } from 'shell/uiApiTypes';
import type { WireResult } from 'shell/wire';

/** The fields of a record as its page layout arranges them, edited in place. */
export default class DetailPanel extends LightningElement {
  @api recordId: string | undefined;
  errorText: string | undefined;
  view: RecordView | undefined;

  @wire(getRecordUi, { recordIds: '$recordId', layoutTypes: 'Full', modes: 'View' })
  receive({ data, error }: WireResult<unknown>): void {
    if (data && this.recordId) this.view = recordView(data as RecordUiRepresentation, this.recordId, 'Full');
    this.errorText = error === undefined ? undefined : messageOf(error);
  }

  get isLoading(): boolean {
    return !this.view;
  }
}
