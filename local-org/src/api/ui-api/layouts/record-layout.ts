import { recordIdFromName } from '../../../core';
import type { LayoutItemDefinition, LayoutSectionDefinition } from '../../../metadata';
import { MASTER_RECORD_TYPE_ID, type SObjectType } from '../../../schema';
import { describeFor } from '../object-info/object-info';
import { recordTypeName } from '../object-info/record-type-name';
import { recordTypeInfosOf } from '../object-info/record-type-info';
import type { UiRequest } from '../request/ui-request';
import { withEtag } from '../values/etag';
import { compactSection } from './compact-layout';
import { findLayout } from './find-layout';
import { EMPTY_SPACE, layoutItem, type LayoutSubject } from './layout-items';
import type {
  LayoutMode,
  LayoutRepresentation,
  LayoutSectionRepresentation,
  LayoutType,
} from './layout-representation';

/** Which layout is asked for. */
export interface LayoutQuery {
  readonly layoutType: LayoutType;
  readonly mode: LayoutMode;
  /** Null: that of the user's default record type. */
  readonly recordTypeId: string | null;
}

/** Fields that a form for a new record leaves out, beside computed ones. */
const NOT_IN_CREATE: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);

/**
 * The layout of an object for the user: page layout or compact layout, with the fields that the user may read.
 *
 * DEVIATION: `formFactor` makes no difference.
 * @throws ApiError INVALID_ID_FIELD for a record type of another object
 */
export function recordLayout(ui: UiRequest, type: SObjectType, query: LayoutQuery): LayoutRepresentation {
  const described = describeFor(ui, type);
  const recordTypeId = query.recordTypeId ?? recordTypeInfosOf(described).defaultId;
  const recordType = recordTypeName(ui, type, recordTypeId);
  const subject: LayoutSubject = {
    type,
    fields: new Map(described.fields.map((field) => [field.name, field])),
  };
  const { layoutType, mode } = query;
  const compact = layoutType === 'Compact';
  const definition = findLayout(ui, type, recordType);
  const name = `${definition.object}-${definition.name}`;
  return withEtag({
    id: compact
      ? recordIdFromName('0AH', `${type.name} ${recordType ?? MASTER_RECORD_TYPE_ID}`)
      : recordIdFromName('00h', name),
    layoutType,
    mode,
    objectApiName: type.name,
    recordTypeId,
    saveOptions: [],
    sections: compact
      ? [compactSection(ui, subject, recordType)]
      : definition.sections.flatMap((section, index) =>
          sectionOf(subject, section, mode, recordIdFromName('01B', `${name} ${index}`)),
        ),
  });
}

/** A section, unless nothing of it is left for the user in that mode. */
function sectionOf(
  subject: LayoutSubject,
  section: LayoutSectionDefinition,
  mode: LayoutMode,
  id: string,
): LayoutSectionRepresentation[] {
  const columns = section.columns.map((column) =>
    column.filter((item) => isInMode(subject, item, mode)).flatMap((item) => layoutItem(subject, item) ?? []),
  );
  const rows = Math.max(0, ...columns.map((column) => column.length));
  if (rows === 0) return [];
  return [
    {
      collapsible: section.detailHeading && mode === 'View',
      columns: columns.length,
      heading: section.label,
      id,
      layoutRows: Array.from({ length: rows }, (_none, row) => ({
        layoutItems: columns.map((column) => column[row] ?? EMPTY_SPACE),
      })),
      rows,
      useHeading: mode === 'View' ? section.detailHeading : section.editHeading,
    },
  ];
}

/** A form for a new record shows nothing that only comes with the save. */
function isInMode(
  { type, fields }: LayoutSubject,
  { name }: LayoutItemDefinition,
  mode: LayoutMode,
): boolean {
  if (mode !== 'Create' || name === null) return true;
  const field = fields.get(type.field(name)?.name ?? '');
  return !NOT_IN_CREATE.has(name) && !(field?.calculated ?? false) && !(field?.autoNumber ?? false);
}

/** Paths of the fields that a layout shows; of a record that a reference points to, its name. */
export function layoutPaths(ui: UiRequest, type: SObjectType, layout: LayoutRepresentation): string[] {
  const names = layout.sections
    .flatMap(({ layoutRows }) => layoutRows.flatMap(({ layoutItems }) => layoutItems))
    .flatMap(({ layoutComponents }) => layoutComponents)
    .flatMap(({ apiName, componentType }) =>
      componentType === 'Field' && apiName !== null ? [apiName] : [],
    );
  return [...new Set(names)].flatMap((name) => {
    const relationship = type.field(name)?.relationship;
    const [target] = relationship?.referenceTo ?? [];
    const parent = target === undefined ? undefined : ui.deps.org.schema().find(target);
    const parentName = relationship && relationship.referenceTo.length > 1 ? 'Name' : parent?.nameField?.name;
    return relationship?.relationshipName && parentName
      ? [name, `${relationship.relationshipName}.${parentName}`]
      : [name];
  });
}
