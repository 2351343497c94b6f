import { ApiError, toId18 } from '../../../core';
import { textOf, type LayoutRelatedListDefinition } from '../../../metadata';
import type { ChildRelationship, SObjectType } from '../../../schema';
import { PLAIN_RELATED_LIST } from '../layouts/default-related-lists';
import { compactFields } from '../layouts/compact-layout';
import { findLayout } from '../layouts/find-layout';
import { describeFor } from '../object-info/object-info';
import { recordTypeInfosOf } from '../object-info/record-type-info';
import { recordTypeName } from '../object-info/record-type-name';
import type { UiRequest } from '../request/ui-request';
import { standardRelatedList, type RelatedListPart } from './standard-related-lists';

/** Children of a parent. */
export interface RelatedChildren {
  readonly type: SObjectType;
  /** The child's field that points to the parent. */
  readonly fieldApiName: string;
  /** What else must hold for a child to be in the list, as SOQL; null when all children are. */
  readonly condition: string | null;
}

/** A related list of an object. */
export interface RelatedList extends RelatedChildren {
  /** Child relationship, or the name of a list of activities: `Contacts`, `OpenActivities`. */
  readonly id: string;
  readonly label: string;
  readonly parentType: SObjectType;
  readonly parentRecordTypeId: string;
  /** Columns by their names in lists. */
  readonly columns: readonly string[];
  /** Column that the layout sorts by. */
  readonly sortField: string | null;
  readonly sortAscending: boolean;
  /** Children of other objects that stand among them, such as events among tasks. */
  readonly others: readonly RelatedChildren[];
  /** Standard buttons that the layout leaves out. */
  readonly excludeButtons: readonly string[];
  readonly quickActions: readonly string[];
}

/** The parent whose layout decides on related lists. */
export interface RelatedListParent {
  readonly type: SObjectType;
  /** Null: the user's default record type. */
  readonly recordTypeId: string | null;
}

/**
 * The related lists of the parent's page layout whose children the user may read.
 *
 * DEVIATION: lists that are no child relationship of the local org (files, notes, approval history) are left out.
 */
export function relatedListsOf(ui: UiRequest, { type, recordTypeId }: RelatedListParent): RelatedList[] {
  const id = recordTypeId ?? recordTypeInfosOf(describeFor(ui, type)).defaultId;
  const layout = findLayout(ui, type, recordTypeName(ui, type, id));
  return layout.relatedLists.flatMap(
    (definition) => relatedList(ui, type, id, definition.relatedList, definition) ?? [],
  );
}

/**
 * A related list by its id, which may be any child relationship, on the layout or not.
 * @throws ApiError INVALID_PARAMETER_VALUE when the parent has no such list, or none that the user may read
 */
export function findRelatedList(ui: UiRequest, parent: RelatedListParent, id: string): RelatedList {
  const wanted = id.toLowerCase();
  const onLayout = relatedListsOf(ui, parent).find((list) => list.id.toLowerCase() === wanted);
  if (onLayout) return onLayout;
  const recordTypeId = parent.recordTypeId ?? recordTypeInfosOf(describeFor(ui, parent.type)).defaultId;
  const found = relatedList(ui, parent.type, recordTypeId, id, { relatedList: id, ...PLAIN_RELATED_LIST });
  if (found) return found;
  throw new ApiError('INVALID_PARAMETER_VALUE', `${id} is not a related list of ${parent.type.name}`);
}

function relatedList(
  ui: UiRequest,
  parentType: SObjectType,
  parentRecordTypeId: string,
  name: string,
  layout: LayoutRelatedListDefinition,
): RelatedList | undefined {
  const standard = standardRelatedList(name);
  const children = relatedChildren(ui, parentType, standard ?? { relationship: name });
  const child = childRelationship(parentType, standard?.relationship ?? name);
  if (!children || !child?.relationshipName) return undefined;
  const { type } = children;
  const order = layout.sortField === null ? standard?.order : undefined;
  return {
    ...children,
    id: standard?.id ?? child.relationshipName,
    label: standard?.label ?? labelOf(ui, type, child),
    parentType,
    parentRecordTypeId: toId18(parentRecordTypeId),
    columns: layout.fields.length > 0 ? layout.fields : defaultColumns(ui, type, child),
    sortField: order?.sortField ?? layout.sortField,
    sortAscending: order?.sortAscending ?? layout.sortAscending,
    others: (standard?.others ?? []).flatMap((part) => relatedChildren(ui, parentType, part) ?? []),
    excludeButtons: layout.excludeButtons,
    quickActions: layout.quickActions,
  };
}

/** Undefined when there is no such relationship, or none that the user may read. */
function relatedChildren(
  { deps, context }: UiRequest,
  parentType: SObjectType,
  { relationship, condition }: RelatedListPart,
): RelatedChildren | undefined {
  const child = childRelationship(parentType, relationship);
  const type = child && deps.org.schema().find(child.childObject);
  if (!child?.relationshipName || !type) return undefined;
  if (!deps.org.access.objectAccess(context.user, type.name).read) return undefined;
  const now = new Date(deps.org.clock.now()).toISOString();
  return { type, fieldApiName: child.field, condition: condition?.(now) ?? null };
}

/** By relationship name, or as layouts name it, by the child's field: `Site__c.Account__c`. */
function childRelationship(parent: SObjectType, name: string): ChildRelationship | undefined {
  const [object = '', field] = name.split('.');
  if (field === undefined) return parent.childRelationship(name);
  return parent.childRelationships.find(
    (child) =>
      child.childObject.toLowerCase() === object.toLowerCase() &&
      child.field.toLowerCase() === field.toLowerCase(),
  );
}

/** A custom reference says what the list of its children is called. */
function labelOf(ui: UiRequest, type: SObjectType, { field }: ChildRelationship): string {
  const component = ui.deps.org.components().find('CustomField', `${type.name}.${field}`);
  return (component && textOf(component.content, 'relationshipLabel')) ?? type.definition.labelPlural;
}

function defaultColumns(ui: UiRequest, type: SObjectType, { field }: ChildRelationship): readonly string[] {
  return compactFields(ui, type, null).filter((name) => name !== field && type.field(name) !== undefined);
}
