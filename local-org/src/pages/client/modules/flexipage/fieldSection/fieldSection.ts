import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecordUi } from 'lightning/uiRecordApi';
import { fieldLayout, fieldPlace } from 'shell/formSections';
import { messageOf } from 'shell/http';
import {
  recordView,
  type LayoutItemRepresentation,
  type LayoutRepresentation,
  type ObjectInfoRepresentation,
  type RecordUiRepresentation,
  type RecordView,
} from 'shell/uiApiTypes';
import type { WireResult } from 'shell/wire';
import type { PageComponent, PageItem } from '../../../../page-model/page-model';

/** Fields that stand on the page itself, in columns (dynamic forms), edited in place. */
export default class FieldSection extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api label: string | undefined;
  @api facets: PageComponent['facets'] = {};
  errorText: string | undefined;
  view: RecordView | undefined;
  private objectInfo: ObjectInfoRepresentation | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  receiveObjectInfo({ data }: WireResult<ObjectInfoRepresentation>): void {
    this.objectInfo = data;
  }

  @wire(getRecordUi, { recordIds: '$recordId', optionalFields: '$fields' })
  receive({ data, error }: WireResult<unknown>): void {
    if (data && this.recordId) this.view = recordView(data as RecordUiRepresentation, this.recordId, 'Full');
    this.errorText = error === undefined ? undefined : messageOf(error);
  }

  /** Lookups with the name of the record to which they lead. */
  get fields(): string[] | undefined {
    const { objectInfo } = this;
    if (!objectInfo) return undefined;
    return this.columns.flat().flatMap(({ layoutComponents }) =>
      layoutComponents.flatMap(({ apiName }) => {
        const relationship = objectInfo.fields[apiName ?? '']?.relationshipName;
        const paths = [apiName, ...(relationship ? [`${relationship}.Name`] : [])];
        return paths.map((path) => `${objectInfo.apiName}.${path}`);
      }),
    );
  }

  get layout(): LayoutRepresentation {
    return fieldLayout(this.columns, this.label);
  }

  private get columns(): LayoutItemRepresentation[][] {
    const columns = (this.facets['columns'] ?? []).flatMap((item) =>
      item.kind === 'component' ? [item] : [],
    );
    return columns.map(({ facets }) => (facets['body'] ?? []).flatMap((item) => this.place(item)));
  }

  private place(item: PageItem): LayoutItemRepresentation[] {
    if (item.kind !== 'field') return [];
    const { field, behavior } = item;
    const info = this.objectInfo?.fields[field];
    const required = behavior === 'required' || (info?.required === true && info.dataType !== 'Boolean');
    return [fieldPlace(field, info, { required, readOnly: behavior === 'readonly' })];
  }
}
