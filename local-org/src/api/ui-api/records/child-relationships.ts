import { ApiError } from '../../../core';
import type { QueryResult, ResultRecord } from '../../../query';
import type { SObjectType } from '../../../schema';
import { recordPage } from '../request/record-page';
import type { UiRequest } from '../request/ui-request';
import { addPaths, emptyFieldTree, type FieldTree } from './field-tree';
import type { RecordRepresenter } from './record-representation';
import { selectedPaths } from './select-fields';

/** Children to be read with their parent. */
export interface ChildTree {
  readonly relationshipName: string;
  readonly tree: FieldTree;
}

/**
 * Reads which children are asked for: `Account.Contacts`, or with a field `Account.Contacts.Email`. Names that begin
 * with another object are left out, since a request may name those of several objects.
 * @throws ApiError INVALID_FIELD for a relationship that the object does not have
 */
export function childTrees(ui: UiRequest, type: SObjectType, names: readonly string[]): ChildTree[] {
  const trees = new Map<string, ChildTree>();
  for (const name of names) {
    const [object = '', relationship = '', ...path] = name.split('.');
    if (object.toLowerCase() !== type.name.toLowerCase()) continue;
    const child = childTree(ui, type, relationship);
    const known = trees.get(child.relationshipName) ?? child;
    trees.set(known.relationshipName, known);
    if (path.length > 0) addPaths(ui, known.tree, [path.join('.')], false);
  }
  return [...trees.values()];
}

/** The children behind a relationship, with id and name. @throws ApiError INVALID_FIELD */
export function childTree(ui: UiRequest, type: SObjectType, relationshipName: string): ChildTree {
  const { org } = ui.deps;
  const child = type.childRelationship(relationshipName);
  const childType = child && org.schema().find(child.childObject);
  if (
    !child?.relationshipName ||
    !childType ||
    !org.access.objectAccess(ui.context.user, childType.name).read
  ) {
    throw new ApiError('INVALID_FIELD', `Invalid child relationship '${relationshipName}' of ${type.name}`);
  }
  const tree = emptyFieldTree(childType);
  addPaths(ui, tree, ['Id', childType.nameField?.name ?? 'Id'], true);
  return { relationshipName: child.relationshipName, tree };
}

/** The subquery that reads one page of children and one more, which tells whether there is another page. */
export function childQuery({ relationshipName, tree }: ChildTree, pageSize: number): string {
  return `(SELECT ${selectedPaths(tree).join(', ')} FROM ${relationshipName} LIMIT ${pageSize + 1})`;
}

/** The first page of each list of children, by relationship name. */
export function childCollections(
  ui: UiRequest,
  representer: RecordRepresenter,
  row: ResultRecord,
  children: readonly ChildTree[],
  pageSize: number,
): Record<string, unknown> {
  return Object.fromEntries(
    children.map(({ relationshipName, tree }) => {
      const list = row.fields[relationshipName] as QueryResult | null | undefined;
      const url = `${ui.basePath}/records/${row.id ?? ''}/child-relationships/${relationshipName}`;
      const records = (list?.records ?? []).map((child) => representer.record(child, tree));
      return [relationshipName, recordPage(url, records, { offset: 0, pageSize })];
    }),
  );
}
