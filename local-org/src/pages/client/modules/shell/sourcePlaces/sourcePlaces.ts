import { queryString, request } from 'shell/http';
import type { SourcePlace } from '../../../../modules/source-place';

/** The first frame of a stack that lies in a component of the org: `.../modules/c/tripCard.js?v=0f...:12:7`. */
const FRAME = /\/local-org\/modules\/c\/(\w+)\.js\?v=\w+:(\d+):(\d+)/;

/**
 * Where in the sources of a component of the org an error was thrown: `tripCard/tripCard.ts:9:5`. Undefined when the
 * error comes from elsewhere, or when the org has another version of the component by now.
 */
export async function sourcePlaceOf(error: unknown): Promise<string | undefined> {
  const { stack } = (error ?? {}) as { readonly stack?: unknown };
  const [, name, line = '', column = ''] = (typeof stack === 'string' && FRAME.exec(stack)) || [];
  if (name === undefined) return undefined;
  const path = `/local-org/source-place/${name}${queryString({ line, column })}`;
  const place = await request<SourcePlace | null>(path).catch(() => null);
  return place ? `${name}/${place.file}:${place.line}:${place.column}` : undefined;
}
