import type { MetadataType } from '../registry/metadata-type';

/**
 * The path of a component's file in a package. Characters that file systems refuse are percent-encoded.
 *
 * `packagePath(layoutType, 'Account-My (X)')` is `'layouts/Account-My %28X%29.layout'`.
 */
export function packagePath(type: MetadataType, fullName: string): string {
  const name = fullName.replace(/[^\w\s./-]/g, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
  const isFolder = type.layout === 'bundle' || (type.folderType !== undefined && !fullName.includes('/'));
  return `${type.directory}/${name}${type.suffix === null || isFolder ? '' : `.${type.suffix}`}`;
}
