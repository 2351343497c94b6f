import { refused, type RecordData, type SaveResult } from '../shared';
import type { ApiClient } from './api-client';
import type { Subrequest, Subresponse } from './composite';
import { MAX_GRAPH_NODES } from './send-planner';

/** Most graphs in one call. */
export const MAX_GRAPHS = 75;

/** A record of a tree of related records. */
export interface GraphNode {
  /** Unique in its tree: `deal1`. */
  readonly referenceId: string;
  readonly object: string;
  /** With it the node is upserted, otherwise inserted. */
  readonly externalId?: { readonly field: string; readonly value: string };
  /** Values; `@{referenceId.id}` stands for the id of an earlier node. */
  readonly record: RecordData;
}

/** Records that are saved together or not at all; parents stand before their children. */
export type RecordTree = readonly GraphNode[];

interface GraphAnswer {
  readonly graphs: readonly {
    readonly graphId: string;
    readonly isSuccessful: boolean;
    readonly graphResponse: { readonly compositeResponse: readonly Subresponse[] };
  }[];
}

/**
 * Saves trees, each whole or not at all, as few calls as the limits allow.
 * @returns for each tree the results of its nodes, in order
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph.htm
 */
export async function sendTrees(client: ApiClient, trees: readonly RecordTree[]): Promise<SaveResult[][]> {
  const results: SaveResult[][] = [];
  for (const group of groupTrees(trees)) {
    const idempotent = group.every((tree) => tree.every((node) => node.externalId !== undefined));
    const graphs = group.map((tree, index) => ({
      graphId: `graph${index + 1}`,
      compositeRequest: tree.map((node) => toSubrequest(client.versionPath, node)),
    }));
    const answer = await client.send({
      kind: 'graph',
      method: 'POST',
      path: '/composite/graph',
      body: { graphs },
      idempotent,
    });
    const byId = new Map((answer.body as GraphAnswer).graphs.map((graph) => [graph.graphId, graph]));
    group.forEach((tree, index) => {
      const responses = byId.get(`graph${index + 1}`)?.graphResponse.compositeResponse ?? [];
      results.push(
        tree.map((node) => toResult(responses.find(({ referenceId }) => referenceId === node.referenceId))),
      );
    });
  }
  return results;
}

/** Packs trees into calls of at most 75 graphs and 500 nodes. */
export function groupTrees(trees: readonly RecordTree[]): RecordTree[][] {
  const groups: RecordTree[][] = [];
  let nodes = 0;
  for (const tree of trees) {
    const last = groups.at(-1);
    if (!last || last.length === MAX_GRAPHS || nodes + tree.length > MAX_GRAPH_NODES) {
      groups.push([tree]);
      nodes = tree.length;
    } else {
      last.push(tree);
      nodes += tree.length;
    }
  }
  return groups;
}

function toSubrequest(versionPath: string, node: GraphNode): Subrequest {
  const base = `${versionPath}/sobjects/${node.object}`;
  const { externalId } = node;
  return {
    method: externalId ? 'PATCH' : 'POST',
    url: externalId ? `${base}/${externalId.field}/${encodeURIComponent(externalId.value)}` : base,
    referenceId: node.referenceId,
    body: node.record,
  };
}

function toResult(response: Subresponse | undefined): SaveResult {
  if (!response) return refused('PROCESSING_HALTED', 'The org did not answer this node');
  if (response.httpStatusCode < 300) {
    const body = (response.body ?? {}) as { id?: string };
    return { success: true, id: body.id ?? null, created: response.httpStatusCode === 201, errors: [] };
  }
  const errors = Array.isArray(response.body)
    ? (response.body as { errorCode?: string; message?: string }[])
    : [];
  const first = errors[0];
  return refused(
    first?.errorCode ?? `HTTP_${response.httpStatusCode}`,
    first?.message ?? 'The node was refused',
  );
}
