import fastify from 'fastify';
import type { LocalOrg } from '../org';
import { createDeps } from './create-api';
import { API_FAMILIES } from './families';
import type { HttpMethod } from './http/resource';

/** One path that the org answers, or refuses by name. */
export interface CatalogueEntry {
  /** With `:name` for parameters: `/sobjects/:object/:id`. */
  readonly path: string;
  readonly methods: readonly string[];
  /** The feature's name when it is only refused; null when it is answered. */
  readonly refused: string | null;
}

/** Everything that an API answers, by path. */
export interface ApiCatalogue {
  /** Paths below `/services/data/vXX.X`. */
  readonly resources: readonly CatalogueEntry[];
  /** All other paths: OAuth, identity. */
  readonly routes: readonly CatalogueEntry[];
  /** Operations by the path of their SOAP endpoint: `/services/Soap/m/:version`. */
  readonly soapOperations: Readonly<Record<string, readonly string[]>>;
}

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What families say about a route of their own. */
interface RouteConfig {
  readonly soapOperations?: readonly string[];
  /** The feature's name when the route only refuses it. */
  readonly refused?: string;
}

/** Lists what the API of an org answers, from the registrations of its families. Nothing listens afterwards. */
export async function apiCatalogue(org: LocalOrg): Promise<ApiCatalogue> {
  const deps = createDeps(org, {});
  const app = fastify({ exposeHeadRoutes: false });
  const routes = new Map<string, CatalogueEntry>();
  const soapOperations: Record<string, readonly string[]> = {};
  app.addHook('onRoute', ({ url, method, config }) => {
    const { soapOperations: operations, refused = null } = (config ?? {}) as RouteConfig;
    if (operations) soapOperations[url] = [...new Set(operations)].sort();
    else if (!url.startsWith('/services/Soap/')) {
      const methods = [...(routes.get(url)?.methods ?? []), method].flat();
      routes.set(url, { path: url, methods, refused });
    }
  });
  for (const register of Object.values(API_FAMILIES)) register(app, deps);
  await app.close();
  return {
    resources: deps.resources.all().map((resource) => ({
      path: resource.path,
      methods: METHODS.filter((method) => resource[method]),
      refused: resource.refused ?? null,
    })),
    routes: [...routes.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    soapOperations,
  };
}
