import { UnsupportedFeatureError } from '../../../core';
import { columnOfFieldPath, COLUMNS_WITHOUT_FIELD, fieldPathOfColumn } from '../../../metadata';
import type { Field, Schema, SObjectType } from '../../../schema';
import { resolveFieldPath } from '../filters/resolve-path';
import { layoutLabel } from '../layouts/layout-label';
import type { UiRequest } from '../request/ui-request';

/** A column of a list. */
export interface ListColumn {
  /** Path of the field that is shown; of a reference, the name of what it points to: `Account.Name`. */
  readonly path: string;
  readonly field: Field;
  readonly label: string;
  /** Path of the id of the record that the column links to; null when it links to none. */
  readonly lookupId: string | null;
}

/**
 * The path of the field that a column shows.
 * @throws UnsupportedFeatureError for a column that the local org does not know
 */
export function columnPath(schema: Schema, type: SObjectType, column: string): string {
  const path = fieldPathOfColumn(schema, type, column);
  if (path === undefined) throw new UnsupportedFeatureError(`List column ${column} of ${type.name}`);
  const relationship = type.field(path)?.relationship;
  if (!relationship?.relationshipName) return path;
  const [target = '', another] = relationship.referenceTo;
  const name = another === undefined ? schema.find(target)?.nameField?.name : 'Name';
  return name === undefined ? path : `${relationship.relationshipName}.${name}`;
}

/**
 * The name that the column of a field has in the metadata of list views: `OPPORTUNITY.AMOUNT` of `Amount`.
 * @throws UnsupportedFeatureError for a field that no column is known for
 */
export function columnNameOf(ui: UiRequest, type: SObjectType, path: string): string {
  const column = columnOfFieldPath(ui.deps.org.schema(), type, path);
  if (column === undefined) throw new UnsupportedFeatureError(`List column for ${type.name}.${path}`);
  return column;
}

/** The columns that the user may read, in order. */
export function listColumns(ui: UiRequest, type: SObjectType, columns: readonly string[]): ListColumn[] {
  const schema = ui.deps.org.schema();
  return columns
    .filter((column) => !COLUMNS_WITHOUT_FIELD.has(column))
    .flatMap((column) => columnOf(ui, type, columnPath(schema, type, column)) ?? []);
}

/** A column of a field path; undefined when the user may not read it. */
export function columnOf(ui: UiRequest, type: SObjectType, path: string): ListColumn | undefined {
  const resolved = tryResolve(ui, type, path);
  if (!resolved) return undefined;
  const names = resolved.path.split('.');
  const relationship = names.slice(0, -1).join('.');
  const links = resolved.field.nameField;
  return {
    ...resolved,
    label: columnLabel(type, names, resolved.field),
    lookupId: links ? (relationship === '' ? 'Id' : `${relationship}.Id`) : null,
  };
}

function tryResolve(
  ui: UiRequest,
  type: SObjectType,
  path: string,
): ReturnType<typeof resolveFieldPath> | undefined {
  try {
    return resolveFieldPath(ui, type, path);
  } catch {
    // The only error there is: the field is not open to the user, who does not see the column then.
    return undefined;
  }
}

/** `Account Name`, `Opportunity Owner Alias`; a custom reference is called as its field. */
function columnLabel(type: SObjectType, names: readonly string[], field: Field): string {
  const [relationship = ''] = names;
  if (names.length === 1) return layoutLabel(type, field);
  const reference = type.parentField(relationship);
  if (!reference) return field.label;
  const label = layoutLabel(type, reference);
  if (reference.custom && field.nameField) return label;
  return field.label.startsWith(label) ? field.label : `${label} ${field.nameField ? 'Name' : field.label}`;
}
