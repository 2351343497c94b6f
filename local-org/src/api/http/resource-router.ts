import { methodNotAllowed, notFound } from './errors';
import { decodeSegment } from './path';
import type { HttpMethod, Resource, ResourceHandler, ResourceMatch } from './resource';

const METHODS: readonly HttpMethod[] = ['GET', 'PATCH', 'POST', 'PUT', 'DELETE'];

interface Route {
  readonly resource: Resource;
  readonly segments: readonly string[];
  /** Path parts that are names, for ranking: a fixed word wins over a parameter. */
  readonly fixed: number;
}

/** The resources below `/services/data/vXX.X`. Families add theirs; requests are matched by path. */
export class ResourceRouter {
  /** Routes by number of path parts. */
  private readonly routes = new Map<number, Route[]>();

  add(...resources: readonly Resource[]): void {
    for (const resource of resources) {
      const segments = split(resource.path);
      const fixed = segments.filter((segment) => !segment.startsWith(':')).length;
      const list = this.routes.get(segments.length) ?? [];
      list.push({ resource, segments, fixed });
      list.sort((a, b) => b.fixed - a.fixed);
      this.routes.set(segments.length, list);
    }
  }

  /** @throws ApiError NOT_FOUND when no resource has that path */
  match(path: string): ResourceMatch {
    const parts = split(path).map(decodeSegment);
    for (const route of this.routes.get(parts.length) ?? []) {
      const parameters = fit(route.segments, parts);
      if (parameters) return { resource: route.resource, parameters };
    }
    throw notFound();
  }

  /** Every resource, by path. */
  all(): Resource[] {
    const resources = [...this.routes.values()].flat().map((route) => route.resource);
    return resources.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** First parts of all paths, which are the resources that a version lists. */
  topLevelNames(): string[] {
    const listed = [...this.routes.values()].flat().filter((route) => !route.resource.unlisted);
    const names = listed.map((route) => route.segments[0] ?? '');
    return [...new Set(names)].filter((name) => name !== '' && !name.startsWith(':'));
  }
}

/** The handler of a resource for a method. @throws ApiError METHOD_NOT_ALLOWED */
export function handlerOf(resource: Resource, method: string): ResourceHandler {
  const handler = resource[(method === 'HEAD' ? 'GET' : method) as HttpMethod];
  if (typeof handler === 'function') return handler;
  throw methodNotAllowed(
    method,
    METHODS.filter((known) => resource[known]),
  );
}

function split(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function fit(
  segments: readonly string[],
  parts: readonly (string | undefined)[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined) return undefined;
    if (segment.startsWith(':')) parameters[segment.slice(1)] = part;
    else if (segment !== part) return undefined;
  }
  return parameters;
}
