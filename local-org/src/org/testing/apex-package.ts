import type { CaseSource } from '../../apex';
import { MAX_API_VERSION } from '../../core';
import type { PackageEntries } from './package-zip';

/** The files of classes and triggers in a package. */
export function apexPackage(sources: readonly CaseSource[]): PackageEntries {
  return Object.fromEntries(
    sources.flatMap(({ kind, name, body }) => {
      const path = kind === 'class' ? `classes/${name}.cls` : `triggers/${name}.trigger`;
      return [
        [path, body],
        [`${path}-meta.xml`, metaXml(kind === 'class' ? 'ApexClass' : 'ApexTrigger')],
      ];
    }),
  );
}

/** The files of sources by name, `{ Deals: 'public class Deals {}' }`; triggers are told by their text. */
export function apexFiles(sources: Readonly<Record<string, string>>): PackageEntries {
  return apexPackage(
    Object.entries(sources).map(([name, body]) => ({
      kind: /^\s*trigger\b/i.test(body) ? 'trigger' : 'class',
      name,
      body,
    })),
  );
}

/** The XML that goes with the source of an active class or trigger. */
function metaXml(element: 'ApexClass' | 'ApexTrigger'): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?><${element} xmlns="http://soap.sforce.com/2006/04/metadata">` +
    `<apiVersion>${MAX_API_VERSION.toFixed(1)}</apiVersion><status>Active</status></${element}>`
  );
}
