import type { ApprovalRequestInput } from '../../approval';
import { ApiError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { malformedBody } from '../http/errors';
import type { Resource, RestRequest } from '../http/resource';
import { ok, type RestResponse } from '../http/responses';
import { isJsonObject } from '../rest/record-input';
import { processResultBody } from './approval-answers';

/**
 * `/process/approvals`: lists the active processes by object; submits, approves, rejects and recalls.
 * UNVERIFIED: the status of an answer in which a request failed; it is 200 here, with the error in the entry.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_process_approvals.htm
 */
export function approvalResource(deps: ApiDeps): Resource {
  return {
    path: '/process/approvals',
    composable: true,
    GET: (request) => listProcesses(request, deps),
    POST: (request) => processRequests(request, deps),
  };
}

/**
 * `/process/approvals/situation/006...`: what the user may do about the approval of a record, as the buttons of record
 * pages follow from it: `{ "actions": ["Approve", "Reject"], "workitemId": "04i...", "choosesApprover": [] }`.
 * UNVERIFIED: path and shape; the platform's pages ask a resource that is not documented.
 */
export function approvalSituationResource({ org }: ApiDeps): Resource {
  return {
    path: '/process/approvals/situation/:record',
    unlisted: true,
    GET: ({ parameters, context }) => ok(org.approvals.situation(parameters['record'] ?? '', context)),
  };
}

function listProcesses({ context }: RestRequest, deps: ApiDeps): RestResponse {
  const approvals: Record<string, unknown[]> = {};
  const { records } = deps.org.query.query(
    "SELECT Id, DeveloperName, TableEnumOrId, Description, Name FROM ProcessDefinition WHERE State = 'Active'",
    { context: { ...context, mode: 'system' } },
  );
  for (const { fields } of records) {
    const object = String(fields['TableEnumOrId']);
    const list = (approvals[object] ??= []);
    list.push({
      description: fields['Description'],
      id: fields['Id'],
      name: fields['Name'],
      object,
      sortOrder: list.length + 1,
    });
  }
  return ok({ approvals });
}

function processRequests(request: RestRequest, deps: ApiDeps): RestResponse {
  const body = request.body.json();
  const requests: unknown = isJsonObject(body) ? body['requests'] : undefined;
  if (!Array.isArray(requests) || requests.length === 0)
    throw malformedBody('The requests field is required');
  const results = deps.org.approvals.process(requests.map(readRequest), request.context);
  return ok(results.map(processResultBody));
}

/** Reads `{ "actionType": "Approve", "contextId": "04i...", "comments": "Fine" }`. */
function readRequest(value: unknown): ApprovalRequestInput {
  if (!isJsonObject(value)) throw malformedBody('A request must be an object');
  const comments = textOf(value, 'comments');
  const contextId = textOf(value, 'contextId') ?? '';
  const nextApproverIds = listOf(value, 'nextApproverIds');
  const actionType = textOf(value, 'actionType');
  if (actionType === undefined) {
    throw new ApiError('REQUIRED_FIELD_MISSING', 'missing required field: [actionType]', {
      fields: ['actionType'],
    });
  }
  if (actionType.toLowerCase() !== 'submit') {
    const decision = { workitemId: contextId, action: actionType, nextApproverIds };
    return { kind: 'decide', decision: { ...decision, ...(comments !== undefined && { comments }) } };
  }
  const submitterId = textOf(value, 'contextActorId');
  const processName = textOf(value, 'processDefinitionNameOrId');
  return {
    kind: 'submit',
    submission: {
      objectId: contextId,
      nextApproverIds,
      skipEntryCriteria: value['skipEntryCriteria'] === true || value['skipEntryCriteria'] === 'true',
      ...(comments !== undefined && { comments }),
      ...(submitterId !== undefined && { submitterId }),
      ...(processName !== undefined && { processDefinitionNameOrId: processName }),
    },
  };
}

function textOf(value: Record<string, unknown>, name: string): string | undefined {
  const text = value[name];
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function listOf(value: Record<string, unknown>, name: string): string[] {
  const list: unknown = value[name];
  if (list === undefined || list === null) return [];
  return (Array.isArray(list) ? list : [list]).filter(
    (item): item is string => typeof item === 'string' && item !== '',
  );
}
