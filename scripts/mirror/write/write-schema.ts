import type { PackageSource } from '../package-source';
import type { FieldModel, ObjectModel } from '../schema/object-model';
import { HEADER, literal, moduleText } from './type-text';

const SCHEMA_MODULE = 'opportunity-hub/schema';

const REFERENCES = `/** What \`@salesforce/schema/Opportunity\` imports. */
export interface ObjectReference<Name extends string = string> {
  readonly objectApiName: Name;
}
/** What \`@salesforce/schema/Opportunity.Amount\` imports; the field may be a path: \`Account.Name\`. */
export interface FieldReference<Name extends string = string, Field extends string = string> {
  readonly objectApiName: Name;
  readonly fieldApiName: Field;
}
`;

/** Sources of components. */
const COMPONENT = /\/lwc\/.+\.[jt]s$/;
/** `@salesforce/schema/Opportunity.Account.Name` and longer paths, as object and path. */
const PATH_IMPORT = /['"]@salesforce\/schema\/(\w+)\.(\w+(?:\.\w+)+)['"]/g;

/**
 * Declares a module for every object and field, and for the paths over relationships that components import. A path
 * that leads nowhere gets none, so that its import does not compile.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/data-wire-service-about.html
 */
export function writeSchema(objects: readonly ObjectModel[], source: PackageSource): string {
  const byName = new Map(objects.map((object) => [object.name, object]));
  const modules = objects.flatMap(({ name, fields }) => [
    referenceModule(name, `ObjectReference<${literal(name)}>`),
    ...fields.map((field) => fieldModule(name, field.name)),
  ]);
  const paths = importedPaths(source)
    .filter(({ object, path }) => leadsToField(path.split('.'), byName.get(object), byName))
    .map(({ object, path }) => fieldModule(object, path));
  return HEADER + moduleText(SCHEMA_MODULE, [REFERENCES]) + modules.join('') + paths.join('');
}

function fieldModule(object: string, path: string): string {
  return referenceModule(`${object}.${path}`, `FieldReference<${literal(object)}, ${literal(path)}>`);
}

function referenceModule(name: string, type: string): string {
  return moduleText(`@salesforce/schema/${name}`, [
    `const reference: import(${literal(SCHEMA_MODULE)}).${type};`,
    'export default reference;',
  ]);
}

function importedPaths(source: PackageSource): readonly { readonly object: string; readonly path: string }[] {
  const found = source
    .matching(COMPONENT)
    .flatMap(({ text }) => [...text.matchAll(PATH_IMPORT)])
    .map(([, object = '', path = '']) => `${object}.${path}`);
  return [...new Set(found)].sort().map((name) => {
    const dot = name.indexOf('.');
    return { object: name.slice(0, dot), path: name.slice(dot + 1) };
  });
}

function leadsToField(
  [first, ...rest]: readonly string[],
  object: ObjectModel | undefined,
  objects: ReadonlyMap<string, ObjectModel>,
): boolean {
  if (!object || first === undefined) return false;
  if (rest.length === 0) return object.fields.some(({ name }) => name === first);
  const parents = parentsOf(object.fields, first);
  return parents.some((parent) => leadsToField(rest, objects.get(parent), objects));
}

function parentsOf(fields: readonly FieldModel[], relationship: string): readonly string[] {
  return fields.find(({ relationshipName }) => relationshipName === relationship)?.referenceTo ?? [];
}
