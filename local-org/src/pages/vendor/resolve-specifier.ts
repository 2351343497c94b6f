import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientModule } from './client-modules';
import { contextModule } from './context-modules';
import type { InstalledPackages } from './installed-packages';

/** What a module name stands for in the build of the vendor bundle. */
export type ResolvedSpecifier =
  | { readonly kind: 'file'; readonly path: string }
  /** Text of a module that no file holds. */
  | { readonly kind: 'text'; readonly text: string }
  /** Loaded by the browser from the org: components of the solution. */
  | { readonly kind: 'external' };

/** One engine only, whoever asks for it and by which name. */
const ENGINE_NAMES: ReadonlySet<string> = new Set(['lwc', '@lwc/engine-dom']);
/**
 * Gates of the base components stay closed: as shipped they are open, and one of them asks of the synthetic shadow what
 * it does not have (`attachInternals`).
 */
const GATE = '@salesforce/gate/';
const CLOSED_GATE = 'export default { isOpen: () => false };';

/** Resolves module names the way the build of the vendor bundle needs. */
export class SpecifierResolver {
  private readonly client: ReadonlyMap<string, string>;

  constructor(
    private readonly packages: InstalledPackages,
    client: readonly ClientModule[],
  ) {
    this.client = new Map(client.map(({ specifier, entry }) => [specifier, entry]));
  }

  /** Undefined for a name that nothing has. */
  resolve(specifier: string): ResolvedSpecifier | undefined {
    if (ENGINE_NAMES.has(specifier)) return { kind: 'file', path: this.packages.engine };
    if (specifier.startsWith('c/')) return { kind: 'external' };
    // Formats follow the user's locale; the rest of the base components' constants are as they ship.
    const text = contextModule(specifier.replace(/^@salesforce\//, ''));
    if (text !== undefined) return { kind: 'text', text };
    if (specifier.startsWith(GATE)) return { kind: 'text', text: CLOSED_GATE };
    const path =
      this.client.get(specifier) ?? this.packages.baseModules.get(specifier) ?? this.baseComponent(specifier);
    return path === undefined ? undefined : { kind: 'file', path };
  }

  private baseComponent(specifier: string): string | undefined {
    const [namespace, name] = specifier.split('/');
    if (namespace !== 'lightning' || name === undefined) return undefined;
    const folder = join(this.packages.baseComponents, 'src/lightning', name);
    return ['js', 'html', 'css']
      .map((extension) => join(folder, `${name}.${extension}`))
      .find((file) => existsSync(file));
  }
}
