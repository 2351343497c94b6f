import { createHash } from 'node:crypto';
import type { Component, ComponentStore } from '../../metadata';

/** Metadata type of a Lightning web component. */
export const BUNDLE_TYPE = 'LightningComponentBundle';

/** The files of a component that make its module. */
export interface ComponentBundle {
  /** `dealHealth`, as its folder is spelt. */
  readonly name: string;
  /** Texts by path in the bundle: `dealHealth.js`, `parts/row.html`. */
  readonly files: ReadonlyMap<string, string>;
  /** Of names and texts of all files. */
  readonly hash: string;
}

const SOURCE = /\.(?:js|ts|html|css)$/;
/** Tests come along when a whole folder is packaged; they are no part of the module. */
const TESTS = /(?:^|\/)__(?:tests|mocks|utam)__\//;

const bundles = new WeakMap<Component, ComponentBundle>();

/** The component of that name in the `c` namespace; undefined when none is deployed. */
export function findBundle(components: ComponentStore, name: string): ComponentBundle | undefined {
  const component = components.find(BUNDLE_TYPE, name);
  return component && bundleOf(component);
}

/** The bundle of a deployed component. */
export function bundleOf(component: Component): ComponentBundle {
  const known = bundles.get(component);
  if (known) return known;
  const prefix = `lwc/${component.fullName}/`;
  const files = new Map(
    component.files
      .map(({ path, bytes }): [string, Uint8Array] => [path.slice(path.indexOf('/', 4) + 1), bytes])
      .filter(([path]) => SOURCE.test(path) && !TESTS.test(path))
      .map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]),
  );
  const hash = createHash('sha256').update(prefix);
  for (const [path, text] of files) hash.update(`\n${path}\n`).update(text);
  const bundle = { name: component.fullName, files, hash: hash.digest('hex') };
  bundles.set(component, bundle);
  return bundle;
}
