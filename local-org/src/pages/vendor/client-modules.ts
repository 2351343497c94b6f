import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A module of the shell, of the platform's `lightning` namespace or of a standard component: `force/detailPanel`. */
export interface ClientModule {
  readonly specifier: string;
  readonly entry: string;
}

/** Names of files a module may begin with, in this order. */
const ENTRY_EXTENSIONS = ['ts', 'html'];

/** The modules below a folder: `<namespace>/<name>/<name>.ts`. */
export function clientModules(folder: string): ClientModule[] {
  return foldersIn(folder).flatMap((namespace) =>
    foldersIn(join(folder, namespace)).map((name) => {
      const entry = ENTRY_EXTENSIONS.map((extension) =>
        join(folder, namespace, name, `${name}.${extension}`),
      ).find((file) => existsSync(file));
      if (entry === undefined) throw new Error(`The client module ${namespace}/${name} has no ${name}.ts`);
      return { specifier: `${namespace}/${name}`, entry };
    }),
  );
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
