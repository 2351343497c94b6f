import type { RecordForm } from 'shell/recordForm';
import type { RecordRepresentation } from 'shell/records';
import type {
  FieldRepresentation,
  LayoutItemRepresentation,
  LayoutRepresentation,
  LayoutSectionRepresentation,
  ObjectInfoRepresentation,
  PicklistValueRepresentation,
} from 'shell/uiApiTypes';

/** A field in its place, as it is shown or edited. */
export interface FieldView {
  readonly name: string;
  readonly field: FieldRepresentation;
  readonly label: string;
  readonly value: unknown;
  readonly displayName: string | undefined;
  readonly choices: readonly PicklistValueRepresentation[];
  readonly required: boolean;
  readonly error: string | undefined;
  /** Whether it holds something that has not been saved. */
  readonly isChanged: boolean;
  readonly editorClass: string;
}

/** A place of a layout: one field, or those of which a compound one consists. */
export interface ItemView {
  readonly key: string;
  readonly label: string;
  readonly help: string | null;
  readonly fields: readonly FieldView[];
  /** Shows an input for each field. */
  readonly isEditing: boolean;
  /** Shows a pencil. */
  readonly isEditable: boolean;
  readonly isCompound: boolean;
  /** Parts of an address, in their order; undefined for anything else. */
  readonly address: AddressView | undefined;
  readonly pencilLabel: string;
  /** Name of the first field; undefined for an empty place. */
  readonly firstName: string | undefined;
  readonly required: boolean;
}

/** An address in its parts, as `lightning-formatted-address` takes them. */
export interface AddressView {
  readonly street: string;
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
  readonly country: string;
}

export interface SectionView {
  readonly key: string;
  readonly heading: string | null;
  readonly columnClass: string;
  readonly items: readonly ItemView[];
}

/** What sections are drawn from. */
export interface SectionSource {
  readonly layout: LayoutRepresentation | undefined;
  readonly objectInfo: ObjectInfoRepresentation | undefined;
  readonly record: RecordRepresentation | undefined;
  /** Given while something is edited. */
  readonly form?: RecordForm | undefined;
  /** Whether fields that may be edited show a pencil. */
  readonly offersEdit?: boolean;
  /** Whether the owner may be changed here; elsewhere that is an action of its own. */
  readonly offersOwner?: boolean;
}

const OWNER = 'OwnerId';
const EMPTY_PLACE: LayoutItemRepresentation = { label: '', layoutComponents: [] };

const ADDRESS_PARTS = ['Street', 'City', 'State', 'PostalCode', 'Country'] as const;
const ADDRESS_FIELD = /(?:Street|City|State|PostalCode|Country)$/;

/** A place of a layout that is made here, with one field. */
export function fieldPlace(
  apiName: string,
  field: FieldRepresentation | undefined,
  { required, readOnly = false }: { readonly required: boolean; readonly readOnly?: boolean },
): LayoutItemRepresentation {
  return {
    // Lookups are labelled by the record, not by its id.
    label: field?.label.replace(/ ID$/, '') ?? apiName,
    required,
    editableForNew: !readOnly,
    editableForUpdate: !readOnly,
    layoutComponents: [{ apiName, componentType: 'Field' }],
  };
}

/** A layout of one section with these places, column by column. */
export function fieldLayout(
  columns: readonly (readonly LayoutItemRepresentation[])[],
  heading = '',
): LayoutRepresentation {
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const section: LayoutSectionRepresentation = {
    id: 'fields',
    heading,
    useHeading: heading !== '',
    collapsible: false,
    columns: columns.length,
    rows,
    layoutRows: Array.from({ length: rows }, (_none, row) => ({
      layoutItems: columns.map((column) => column[row] ?? EMPTY_PLACE),
    })),
  };
  return { id: 'fields', layoutType: 'Full', mode: 'Edit', sections: [section] };
}

/** The sections of a layout with what stands in them; places of what is no field stay empty. */
export function sectionViews(source: SectionSource): SectionView[] {
  return (source.layout?.sections ?? []).map((section) => sectionView(section, source));
}

/** Names of the fields that sections let the user edit. */
export function editedNames(sections: readonly SectionView[]): string[] {
  return sections.flatMap(({ items }) =>
    items.flatMap(({ isEditing, fields }) => (isEditing ? fields.map(({ name }) => name) : [])),
  );
}

function sectionView(section: LayoutSectionRepresentation, source: SectionSource): SectionView {
  const items = section.layoutRows.flatMap(({ layoutItems }, row) =>
    layoutItems.map((item, column) => itemView(`${section.id}/${row}/${column}`, item, source)),
  );
  return {
    key: section.id,
    heading: section.useHeading ? section.heading : null,
    columnClass: `slds-col slds-size_1-of-1 slds-medium-size_1-of-${Math.max(1, section.columns)}`,
    items,
  };
}

/** One place of a layout. */
export function itemView(key: string, item: LayoutItemRepresentation, source: SectionSource): ItemView {
  const { objectInfo, form } = source;
  const fields = item.layoutComponents.flatMap(({ apiName, componentType }) => {
    const field = componentType === 'Field' ? objectInfo?.fields[apiName ?? ''] : undefined;
    return field ? [field] : [];
  });
  const isNew = form?.isNew ?? false;
  const mayEdit =
    ((isNew ? item.editableForNew : item.editableForUpdate) ?? false) &&
    (source.offersOwner === true || fields[0]?.apiName !== OWNER) &&
    fields.some(({ createable, updateable }) => (isNew ? createable : updateable));
  const isEditing = form !== undefined && mayEdit;
  const shown = isEditing
    ? fields.filter(({ createable, updateable }) => (isNew ? createable : updateable))
    : fields;
  return {
    key,
    label: item.label,
    help: fields[0]?.inlineHelpText ?? null,
    fields: shown.map((field) => fieldView(field, item, shown.length, source)),
    isEditing,
    isEditable: !isEditing && mayEdit && source.offersEdit === true,
    isCompound: shown.length > 1,
    address: addressOf(fields, source.record),
    pencilLabel: `Edit ${item.label}`,
    firstName: shown[0]?.apiName,
    required: isEditing && item.required === true,
  };
}

function fieldView(
  field: FieldRepresentation,
  item: LayoutItemRepresentation,
  count: number,
  { form, record }: SectionSource,
): FieldView {
  const { apiName: name } = field;
  const isChanged = form !== undefined && !form.isNew && name in form.changes();
  return {
    name,
    field,
    label: count === 1 ? item.label : field.label,
    value: form ? form.value(name) : (record?.fields[name]?.value ?? null),
    displayName: form?.referenceName(name),
    choices: form?.choices(name) ?? [],
    required:
      field.dataType !== 'Boolean' && (count === 1 ? item.required === true : field.required === true),
    error: form?.errors.fields[name],
    isChanged,
    editorClass: `local-org-editor${isChanged ? ' local-org-editor_changed' : ''}`,
  };
}

function addressOf(
  fields: readonly FieldRepresentation[],
  record: RecordRepresentation | undefined,
): AddressView | undefined {
  if (fields.length < 2 || !fields.every(({ apiName }) => ADDRESS_FIELD.test(apiName))) return undefined;
  const [street = '', city = '', province = '', postalCode = '', country = ''] = ADDRESS_PARTS.map((part) => {
    const field = fields.find(({ apiName }) => apiName.endsWith(part));
    const value = field && record?.fields[field.apiName]?.value;
    return typeof value === 'string' ? value : '';
  });
  return { street, city, province, postalCode, country };
}
