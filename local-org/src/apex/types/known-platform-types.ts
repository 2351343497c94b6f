import names from './generated/platform-type-names.json';

/** Every name of a namespace. */
const ALL = '*';

let known: ReadonlyMap<string, string> | undefined;

/**
 * The qualified name of a type that the platform has, by that name in any case: `System.Cookie`; undefined when there is
 * none.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_ref_guide.htm
 */
export function knownPlatformType(qualifiedName: string): string | undefined {
  known ??= readNames();
  const exact = known.get(qualifiedName.toLowerCase());
  if (exact) return exact;
  const [namespace = '', name] = qualifiedName.split('.');
  return name !== undefined && known.has(`${namespace.toLowerCase()}.${ALL}`) ? qualifiedName : undefined;
}

function readNames(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(names).flatMap(([namespace, list]) =>
      list.split(' ').map((name): [string, string] => {
        const qualifiedName = `${namespace}.${name}`;
        return [qualifiedName.toLowerCase(), qualifiedName];
      }),
    ),
  );
}

/** All names by namespace; `*` stands for every name of it. */
export function knownPlatformTypes(): { readonly namespace: string; readonly names: readonly string[] }[] {
  return Object.entries(names).map(([namespace, list]) => ({ namespace, names: list.split(' ') }));
}
