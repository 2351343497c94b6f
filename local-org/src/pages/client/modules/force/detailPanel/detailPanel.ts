import { LightningElement, api, wire } from 'lwc';
import { getRecordUi } from 'lightning/uiRecordApi';
import { messageOf } from 'shell/http';
import type { RecordRepresentation } from 'shell/records';
import {
  recordView,
  type FieldRepresentation,
  type LayoutSectionRepresentation,
  type ObjectInfoRepresentation,
  type RecordUiRepresentation,
  type RecordView,
} from 'shell/uiApiTypes';
import type { WireResult } from 'shell/wire';

interface SectionView {
  readonly key: string;
  readonly heading: string | null;
  readonly columnClass: string;
  readonly items: readonly ItemView[];
}

interface ItemView {
  readonly key: string;
  readonly label: string;
  /** Absent for an empty place. */
  readonly field: FieldRepresentation | undefined;
}

/** The fields of a record as its page layout arranges them. */
export default class DetailPanel extends LightningElement {
  @api recordId: string | undefined;
  errorText: string | undefined;
  private view: RecordView | undefined;

  @wire(getRecordUi, { recordIds: '$recordId', layoutTypes: 'Full', modes: 'View' })
  receive({ data, error }: WireResult<unknown>): void {
    if (data && this.recordId) this.view = recordView(data as RecordUiRepresentation, this.recordId, 'Full');
    this.errorText = error === undefined ? undefined : messageOf(error);
  }

  get isLoading(): boolean {
    return !this.view;
  }

  get record(): RecordRepresentation | undefined {
    return this.view?.record;
  }

  get sections(): SectionView[] {
    const { layout, objectInfo } = this.view ?? {};
    return layout && objectInfo ? layout.sections.map((section) => sectionView(section, objectInfo)) : [];
  }
}

function sectionView(
  section: LayoutSectionRepresentation,
  { fields }: ObjectInfoRepresentation,
): SectionView {
  const items = section.layoutRows.flatMap(({ layoutItems }, row) =>
    layoutItems.map((item, column): ItemView => {
      const apiName = item.layoutComponents.find(({ componentType }) => componentType === 'Field')?.apiName;
      return {
        key: `${section.id}/${row}/${column}`,
        label: item.label,
        field: apiName ? fields[apiName] : undefined,
      };
    }),
  );
  return {
    key: section.id,
    heading: section.useHeading ? section.heading : null,
    columnClass:
      section.columns === 1
        ? 'slds-col slds-size_1-of-1'
        : 'slds-col slds-size_1-of-1 slds-medium-size_1-of-2',
    items,
  };
}
