/** A request's path, cleaned, and its query. */
export interface RequestUrl {
  /** `/services/data/v67.0/query`: no double or trailing slashes, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Takes a request target apart. Repeated slashes collapse and a trailing slash is dropped, as the platform does. */
export function parseUrl(target: string): RequestUrl {
  const mark = target.indexOf('?');
  const rawPath = mark < 0 ? target : target.slice(0, mark);
  return {
    path: collapseSlashes(rawPath),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
  };
}

function collapseSlashes(path: string): string {
  const collapsed = path.includes('//') ? path.replace(/\/{2,}/g, '/') : path;
  return collapsed.length > 1 && collapsed.endsWith('/') ? collapsed.slice(0, -1) : collapsed;
}

/** Rewrites a request target so that routes need one spelling of it only. */
export function normalizeTarget(target: string): string {
  const mark = target.indexOf('?');
  return mark < 0 ? collapseSlashes(target) : collapseSlashes(target.slice(0, mark)) + target.slice(mark);
}

/** Undoes percent-encoding of one path segment; undefined when it is broken. */
export function decodeSegment(segment: string): string | undefined {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
