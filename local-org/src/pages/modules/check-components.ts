import type { ApexService } from '../../apex';
import type { ComponentStore } from '../../metadata';
import type { DeployCheck, DeployProblem } from '../../org';
import type { Schema } from '../../schema';
import { compileBundle, type ModuleImport } from './compile-bundle';
import { BUNDLE_TYPE, bundleOf, type ComponentBundle } from './component-bundle';
import type { FileCompiler } from './file-compiler';
import { sharedModule, UNSUPPORTED_MODULE_SCOPES } from './platform-modules';

/** What references of components are looked up in. */
export interface ComponentCheckServices {
  readonly compiler: FileCompiler;
  readonly apex: Pick<ApexService, 'auraMethod'>;
  /** Whether the platform has a module of that name: `lightning/button`. */
  hasModule(specifier: string): boolean;
  /** Files of the base components by module name, for constants that they ship. */
  readonly baseModules: ReadonlyMap<string, string>;
}

/** The state that a deploy leads to, with the services. */
interface CheckContext extends ComponentCheckServices {
  readonly schema: Schema;
  readonly components: ComponentStore;
  /** Name of the component that is checked. */
  readonly component: string;
}

/** What stands against a reference, by the rest of its name; undefined when nothing does. */
type ReferenceCheck = (name: string, context: CheckContext) => string | undefined;

/**
 * Checks every Lightning web component of the org that a deploy leads to: that it compiles and that what it imports is
 * there. So a deploy that takes away what a component uses fails as well.
 *
 * UNVERIFIED: the wording of references that lead nowhere, but for Apex.
 */
export function componentCheck(services: ComponentCheckServices): DeployCheck {
  return ({ schema, components }) =>
    components.all(BUNDLE_TYPE).flatMap((component) => {
      const bundle = bundleOf(component);
      const { problems, imports } = compileBundle(bundle, services.compiler);
      const context = { ...services, schema, components, component: bundle.name };
      const failures = problems.map(({ file, message, line, column }): DeployProblem => ({
        component,
        message,
        fileName: pathOf(bundle, file),
        ...(line !== null && { line }),
        ...(column !== null && { column }),
      }));
      const broken = imports.flatMap((reference): DeployProblem[] => {
        const message = referenceProblem(reference, context);
        if (message === undefined) return [];
        const place = placeOf(reference, bundle);
        return [{ component, message, fileName: pathOf(bundle, reference.file), ...place }];
      });
      return [...failures, ...broken];
    });
}

/** What stands against a module whose name is that of something in the org, by the scope. */
const SCOPES: Readonly<Record<string, ReferenceCheck>> = {
  apex: apexProblem,
  apexContinuation: apexProblem,
  schema: (name, { schema }) => {
    const [objectName = '', ...path] = name.split('.');
    const type = schema.find(objectName);
    if (!type) return `Invalid reference ${name} of type sobject`;
    const [first] = path;
    const known = first === undefined || type.field(first) || type.parentField(first);
    return known ? undefined : `Invalid reference ${name} of type sobjectField`;
  },
  label: (name, { components }) =>
    name.startsWith('c.') && components.find('CustomLabel', name.slice(2))
      ? undefined
      : `Invalid reference ${name} of type label`,
  resourceUrl: typedReference('StaticResource', 'resourceUrl'),
  contentAssetUrl: typedReference('ContentAsset', 'contentAssetUrl'),
  customPermission: typedReference('CustomPermission', 'customPermission'),
  // UNVERIFIED: what the platform says of a permission that it does not have; here the user simply lacks it.
  userPermission: () => undefined,
  messageChannel: (name, context) =>
    typedReference('LightningMessageChannel', 'messageChannel')(name.replace(/__c$/, ''), context),
};

function referenceProblem({ specifier }: ModuleImport, context: CheckContext): string | undefined {
  if (specifier.startsWith('.')) return undefined;
  const [, own] = /^c\/(.+)$/.exec(specifier) ?? [];
  if (own !== undefined) {
    return context.components.find(BUNDLE_TYPE, own)
      ? undefined
      : `No MODULE named markup://c:${own} found : [markup://c:${context.component}]`;
  }
  const [, scope, name = ''] = /^@salesforce\/([^/]+)\/?(.*)$/.exec(specifier) ?? [];
  if (scope !== undefined) return scopedProblem(scope, name, context);
  return context.hasModule(specifier) ? undefined : invalidModule(specifier);
}

function scopedProblem(scope: string, name: string, context: CheckContext): string | undefined {
  const reason = UNSUPPORTED_MODULE_SCOPES[scope];
  if (reason !== undefined) return `@salesforce/${scope} is not supported by the local org: ${reason}`;
  const check = SCOPES[scope];
  if (check && name !== '') return check(name, context);
  const path = name === '' ? scope : `${scope}/${name}`;
  const { schema, components, baseModules } = context;
  const text = sharedModule(path, { schema: () => schema, components: () => components, baseModules });
  return text === undefined ? invalidModule(`@salesforce/${path}`) : undefined;
}

function invalidModule(specifier: string): string {
  return `Invalid reference ${specifier} of type module`;
}

/** Methods of packages are not the org's to check. */
function apexProblem(name: string, { apex }: CheckContext): string | undefined {
  const parts = name.split('.');
  if (parts.length !== 2) return undefined;
  const [className = '', methodName = ''] = parts;
  switch (apex.auraMethod(className, methodName)) {
    case 'callable':
      return undefined;
    case 'classMissing':
      return `Unable to find Apex action class referenced as '${className}'.`;
    case 'methodMissing':
      return `Unable to find Apex action method referenced as '${name}'.`;
  }
}

function typedReference(type: string, kind: string): ReferenceCheck {
  return (name, { components }) =>
    components.find(type, name) ? undefined : `Invalid reference ${name} of type ${kind}`;
}

function pathOf({ name }: ComponentBundle, file: string): string {
  return `lwc/${name}/${file}`;
}

/** Where the reference is written: as a module name, or as the tag of a component. */
function placeOf(
  { specifier, file }: ModuleImport,
  { files }: ComponentBundle,
): { line?: number; column?: number } {
  const text = files.get(file) ?? '';
  const [namespace = '', name = ''] = specifier.split('/');
  const tag = `<${namespace}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const offset = [specifier, tag].map((written) => text.indexOf(written)).find((index) => index >= 0);
  if (offset === undefined) return {};
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
