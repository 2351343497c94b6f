import type { RecordRepresentation } from 'shell/records';

/** A field of an object. @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field.htm */
export interface FieldRepresentation {
  readonly apiName: string;
  readonly label: string;
  /** `String`, `Currency`, `Reference`, ... */
  readonly dataType: string;
  readonly htmlFormatted?: boolean;
  readonly extraTypeInfo?: string | null;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly required?: boolean;
  readonly createable?: boolean;
  readonly updateable?: boolean;
  readonly inlineHelpText?: string | null;
  readonly compound?: boolean;
  readonly compoundFieldName?: string | null;
  readonly controllingFields?: readonly string[];
  readonly reference?: boolean;
  readonly relationshipName?: string | null;
  readonly referenceToInfos?: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_type_info.htm */
export interface RecordTypeInfo {
  readonly recordTypeId: string;
  readonly name: string;
  /** Whether the user may give it to a record. */
  readonly available: boolean;
  readonly master: boolean;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_object_info.htm */
export interface ObjectInfoRepresentation {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix?: string | null;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, FieldRepresentation>>;
  readonly defaultRecordTypeId?: string | null;
  /** By id. */
  readonly recordTypeInfos?: Readonly<Record<string, RecordTypeInfo>>;
  readonly createable?: boolean;
  readonly updateable?: boolean;
  readonly deletable?: boolean;
  readonly searchable?: boolean;
  readonly themeInfo?: { readonly color: string; readonly iconUrl: string } | null;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_picklist_values.htm */
export interface PicklistValuesRepresentation {
  /** Index of each controlling value, to which `validFor` refers. */
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: PicklistValueRepresentation | null;
  readonly values: readonly PicklistValueRepresentation[];
}

export interface PicklistValueRepresentation {
  readonly label: string;
  readonly value: string;
  /** Indexes of controlling values under which it may be chosen; empty when it depends on nothing. */
  readonly validFor: readonly number[];
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_layout_item.htm */
export interface LayoutItemRepresentation {
  readonly label: string;
  readonly required?: boolean;
  readonly editableForNew?: boolean;
  readonly editableForUpdate?: boolean;
  readonly layoutComponents: readonly {
    readonly apiName: string | null;
    readonly componentType: string;
    readonly label?: string | null;
  }[];
}

export interface LayoutSectionRepresentation {
  readonly id: string;
  readonly heading: string;
  readonly useHeading: boolean;
  readonly collapsible: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItemRepresentation[] }[];
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_layout.htm */
export interface LayoutRepresentation {
  readonly id: string;
  readonly layoutType: string;
  readonly mode: string;
  readonly sections: readonly LayoutSectionRepresentation[];
}

type LayoutsByMode = Readonly<Record<string, LayoutRepresentation>>;

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_ui.htm */
export interface RecordUiRepresentation {
  /** By object, record type id, layout type and mode. */
  readonly layouts: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, LayoutsByMode>>>>>
  >;
  readonly objectInfos: Readonly<Record<string, ObjectInfoRepresentation>>;
  readonly records: Readonly<Record<string, RecordRepresentation>>;
}

/** Record type id of records that have none. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** What a page needs of a record's answer: the record, its object and its layout. */
export interface RecordView {
  readonly record: RecordRepresentation;
  readonly objectInfo: ObjectInfoRepresentation;
  readonly layout: LayoutRepresentation | undefined;
}

/** Takes one record out of an answer; undefined when it is not in it. */
export function recordView(
  { layouts, objectInfos, records }: RecordUiRepresentation,
  recordId: string,
  layoutType: 'Full' | 'Compact',
  mode = 'View',
): RecordView | undefined {
  const record = Object.values(records).find(({ id }) => id.slice(0, 15) === recordId.slice(0, 15));
  const objectInfo = record && objectInfos[record.apiName];
  if (!record || !objectInfo) return undefined;
  const byRecordType = layouts[record.apiName] ?? {};
  const recordTypeId = record.recordTypeId ?? objectInfo.defaultRecordTypeId ?? MASTER_RECORD_TYPE_ID;
  const byType = byRecordType[recordTypeId] ?? Object.values(byRecordType)[0];
  return { record, objectInfo, layout: byType?.[layoutType]?.[mode] };
}

/** Names of the fields of a layout. */
export function layoutFields(layout: LayoutRepresentation): string[] {
  const items = layout.sections.flatMap(({ layoutRows }) => layoutRows.flatMap((row) => row.layoutItems));
  return items.flatMap(({ layoutComponents }) =>
    layoutComponents.flatMap(({ apiName, componentType }) =>
      componentType === 'Field' && apiName !== null ? [apiName] : [],
    ),
  );
}
