import { createHash } from 'node:crypto';
import type { ComponentStore } from '../../metadata';

const VERSION_CHARACTERS = 16;

const versions = new WeakMap<ComponentStore, string>();

/** What tells one set of deployed components from another, also after a restart: a hash over all of them. */
export function orgVersion(store: ComponentStore): string {
  let version = versions.get(store);
  if (version === undefined) {
    const hash = createHash('sha256');
    for (const type of [...store.types()].sort()) {
      const components = store.all(type).toSorted((a, b) => (a.fullName < b.fullName ? -1 : 1));
      for (const { fullName, content, files } of components) {
        hash.update(`${type} ${fullName} ${JSON.stringify(content)}`);
        for (const { path, bytes } of files) hash.update(path).update(bytes);
      }
    }
    version = hash.digest('hex').slice(0, VERSION_CHARACTERS);
    versions.set(store, version);
  }
  return version;
}
