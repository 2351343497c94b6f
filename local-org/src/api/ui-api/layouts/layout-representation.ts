/** What stands in an item: a field, or something else. */
export interface LayoutComponentRepresentation {
  readonly apiName: string | null;
  /** `Field`, `EmptySpace`, `CustomLink`, `VisualforcePage`, `ReportChart`, `Canvas`. */
  readonly componentType: string;
  readonly label?: string;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_layout_item.htm */
export interface LayoutItemRepresentation {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly LayoutComponentRepresentation[];
  readonly lookupIdApiName: string | null;
  readonly required: boolean;
  readonly sortable: boolean;
  /** `Edit`, `Required`, `Readonly`; null in compact layouts and those of quick actions. */
  readonly uiBehavior: string | null;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_layout_section.htm */
export interface LayoutSectionRepresentation {
  readonly collapsible: boolean;
  readonly columns: number;
  readonly heading: string | null;
  readonly id: string;
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItemRepresentation[] }[];
  readonly rows: number;
  readonly useHeading: boolean;
}

/** Kinds of layouts: the page layout, or the compact layout with key fields. */
export const LAYOUT_TYPES = ['Full', 'Compact'] as const;
export type LayoutType = (typeof LAYOUT_TYPES)[number];

/** What a layout is used for, which decides on its fields. */
export const LAYOUT_MODES = ['View', 'Edit', 'Create'] as const;
export type LayoutMode = (typeof LAYOUT_MODES)[number];

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_layout.htm */
export interface LayoutRepresentation {
  readonly eTag: string;
  readonly id: string;
  readonly layoutType: LayoutType;
  readonly mode: LayoutMode;
  readonly objectApiName: string;
  readonly recordTypeId: string;
  readonly saveOptions: readonly unknown[];
  readonly sections: readonly LayoutSectionRepresentation[];
}
