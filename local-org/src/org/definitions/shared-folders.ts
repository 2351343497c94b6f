import type { FolderType, SharedFolder, UserSet } from '../../access';
import { objectsOf, textOf, type Component, type ComponentStore, type MetadataObject } from '../../metadata';

const FOLDER_TYPES: readonly FolderType[] = ['Report', 'Dashboard'];

/** Kinds of user sets by the kind of a folder share. @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_folder.htm */
const SET_KINDS: Readonly<Record<string, UserSet['kind']>> = {
  Group: 'group',
  Organization: 'allInternalUsers',
  Role: 'role',
  RoleAndSubordinates: 'roleAndSubordinates',
  RoleAndSubordinatesInternal: 'roleAndSubordinates',
};
const SINGLE_USER = 'User';
/** Groups that the platform has of itself. */
const EVERYBODY = 'AllInternalUsers';

const cache = new WeakMap<ComponentStore, readonly SharedFolder[]>();

/** The deployed folders that are not public, as access control reads them. */
export function sharedFoldersOf(components: ComponentStore): readonly SharedFolder[] {
  let folders = cache.get(components);
  if (!folders) {
    folders = FOLDER_TYPES.flatMap((type) =>
      components
        .all(type)
        .filter((component) => isFolder(component) && !isPublic(component.content))
        .map((component) => sharedFolder(type, component)),
    );
    cache.set(components, folders);
  }
  return folders;
}

/** Whether a component of a foldered type is the folder itself. */
export function isFolder({ fullName }: Pick<Component, 'fullName'>): boolean {
  return !fullName.includes('/');
}

/** The kinds of users that a folder is shared with and that the local org does not have. */
export function unsupportedShares(folder: Component): string[] {
  return sharesOf(folder)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== SINGLE_USER && !Object.hasOwn(SET_KINDS, kind));
}

function sharedFolder(type: FolderType, component: Component): SharedFolder {
  const shares = sharesOf(component);
  return {
    type,
    name: component.fullName,
    sharedTo: shares.flatMap(({ kind, name }): UserSet[] => {
      const set = name === EVERYBODY ? 'allInternalUsers' : SET_KINDS[kind];
      return set ? [{ kind: set, name }] : [];
    }),
    users: shares.filter(({ kind }) => kind === SINGLE_USER).map(({ name }) => name),
  };
}

function isPublic(content: MetadataObject): boolean {
  return (textOf(content, 'accessType') ?? 'Public').startsWith('Public');
}

function sharesOf({ content }: Component): { readonly kind: string; readonly name: string }[] {
  return objectsOf(content, 'folderShares').map((share) => ({
    kind: textOf(share, 'sharedToType') ?? '',
    name: textOf(share, 'sharedTo') ?? '',
  }));
}
