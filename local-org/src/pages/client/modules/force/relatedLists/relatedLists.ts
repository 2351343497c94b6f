import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import { getRelatedListsInfo } from 'lightning/uiRelatedListApi';
import { messageOf } from 'shell/http';
import type { RecordRepresentation } from 'shell/records';
import type { WireResult } from 'shell/wire';

interface RelatedListSummary {
  readonly relatedListId: string;
  readonly label: string;
}

/** All related lists that the page layout of a record has. */
export default class RelatedLists extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  errorText: string | undefined;
  lists: readonly RelatedListSummary[] | undefined;
  recordTypeId: string | undefined;

  @wire(getRecord, { recordId: '$recordId', fields: '$idField' })
  receiveRecord({ data }: WireResult<RecordRepresentation>): void {
    if (data?.recordTypeId) this.recordTypeId = data.recordTypeId;
  }

  @wire(getRelatedListsInfo, { parentObjectApiName: '$objectApiName', recordTypeId: '$recordTypeId' })
  receive({ data, error }: WireResult<unknown>): void {
    if (data) this.lists = (data as { relatedLists: readonly RelatedListSummary[] }).relatedLists;
    if (error !== undefined) this.errorText = messageOf(error);
  }

  get idField(): string[] {
    return [`${this.objectApiName ?? ''}.Id`];
  }

  get isEmpty(): boolean {
    return this.lists?.length === 0;
  }
}
