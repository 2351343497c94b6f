import type { SourceFolder } from './source-folder';

/** A permission that rules ask for, with who has it. */
export interface CustomPermission {
  readonly name: string;
  readonly label: string;
  readonly description: string;
}

/** A group of permission sets that one kind of person gets. */
export interface Persona {
  /** `Opportunity_Hub_Sales_Rep` */
  readonly name: string;
  /** `Sales Rep` */
  readonly label: string;
  readonly description: string;
  readonly permissions: readonly CustomPermission[];
}

/** The custom permissions by name. */
export function readCustomPermissions(folder: SourceFolder): ReadonlyMap<string, CustomPermission> {
  return new Map(
    folder.read('customPermissions', 'customPermission').map(({ name, content }) => [
      name,
      {
        name,
        label: content.at('label') ?? name,
        description: content.at('description') ?? '',
      },
    ]),
  );
}

/** The permission set groups with the custom permissions that they give; who may least comes first. */
export function readPersonas(folder: SourceFolder): readonly Persona[] {
  const permissions = readCustomPermissions(folder);
  const granted = new Map(
    folder.read('permissionsets', 'permissionset').map(({ name, content }) => [
      name,
      content
        .all('customPermissions')
        .filter((permission) => permission.at('enabled') === 'true')
        .map((permission) => permission.at('name') ?? ''),
    ]),
  );
  const personas = folder.read('permissionsetgroups', 'permissionsetgroup').map(({ name, content }) => {
    const names = new Set(content.texts('permissionSets').flatMap((set) => granted.get(set) ?? []));
    return {
      name,
      label: (content.at('label') ?? name).replace(/^Opportunity Hub /, ''),
      description: content.at('description') ?? '',
      permissions: [...permissions.values()].filter((permission) => names.has(permission.name)),
    };
  });
  return personas.sort((a, b) => a.permissions.length - b.permissions.length);
}
