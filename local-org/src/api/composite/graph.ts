import { ApiError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { malformedBody } from '../http/errors';
import type { RestRequest } from '../http/resource';
import { JsonText, ok, type RestResponse } from '../http/responses';
import { isJsonObject } from '../rest/record-input';
import { haltAll, parseSubrequests, runInOrder, someFailed, type ReferencedSubrequest } from './composite';
import { compositeText, type ReferencedResponse } from './composite-answers';
import { referencedIds } from './references';
import { rollbackIf } from './rollback';
import { subrequestPath } from './subrequests';

const MAX_GRAPHS = 75;
const MAX_NODES = 500;
/** Graphs save and read single records only. */
const NODE_PATH = /^\/sobjects\/[^/]+(?:\/[^/]+){0,2}$/;

interface Graph {
  readonly graphId: string;
  readonly nodes: readonly ReferencedSubrequest[];
}

/**
 * Runs graphs of subrequests. A node may refer to any other of its graph; each graph is saved as a whole or not at all,
 * independent of the others.
 *
 * UNVERIFIED: code and text of the errors for too many graphs or nodes and for circular references.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph_introduction.htm
 */
export function runGraphs(request: RestRequest, deps: ApiDeps): RestResponse {
  const graphs = parseGraphs(request.body.json());
  const answers = graphs.map((graph) => runGraph(request, graph, deps));
  return ok(new JsonText(`{"graphs":[${answers.join(',')}]}`));
}

function runGraph(request: RestRequest, { graphId, nodes }: Graph, deps: ApiDeps): string {
  const ordered = inOrderOfReference(nodes);
  const run = (): ReferencedResponse[] => runInOrder(request, ordered, { allOrNone: true }, deps);
  const outcome = rollbackIf(deps, someFailed, run);
  const isSuccessful = !someFailed(outcome);
  const byId = new Map(haltAll(outcome, ordered).map((answer) => [answer.referenceId, answer]));
  const answers = nodes.flatMap(({ referenceId }) => byId.get(referenceId) ?? []);
  return `{"graphId":${JSON.stringify(graphId)},"graphResponse":${compositeText(answers)},"isSuccessful":${isSuccessful}}`;
}

function parseGraphs(body: unknown): Graph[] {
  if (!isJsonObject(body) || !Array.isArray(body['graphs']) || body['graphs'].length === 0) {
    throw malformedBody('graphs must be a list of graphs');
  }
  const graphs = body['graphs'].map(parseGraph);
  if (graphs.length > MAX_GRAPHS) {
    throw new ApiError(
      'LIMIT_EXCEEDED',
      `The number of graphs (${graphs.length}) exceeds the limit of ${MAX_GRAPHS}`,
    );
  }
  const count = graphs.reduce((sum, { nodes }) => sum + nodes.length, 0);
  if (count > MAX_NODES) {
    throw new ApiError('LIMIT_EXCEEDED', `The number of nodes (${count}) exceeds the limit of ${MAX_NODES}`);
  }
  if (new Set(graphs.map(({ graphId }) => graphId)).size < graphs.length) {
    throw new ApiError('INVALID_INPUT', 'Duplicate graphId provided in the request');
  }
  return graphs;
}

function parseGraph(value: unknown): Graph {
  if (!isJsonObject(value) || typeof value['graphId'] !== 'string')
    throw malformedBody('A graph must have a graphId');
  const nodes = parseSubrequests(value['compositeRequest']);
  for (const { url } of nodes) {
    if (!NODE_PATH.test(subrequestPath(url).path)) {
      throw new ApiError('INVALID_INPUT', `A composite graph cannot contain a subrequest to ${url}`);
    }
  }
  return { graphId: value['graphId'], nodes };
}

/** Puts nodes behind those they refer to, otherwise in the order given. @throws ApiError INVALID_INPUT for a circle */
function inOrderOfReference(nodes: readonly ReferencedSubrequest[]): ReferencedSubrequest[] {
  const byId = new Map(nodes.map((node) => [node.referenceId, node]));
  const ordered = new Set<ReferencedSubrequest>();
  const open = new Set<ReferencedSubrequest>();
  const visit = (node: ReferencedSubrequest): void => {
    if (ordered.has(node)) return;
    if (open.has(node))
      throw new ApiError('INVALID_INPUT', `Circular reference at referenceId ${node.referenceId}`);
    open.add(node);
    for (const id of referencedIds([node.url, node.body])) {
      const target = byId.get(id);
      if (target && target !== node) visit(target);
    }
    ordered.add(node);
  };
  nodes.forEach(visit);
  return [...ordered];
}
