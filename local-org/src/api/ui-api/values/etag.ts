import { createHash } from 'node:crypto';

/** The entity tag of an answer: two answers with the same content have the same one. */
export function etagOf(content: unknown): string {
  return createHash('md5').update(JSON.stringify(content)).digest('hex');
}

/** An answer with its entity tag. */
export function withEtag<T extends object>(content: T): { readonly eTag: string } & T {
  return { eTag: etagOf(content), ...content };
}
