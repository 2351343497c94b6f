import type { CaseSource } from '../../apex';
import type { PackageEntries } from './package-zip';

const META = (element: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${element} xmlns="http://soap.sforce.com/2006/04/metadata">` +
  `<apiVersion>67.0</apiVersion><status>Active</status></${element}>`;

/** The files of classes and triggers in a package. */
export function apexPackage(sources: readonly CaseSource[]): PackageEntries {
  return Object.fromEntries(
    sources.flatMap(({ kind, name, body }) => {
      const path = kind === 'class' ? `classes/${name}.cls` : `triggers/${name}.trigger`;
      return [
        [path, body],
        [`${path}-meta.xml`, META(kind === 'class' ? 'ApexClass' : 'ApexTrigger')],
      ];
    }),
  );
}

/** The same of sources by name: `{ Deals: 'public class Deals {}' }`; triggers are told by their text. */
export function apexFiles(sources: Readonly<Record<string, string>>): PackageEntries {
  return apexPackage(
    Object.entries(sources).map(([name, body]) => ({
      kind: /^\s*trigger\b/i.test(body) ? 'trigger' : 'class',
      name,
      body,
    })),
  );
}
