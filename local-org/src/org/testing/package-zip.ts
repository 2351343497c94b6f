import { strToU8, zipSync } from 'fflate';
import { METADATA_TYPES, toXml, type MetadataObject, type MetadataType } from '../../metadata';

/** Contents of components by path in a package: `{ 'roles/Manager.role': { name: 'Manager' } }`. */
export type PackageFiles = Readonly<Record<string, MetadataObject>>;

/** Contents of components, and files that stand in the package as they are: `{ 'email/Sales/Won.email': 'Well done' }`. */
export type PackageEntries = Readonly<Record<string, MetadataObject | string>>;

/** Names to delete by type: `{ CustomField: ['Thing__c.Old__c'] }`. */
export type Deletes = Readonly<Record<string, readonly string[]>>;

/** Zips components, with the package.xml that names them and the deletes. */
export function packageZip(files: PackageEntries, deletes: Deletes = {}): Uint8Array {
  const entries: Record<string, string> = { 'package.xml': manifestXml(membersOf(files)) };
  if (Object.keys(deletes).length > 0) entries['destructiveChanges.xml'] = manifestXml(deletes);
  for (const [path, content] of Object.entries(files))
    entries[path] = typeof content === 'string' ? content : toXml(rootElementOf(path), content);
  return zipSync(Object.fromEntries(Object.entries(entries).map(([path, text]) => [path, strToU8(text)])));
}

function typeOf(path: string): MetadataType {
  const directory = path.split('/')[0];
  const type = METADATA_TYPES.find((candidate) => candidate.directory === directory);
  if (!type) throw new Error(`No metadata type has the folder of ${path}`);
  return type;
}

/** Folders of reports and the like have an element of their own: `reports/Sales-meta.xml`. */
function rootElementOf(path: string): string {
  const { name, folderType } = typeOf(path);
  const isFolder = folderType !== undefined && path.endsWith('-meta.xml') && path.split('/').length === 2;
  return isFolder ? folderType : name;
}

function membersOf(files: PackageEntries): Deletes {
  const members: Record<string, string[]> = {};
  for (const path of Object.keys(files)) {
    const { name: typeName, layout } = typeOf(path);
    const rest = path.slice(path.indexOf('/') + 1).replace(/-meta\.xml$/, '');
    // A bundle is named by its folder.
    const name = layout === 'bundle' ? rest.slice(0, rest.indexOf('/')) : rest.replace(/\.[^./]*$/, '');
    const ofType = (members[typeName] ??= []);
    if (!ofType.includes(name)) ofType.push(name);
  }
  return members;
}

function manifestXml(members: Deletes): string {
  return toXml('Package', {
    types: Object.entries(members).map(([name, list]) => ({ members: [...list], name })),
    version: '67.0',
  });
}
