import type { MetadataFile, PackageSource } from '../package-source';
import type { Problems } from '../problems';
import { customField, type FindFieldType } from './custom-field';
import type { FieldModel, ObjectModel } from './object-model';
import { standardObjects } from './standard-objects';
import { recordTypeField, systemFields } from './system-fields';

/** Objects whose fields stand in the folder of another: those of `Activity` belong to tasks and events. */
const FIELD_FOLDERS: Readonly<Record<string, string>> = { Task: 'Activity', Event: 'Activity' };
const FOLDER = /\/objects\/([^/]+)\//;
const CUSTOM_OBJECT = /__(?!x$)[a-z]+$/;

/** What a package says of one object, by folder name. */
interface ObjectFolder {
  readonly definition: MetadataFile | undefined;
  readonly fields: readonly MetadataFile[];
  readonly hasRecordTypes: boolean;
}

/**
 * The objects of a package, and the standard objects with what the package adds to them, by name.
 * Standard fields that the package only labels stay as they are.
 */
export function readObjects(source: PackageSource, problems: Problems): readonly ObjectModel[] {
  const folders = readFolders(source);
  const find: FindFieldType = (object, field) => {
    const file = folders.get(object)?.fields.find(({ name }) => name === field);
    return file ? (customField(file, () => null, problems)?.type ?? null) : null;
  };
  const added = (folder: string): readonly FieldModel[] =>
    (folders.get(folder)?.fields ?? [])
      .filter(({ name }) => CUSTOM_OBJECT.test(name))
      .flatMap((file) => customField(file, find, problems) ?? []);
  const standard = standardObjects().map((object) => ({
    ...object,
    fields: [
      ...object.fields,
      ...recordTypeOf(object, folders.get(object.name)),
      ...added(FIELD_FOLDERS[object.name] ?? object.name),
    ],
  }));
  const known = new Set([...standard.map(({ name }) => name), ...Object.values(FIELD_FOLDERS)]);
  const custom = [...folders].flatMap(([name, folder]) => {
    if (known.has(name)) return [];
    return customObject(name, folder, added(name), problems) ?? [];
  });
  return [...standard, ...custom].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The record type of a standard object that the package gives record types and that has none without. */
function recordTypeOf({ fields }: ObjectModel, folder: ObjectFolder | undefined): readonly FieldModel[] {
  const isThere = fields.some(({ name }) => name === recordTypeField.name);
  return folder?.hasRecordTypes && !isThere ? [recordTypeField] : [];
}

function customObject(
  name: string,
  { definition, fields: files, hasRecordTypes }: ObjectFolder,
  fields: readonly FieldModel[],
  problems: Problems,
): ObjectModel | null {
  const isDetail = files.some(({ content }) => content.at('type') === 'MasterDetail');
  const nameType = definition?.content.at('nameField', 'type') ?? 'Text';
  const system = systemFields({ name, nameType, isDetail, hasRecordTypes });
  if (!system) {
    const file = definition?.path ?? files[0]?.path ?? name;
    problems.add({ file }, `Unknown object '${name}': add a standard object to scripts/mirror/generated`);
    return null;
  }
  return { name, label: definition?.content.at('label') ?? '', fields: [...system, ...fields] };
}

function readFolders(source: PackageSource): ReadonlyMap<string, ObjectFolder> {
  const byFolder = <T>(suffix: string, read: (files: readonly MetadataFile[]) => T) => {
    const groups = Map.groupBy(source.metadata(suffix), ({ path }) => FOLDER.exec(path)?.[1] ?? '');
    return (folder: string): T => read(groups.get(folder) ?? []);
  };
  const names = source.matching(FOLDER).map(({ path }) => FOLDER.exec(path)?.[1] ?? '');
  const definition = byFolder('object', ([file]) => file);
  const fields = byFolder('field', (files) => files);
  const hasRecordTypes = byFolder('recordType', (files) => files.length > 0);
  return new Map(
    [...new Set(names)].map((name) => [
      name,
      { definition: definition(name), fields: fields(name), hasRecordTypes: hasRecordTypes(name) },
    ]),
  );
}
