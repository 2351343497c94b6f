import { readFileSync } from 'node:fs';
import type { AccessControl } from '../../access';
import type { RunningUser } from '../../execution';
import { textOf, type ComponentStore } from '../../metadata';
import type { Schema } from '../../schema';
import { contextModule } from '../vendor/context-modules';

/** Where the browser loads `@salesforce/...` modules from. */
export const PLATFORM_MODULES = '/local-org/modules/@salesforce/';

/** What modules that are the same for everybody are written from. */
export interface SharedModuleServices {
  schema(): Schema;
  components(): ComponentStore;
  /** Files of the base components by module name, for constants that they ship. */
  readonly baseModules: ReadonlyMap<string, string>;
}

/** What the modules are written from. */
export interface PlatformModuleServices extends SharedModuleServices {
  readonly access: AccessControl;
}

/** The text of a module; undefined when nothing of that name exists. */
type SharedWriter = (name: string, services: SharedModuleServices) => string | undefined;
type ModuleWriter = (name: string, user: RunningUser, access: AccessControl) => string;

/** Modules that are the same for everybody, by scope; the name is what follows it. */
const SHARED_WRITERS: Readonly<Record<string, SharedWriter>> = {
  apex: (name) =>
    name === '' ? "export { refreshApex, getSObjectValue } from 'shell/apex';\n" : apexModule(name, false),
  apexContinuation: (name) => apexModule(name, true),
  client: (name, services) => baseModule(`client/${name}`, services),
  i18n: (name, services) => contextModule(`i18n/${name}`) ?? baseModule(`i18n/${name}`, services),
  user: (name) => contextModule(`user/${name}`),
  schema: schemaModule,
  label: (name, { components }) => {
    const label = components().find('CustomLabel', name.replace(/^c\./, ''));
    return label && constant(textOf(label.content, 'value') ?? '');
  },
  resourceUrl: (name, { components }) =>
    components().find('StaticResource', name) && constant(`/resource/${name}`),
  contentAssetUrl: (name, { components }) =>
    components().find('ContentAsset', name) && constant(`/file-asset/${name}`),
  messageChannel: (name, { components }) =>
    components().find('LightningMessageChannel', name.replace(/__c$/, '')) && constant({ channelName: name }),
};

/** Modules that are written for a user. */
const USER_WRITERS: Readonly<Record<string, ModuleWriter>> = {
  userPermission: (name, user, access) => permission(access.hasUserPermission(user, name)),
  customPermission: (name, user, access) => permission(access.hasCustomPermission(user, name)),
};

/** Scopes of `@salesforce/...` modules that components may import from. */
export const MODULE_SCOPES: readonly string[] = [
  ...Object.keys(SHARED_WRITERS),
  ...Object.keys(USER_WRITERS),
].sort();

/**
 * Documented scopes that the local org does not have, with the reason; components that import from them are refused by a
 * deploy.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/create-community-info.html
 */
export const UNSUPPORTED_MODULE_SCOPES: Readonly<Record<string, string>> = {
  community: 'there are no Experience Builder sites, outside of which the module may not be used',
  site: 'there are no Experience Builder sites, outside of which the module may not be used',
};

/**
 * The text of a `@salesforce/...` module for a user, by what follows `@salesforce/`: `platformModule('schema/Account.Name', user, services)`.
 * Undefined when nothing of that name exists.
 */
export function platformModule(
  path: string,
  user: RunningUser,
  services: PlatformModuleServices,
): string | undefined {
  const { scope, name } = taken(path);
  return sharedModule(path, services) ?? USER_WRITERS[scope]?.(name, user, services.access);
}

/** The text of a module that is the same for everybody: `sharedModule('label/c.Title', services)`; else undefined. */
export function sharedModule(path: string, services: SharedModuleServices): string | undefined {
  const { scope, name } = taken(path);
  return SHARED_WRITERS[scope]?.(name, services);
}

function taken(path: string): { readonly scope: string; readonly name: string } {
  const slash = path.indexOf('/');
  return slash < 0 ? { scope: path, name: '' } : { scope: path.slice(0, slash), name: path.slice(slash + 1) };
}

/** `OpportunityController.getDeals`, or with the namespace of a package in front. */
function apexModule(name: string, isContinuation: boolean): string | undefined {
  const parts = name.split('.');
  const [method, classname, namespace = ''] = parts.reverse();
  if (method === undefined || classname === undefined) return undefined;
  const reference = JSON.stringify({ namespace, classname, method, isContinuation });
  return `import { apexMethod } from 'shell/apex';\nexport default apexMethod(${reference});\n`;
}

/** `Account`, `Account.Name` or, over relationships, `Opportunity.Account.Owner.Name`. */
function schemaModule(name: string, { schema }: SharedModuleServices): string | undefined {
  const [objectName = '', ...path] = name.split('.');
  const type = schema().find(objectName);
  if (!type) return undefined;
  return constant({
    ...(path.length > 0 && { fieldApiName: path.join('.') }),
    objectApiName: type.name,
  });
}

function baseModule(name: string, { baseModules }: SharedModuleServices): string | undefined {
  const file = baseModules.get(`@salesforce/${name}`);
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}

/** A permission that the user lacks is undefined, not false. */
function permission(granted: boolean): string {
  return `export default ${granted ? 'true' : 'undefined'};\n`;
}

function constant(value: unknown): string {
  return `export default ${JSON.stringify(value)};\n`;
}
