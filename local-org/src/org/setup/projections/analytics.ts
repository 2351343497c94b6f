import type { RecordValues } from '../../../core';
import { textOf, type Component, type ComponentStore } from '../../../metadata';
import { syncByName, type Projection } from './projection';

/** Metadata types that are kept in folders, and the columns of their rows. */
const ROWS: Readonly<
  Record<'Report' | 'Dashboard', (content: Component['content'], folder: FolderRow) => RecordValues>
> = {
  Report: (content, folder) => ({
    Name: textOf(content, 'name') ?? null,
    Description: textOf(content, 'description') ?? null,
    Format: textOf(content, 'format') ?? 'Tabular',
    OwnerId: folder.id,
    FolderName: folder.name,
  }),
  Dashboard: (content, folder) => ({
    Title: textOf(content, 'title') ?? null,
    Description: textOf(content, 'description') ?? null,
    Type: textOf(content, 'dashboardType') ?? 'SpecifiedUser',
    FolderId: folder.id,
    FolderName: folder.name,
  }),
};

interface FolderRow {
  readonly id: string;
  readonly name: string;
}

/** Folders, reports and dashboards that are deployed. A report belongs to its folder. */
export const projectAnalytics: Projection = (context) => {
  const { components, previous, target } = context;
  for (const [type, columns] of Object.entries(ROWS)) {
    const folders = foldersOf(components, type);
    const named = new Set([...folders, ...foldersOf(previous, type)].map(({ fullName }) => fullName));
    const folderIds = syncByName(context, {
      objectName: 'Folder',
      key: ['DeveloperName', 'Type'],
      rows: folders.map((folder) => ({
        DeveloperName: folder.fullName,
        Name: folderLabel(folder),
        AccessType: textOf(folder.content, 'accessType') ?? 'Public',
        Type: type,
      })),
      owns: (row) => row['Type'] === type && named.has(String(row['DeveloperName'])),
    });
    const folderRow = (name: string): FolderRow => {
      const folder = components.find(type, name);
      return {
        id: folderIds.get(name.toLowerCase()) ?? target.userId,
        name: folder ? folderLabel(folder) : name,
      };
    };
    syncByName(context, {
      objectName: type,
      key: ['DeveloperName'],
      rows: components.all(type).flatMap(({ fullName, content }) => {
        const slash = fullName.lastIndexOf('/');
        if (slash < 0) return [];
        const row = columns(content, folderRow(fullName.slice(0, slash)));
        return [{ DeveloperName: fullName.slice(slash + 1), ...row }];
      }),
    });
  }
};

function foldersOf(components: ComponentStore, type: string): Component[] {
  return components.all(type).filter(({ fullName }) => !fullName.includes('/'));
}

function folderLabel({ fullName, content }: Component): string {
  return textOf(content, 'name') ?? fullName;
}
