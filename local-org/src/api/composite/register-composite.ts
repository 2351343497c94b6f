import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../api-deps';
import type { Resource } from '../http/resource';
import { ok } from '../http/responses';
import { runBatch } from './batch';
import { readCollection, readCollectionByBody } from './collection-reads';
import { createCollection, deleteCollection, updateCollection, upsertCollection } from './collections';
import { runComposite } from './composite';
import { runGraphs } from './graph';
import { createTree } from './tree';

/** Adds the composite resources. Each counts as one API request, whatever it contains. */
export function registerComposite(_app: FastifyInstance, deps: ApiDeps): void {
  deps.resources.add(...compositeResources(deps));
}

function compositeResources(deps: ApiDeps): Resource[] {
  return [
    {
      path: '/composite',
      GET: ({ context }) => {
        const base = `/services/data/v${context.apiVersion}.0/composite`;
        return ok({
          tree: `${base}/tree`,
          batch: `${base}/batch`,
          sobjects: `${base}/sobjects`,
          graph: `${base}/graph`,
        });
      },
      POST: (request) => runComposite(request, deps),
    },
    { path: '/composite/batch', POST: (request) => runBatch(request, deps) },
    { path: '/composite/graph', POST: (request) => runGraphs(request, deps) },
    { path: '/composite/tree/:object', composable: true, POST: (request) => createTree(request, deps) },
    {
      path: '/composite/sobjects',
      composable: true,
      POST: (request) => createCollection(request, deps),
      PATCH: (request) => updateCollection(request, deps),
      DELETE: (request) => deleteCollection(request, deps),
    },
    {
      path: '/composite/sobjects/:object',
      composable: true,
      GET: (request) => readCollection(request, deps),
      POST: (request) => readCollectionByBody(request, deps),
    },
    {
      path: '/composite/sobjects/:object/:field',
      composable: true,
      PATCH: (request) => upsertCollection(request, deps),
    },
  ];
}
