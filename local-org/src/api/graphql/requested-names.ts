import { Kind, visit, type DocumentNode } from 'graphql';
import type { IsNamed } from './graphql-scope';

const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Every name in a document and in its variables; all there are when the document asks for the schema. */
export function requestedNames(document: DocumentNode, variables: unknown): IsNamed {
  const names = new Set<string>();
  visit(document, {
    [Kind.NAME]: (node) => {
      names.add(node.value);
    },
  });
  if ([...INTROSPECTION].some((name) => names.has(name))) return () => true;
  addKeys(names, variables);
  // Types of variables are called after their object: `AccountCreateInput`, `Account_Filter`.
  for (const name of [...names]) {
    const [, object] =
      /^(.+?)(?:_(?:Filter|OrderBy|GroupBy)|(?:Create|Update|Delete)(?:Input|Representation)?)$/.exec(name) ??
      [];
    if (object !== undefined) addMutationNames(names, object);
  }
  return (name) => names.has(name);
}

function addMutationNames(names: Set<string>, object: string): void {
  for (const suffix of ['', 'Create', 'Update', 'Delete']) names.add(`${object}${suffix}`);
}

function addKeys(names: Set<string>, value: unknown): void {
  if (Array.isArray(value)) for (const item of value as unknown[]) addKeys(names, item);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      names.add(name);
      addKeys(names, inner);
    }
  }
}
