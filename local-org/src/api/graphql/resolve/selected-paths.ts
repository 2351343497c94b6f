import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import type { SObjectType } from '../../../schema';
import { addPaths, emptyFieldTree, type FieldTree } from '../../ui-api/records/field-tree';
import type { UiRequest } from '../../ui-api/request/ui-request';

/** Fields of a selection, those of fragments included. Directives that leave fields out are not looked at. */
export function selectedNodes(
  info: Pick<GraphQLResolveInfo, 'fragments'>,
  selections: readonly (SelectionSetNode | undefined)[],
): FieldNode[] {
  return selections.flatMap((set) =>
    (set?.selections ?? []).flatMap((selection): FieldNode[] => {
      if (selection.kind === Kind.FIELD) return [selection];
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : info.fragments[selection.name.value]?.selectionSet;
      return selectedNodes(info, [inner]);
    }),
  );
}

/** The selections of all fields of a name: `edges` of a connection. */
export function selectionsBelow(
  info: Pick<GraphQLResolveInfo, 'fragments'>,
  selections: readonly (SelectionSetNode | undefined)[],
  name: string,
): (SelectionSetNode | undefined)[] {
  return selectedNodes(info, selections)
    .filter((node) => node.name.value === name)
    .map(({ selectionSet }) => selectionSet);
}

/** What must be read of records so that a selection of them can be answered. */
export function selectedTree(
  ui: UiRequest,
  type: SObjectType,
  info: Pick<GraphQLResolveInfo, 'fragments'>,
  selections: readonly (SelectionSetNode | undefined)[],
): FieldTree {
  const tree = emptyFieldTree(type);
  addPaths(ui, tree, ['Id', ...pathsOf(ui, type, info, selections)], true);
  return tree;
}

function pathsOf(
  ui: UiRequest,
  type: SObjectType,
  info: Pick<GraphQLResolveInfo, 'fragments'>,
  selections: readonly (SelectionSetNode | undefined)[],
): string[] {
  return selectedNodes(info, selections).flatMap(({ name: { value: name }, selectionSet }) => {
    if (name === 'DisplayValue') return type.nameField?.name ?? [];
    if (type.field(name)) return [name];
    const reference = type.parentField(name);
    const [target = '', another] = reference?.relationship?.referenceTo ?? [];
    if (!reference) return [];
    // What a reference to several objects points to is read by itself, once its object is known.
    const parent = another === undefined ? ui.deps.org.schema().find(target) : undefined;
    if (!parent) return [reference.name];
    return [`${name}.Id`, ...pathsOf(ui, parent, info, [selectionSet]).map((path) => `${name}.${path}`)];
  });
}
