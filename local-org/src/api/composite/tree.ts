import { ApiError, MAX_COLLECTION_RECORDS } from '../../core';
import type { SaveError, SaveResult } from '../../dml';
import type { ApiDeps } from '../api-deps';
import { malformedBody } from '../http/errors';
import type { RestRequest } from '../http/resource';
import type { RestResponse } from '../http/responses';
import { requireObject } from '../rest/object-access';
import { isJsonObject } from '../rest/record-input';
import { rollbackIf } from './rollback';
import { treeLevels, type TreeNode } from './tree-nodes';

const MAX_LEVELS = 5;
const MAX_OBJECTS = 5;
const ROLLED_BACK_CODE = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';

interface NodeErrors {
  readonly referenceId: string;
  readonly errors: readonly SaveError[];
}

/** What became of a tree: ids of all nodes, or the errors that stopped it. */
interface Outcome {
  readonly ids: ReadonlyMap<TreeNode, string>;
  readonly failures: readonly NodeErrors[];
}

/**
 * Creates records with their children in one go, all or none: 200 records, five levels, five objects.
 *
 * UNVERIFIED: code and text for trees that are too large.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobject_tree.htm
 */
export function createTree(request: RestRequest, deps: ApiDeps): RestResponse {
  const type = requireObject(request.parameters['object'] ?? '', request.context.user, deps);
  const body = request.body.json();
  if (!isJsonObject(body) || !Array.isArray(body['records']))
    throw malformedBody('records must be a list of records');
  const levels = treeLevels(body['records'], type, deps.org.schema());
  checkSize(levels);
  const nodes = levels.flat();
  const repeated = repeatedReferences(nodes);
  if (repeated.length > 0) return failure(repeated);
  const outcome = rollbackIf(
    deps,
    ({ failures }) => failures.length > 0,
    () => insertLevels(levels, request, deps),
  );
  if (outcome.failures.length > 0) return failure(outcome.failures);
  const results = nodes.map((node) => ({ referenceId: node.referenceId, id: outcome.ids.get(node) }));
  return { status: 201, body: { hasErrors: false, results } };
}

function insertLevels(levels: readonly TreeNode[][], request: RestRequest, deps: ApiDeps): Outcome {
  const ids = new Map<TreeNode, string>();
  for (const level of levels) {
    const failures: NodeErrors[] = [];
    for (const group of byType(level)) {
      const records = group.map(({ values, parent, parentField }) =>
        parent && parentField ? { ...values, [parentField]: ids.get(parent) } : values,
      );
      const options = { context: request.context, allOrNone: true };
      const results = deps.org.dml.insert(group[0]?.type.name ?? '', records, options);
      results.forEach((result, index) => {
        const node = group[index];
        if (node && result.success && result.id) ids.set(node, result.id);
        else if (node && !wasRolledBack(result))
          failures.push({ referenceId: node.referenceId, errors: result.errors });
      });
    }
    if (failures.length > 0) return { ids, failures };
  }
  return { ids, failures: [] };
}

/** Whether a record was good and only fell with another one. */
function wasRolledBack(result: SaveResult): boolean {
  return result.errors.every(({ statusCode }) => statusCode === ROLLED_BACK_CODE);
}

function byType(nodes: readonly TreeNode[]): TreeNode[][] {
  const groups = new Map<string, TreeNode[]>();
  for (const node of nodes) {
    const group = groups.get(node.type.name);
    if (group) group.push(node);
    else groups.set(node.type.name, [node]);
  }
  return [...groups.values()];
}

function checkSize(levels: readonly TreeNode[][]): void {
  const nodes = levels.flat();
  const objects = new Set(nodes.map(({ type }) => type.name)).size;
  if (nodes.length > MAX_COLLECTION_RECORDS) {
    throw tooLarge(`${nodes.length} records, but at most ${MAX_COLLECTION_RECORDS} are allowed`);
  }
  if (levels.length > MAX_LEVELS)
    throw tooLarge(`${levels.length} levels, but at most ${MAX_LEVELS} are allowed`);
  if (objects > MAX_OBJECTS) throw tooLarge(`${objects} objects, but at most ${MAX_OBJECTS} are allowed`);
}

function tooLarge(detail: string): ApiError {
  return new ApiError('INVALID_INPUT', `The request has ${detail}`);
}

/** Every node whose reference id is missing or stands twice. */
function repeatedReferences(nodes: readonly TreeNode[]): NodeErrors[] {
  const counts = new Map<string, number>();
  for (const { referenceId } of nodes) counts.set(referenceId, (counts.get(referenceId) ?? 0) + 1);
  return nodes.flatMap(({ referenceId }) => {
    const problem =
      referenceId === ''
        ? 'Include a reference ID for each record in the request.'
        : 'Duplicate ReferenceId provided in the request.';
    const wrong = referenceId === '' || (counts.get(referenceId) ?? 0) > 1;
    return wrong
      ? [{ referenceId, errors: [{ statusCode: 'INVALID_INPUT', message: problem, fields: [] }] }]
      : [];
  });
}

function failure(failures: readonly NodeErrors[]): RestResponse {
  const results = failures.map(({ referenceId, errors }) => ({
    referenceId,
    errors: errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields })),
  }));
  return { status: 400, body: { hasErrors: true, results } };
}
