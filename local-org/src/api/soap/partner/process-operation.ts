import type { ApprovalRequestInput } from '../../../approval';
import type { ApiDeps } from '../../api-deps';
import { processResultBody } from '../../approvals/approval-answers';
import type { SoapAnswer, SoapCall } from '../soap-endpoint';
import { booleanOf, elementOf, listOf, textOf, type SoapElement, type SoapValue } from '../soap-envelope';
import { NIL } from '../soap-writer';

/**
 * `process`: submits records for approval and answers work items.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_process.htm
 */
export function processOperation(deps: ApiDeps): Readonly<Record<string, (call: SoapCall) => SoapAnswer>> {
  return {
    process: ({ arguments: content, header, context }) => {
      const requests = listOf(content['actions']).map(readAction);
      const allOrNone = booleanOf(elementOf(header['AllOrNoneHeader'])['allOrNone']);
      const results = deps.org.approvals.process(requests, context, allOrNone);
      return {
        body: {
          result: results.map(processResultBody).map((body) => ({
            actorIds: body.actorIds,
            entityId: body.entityId ?? NIL,
            errors: body.errors?.map(({ fields, message, statusCode }) => ({ fields, message, statusCode })),
            instanceId: body.instanceId ?? NIL,
            instanceStatus: body.instanceStatus ?? NIL,
            newWorkitemIds: body.newWorkitemIds,
            success: body.success,
          })),
        },
      };
    },
  };
}

/** A work item request has an action; anything else submits. */
function readAction(value: SoapValue): ApprovalRequestInput {
  const element = elementOf(value);
  const comments = optional('comments', textOf(element['comments']));
  const nextApproverIds = listOf(element['nextApproverIds']).flatMap((id) => textOf(id) ?? []);
  if (isWorkitemRequest(element)) {
    const [workitemId, action] = [textOf(element['workitemId']) ?? '', textOf(element['action']) ?? ''];
    return { kind: 'decide', decision: { workitemId, action, nextApproverIds, ...comments } };
  }
  return {
    kind: 'submit',
    submission: {
      objectId: textOf(element['objectId']) ?? '',
      nextApproverIds,
      skipEntryCriteria: booleanOf(element['skipEntryCriteria']),
      ...comments,
      ...optional('submitterId', textOf(element['submitterId'])),
      ...optional('processDefinitionNameOrId', textOf(element['processDefinitionNameOrId'])),
    },
  };
}

function isWorkitemRequest(element: SoapElement): boolean {
  return (
    element['workitemId'] !== undefined ||
    textOf(element['@type'])?.endsWith('ProcessWorkitemRequest') === true
  );
}

function optional<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined || value === '' ? {} : ({ [name]: value } as Record<K, string>);
}
