import type { FolderType, SqlCondition } from './types';

/** Objects whose rows are seen by folder, with the column that says in which folder a row stands. */
const FOLDER_COLUMNS: Readonly<
  Record<string, { readonly column: string; readonly types: readonly FolderType[] }>
> = {
  Report: { column: 'OwnerId', types: ['Report'] },
  Dashboard: { column: 'FolderId', types: ['Dashboard'] },
  Folder: { column: 'Id', types: ['Report', 'Dashboard'] },
};

/** Whether the rows of an object are seen by the folder that they stand in. */
export function isInSharedFolders(objectName: string): boolean {
  return Object.hasOwn(FOLDER_COLUMNS, objectName);
}

/**
 * The rows of such an object that stand in no hidden folder, as SQL; null when all of them.
 * @see https://help.salesforce.com/s/articleView?id=sf.analytics_sharing_folders.htm
 */
export function folderCondition(
  objectName: string,
  alias: string,
  hiddenFolders: (type: FolderType) => ReadonlySet<string>,
): SqlCondition | null {
  const { column, types } = FOLDER_COLUMNS[objectName] ?? { column: 'Id', types: [] };
  const hidden = types.flatMap((type) => [...hiddenFolders(type)].map((name) => [type, name]));
  if (hidden.length === 0) return null;
  return {
    sql: `${alias}."${column}" NOT IN (
      SELECT f."Id" FROM "Folder" f JOIN json_each(?) h
      ON f."Type" = h.value ->> 0 AND f."DeveloperName" = h.value ->> 1 COLLATE NOCASE)`,
    parameters: [JSON.stringify(hidden)],
  };
}
