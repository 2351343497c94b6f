import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standardObjects, type Field } from '../../local-org/src/schema';
import { MIRROR_FOLDER, mirrorFiles, PackageSource, staleFiles } from '../../scripts/mirror';
import { standardObjects as mirroredObjects } from '../../scripts/mirror/schema/standard-objects';
import { fieldModel, type FieldModel, type FieldType } from '../../scripts/mirror/schema/object-model';
import { compile } from '../../scripts/mirror/testing/compile';
import { ROOT } from './source-files';

/** Fields of the facts that stand for hundreds of switches; the mirror leaves them out. */
const SWITCHES = /^(?:UserPermissions|UserPreferences|Permissions)/;
/** Lists of values that are longer are taken as any text: time zones, languages. */
const MAX_LISTED_VALUES = 29;

const declarations = ['types', MIRROR_FOLDER].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name}`),
);

/** A field of the local org as the mirror sees it. */
function facts(field: Field): FieldModel {
  const { name, type, nillable, createable, updateable, defaultedOnCreate, externalId } = field;
  const values = field.picklist?.restricted ? field.picklist.values.map(({ value }) => value) : [];
  return fieldModel({
    name,
    type: type as FieldType,
    nillable,
    required: createable && !nillable && !defaultedOnCreate && type !== 'boolean',
    readOnly: !createable && !updateable,
    externalId,
    referenceTo: field.relationship?.referenceTo ?? [],
    relationshipName: field.relationship?.relationshipName ?? null,
    values: values.length > 0 && values.length <= MAX_LISTED_VALUES ? values : null,
  });
}

describe('the TypeScript mirror of force-app', () => {
  it('is what the sources say: run `npm run mirror` when it is not', () => {
    expect(staleFiles(ROOT, mirrorFiles(PackageSource.read(ROOT, 'force-app')))).toEqual([]);
  });

  it('compiles as components are compiled', () => {
    const files = declarations.map((name) => [name, readFileSync(join(ROOT, name), 'utf8')] as const);
    expect(compile(Object.fromEntries(files))).toEqual([]);
  });

  it.each(mirroredObjects().map(({ name, fields }) => [name, fields] as const))(
    'has the standard fields of %s as the local org has them',
    (name, fields) => {
      const object = standardObjects().find((candidate) => candidate.name === name);
      const expected = object?.fields.filter((field) => !SWITCHES.test(field.name)).map(facts) ?? [];
      expect(fields).toEqual(expected);
    },
  );
});
