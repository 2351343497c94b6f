const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Files of a package of Apex classes, by name: `{ Deals: 'public class Deals {}' }`. */
export function apexClasses(sources: Readonly<Record<string, string>>): Record<string, string> {
  const members = Object.keys(sources)
    .map((name) => `<members>${name}</members>`)
    .join('');
  const files = Object.entries(sources).flatMap(([name, body]): [string, string][] => [
    [`classes/${name}.cls`, body],
    [
      `classes/${name}.cls-meta.xml`,
      `<ApexClass ${NAMESPACE}><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>`,
    ],
  ]);
  return {
    'package.xml': `<Package ${NAMESPACE}><types>${members}<name>ApexClass</name></types><version>67.0</version></Package>`,
    ...Object.fromEntries(files),
  };
}
