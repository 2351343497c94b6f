import type { Field, SObjectType } from '../../../schema';
import { noSuchColumn } from '../../rest/object-access';
import { isReadable } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';

/** Object whose fields a path through a reference to several objects may name. */
const NAME_OBJECT = 'Name';

/** Fields of an object to be read, and of the records that it refers to. */
export interface FieldTree {
  readonly type: SObjectType;
  /** By API name. */
  readonly fields: Map<string, Field>;
  /** By relationship name: `Account`, `Owner`. */
  readonly parents: Map<string, ParentTree>;
}

/** Fields of a record that a reference points to. */
export interface ParentTree {
  readonly reference: Field;
  readonly tree: FieldTree;
}

/** A tree without fields. */
export function emptyFieldTree(type: SObjectType): FieldTree {
  return { type, fields: new Map(), parents: new Map() };
}

/**
 * Adds fields by their paths: `Name`, `Account.Owner.Name`. Of a parent, id and name are read with whatever is asked for.
 * @param optional leave out what does not exist or the user may not read, instead of throwing
 * @throws ApiError INVALID_FIELD
 */
export function addPaths(ui: UiRequest, tree: FieldTree, paths: Iterable<string>, optional: boolean): void {
  for (const path of paths) addPath(ui, tree, path.split('.'), optional);
}

function addPath(ui: UiRequest, tree: FieldTree, names: readonly string[], optional: boolean): void {
  const [name = '', ...rest] = names;
  if (rest.length === 0) return addField(ui, tree, name, optional);
  const parent = parentOf(ui, tree, name);
  if (parent) addPath(ui, parent.tree, rest, optional);
  else if (!optional) throw noSuchColumn(names.join('.'), tree.type);
}

function addField(ui: UiRequest, tree: FieldTree, name: string, optional: boolean): void {
  const field = tree.type.field(name);
  if (field && isReadable(ui, tree.type, field)) tree.fields.set(field.name, field);
  else if (!optional) throw noSuchColumn(name, tree.type);
}

/** The tree below a relationship, made when it is asked for first; undefined when the user may not follow it. */
function parentOf(ui: UiRequest, tree: FieldTree, relationshipName: string): ParentTree | undefined {
  const reference = tree.type.parentField(relationshipName);
  const name = reference?.relationship?.relationshipName;
  if (!reference || !name || !isReadable(ui, tree.type, reference)) return undefined;
  const known = tree.parents.get(name);
  if (known) return known;
  const type = parentType(ui, reference);
  if (!type) return undefined;
  const parent = { reference, tree: emptyFieldTree(type) };
  for (const basic of [type.field('Id'), type.nameField])
    if (basic) parent.tree.fields.set(basic.name, basic);
  tree.parents.set(name, parent);
  return parent;
}

/** The object that a reference points to and the user may read. */
function parentType(ui: UiRequest, { relationship }: Field): SObjectType | undefined {
  const targets = relationship?.referenceTo ?? [];
  const { org } = ui.deps;
  if (targets.length > 1) return org.schema().find(NAME_OBJECT);
  const type = org.schema().find(targets[0] ?? '');
  return type && org.access.objectAccess(ui.context.user, type.name).read ? type : undefined;
}
