import type { FieldTree } from './field-tree';

/** Read with every record, whether asked for or not: they say which record it is, and in which state. */
const RECORD_STATE = ['Id', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'] as const;

/** Paths of everything that a tree reads, as SOQL selects them. */
export function selectedPaths(tree: FieldTree, prefix = ''): string[] {
  const paths = new Set(RECORD_STATE.filter((name) => tree.type.field(name)).map((name) => prefix + name));
  if (tree.type.definition.recordTypes.length > 0) paths.add(`${prefix}RecordTypeId`);
  for (const name of tree.fields.keys()) paths.add(prefix + name);
  for (const [name, parent] of tree.parents) {
    for (const path of selectedPaths(parent.tree, `${prefix}${name}.`)) paths.add(path);
  }
  return [...paths];
}
