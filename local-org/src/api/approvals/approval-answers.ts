import type { ApprovalResult } from '../../approval';

/** One entry of an approval answer, as REST and SOAP show it. */
export interface ProcessResultBody {
  readonly actorIds: readonly string[] | null;
  readonly entityId: string | null;
  readonly errors:
    | readonly { readonly statusCode: string; readonly message: string; readonly fields: readonly string[] }[]
    | null;
  readonly instanceId: string | null;
  readonly instanceStatus: string | null;
  readonly newWorkitemIds: readonly string[] | null;
  readonly success: boolean;
}

/**
 * Writes what became of an approval request.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_process_approvals.htm
 */
export function processResultBody(result: ApprovalResult): ProcessResultBody {
  if (!result.success) {
    const { errorCode, message, fields } = result.error;
    return {
      actorIds: null,
      entityId: null,
      errors: [{ statusCode: errorCode, message, fields }],
      instanceId: null,
      instanceStatus: null,
      newWorkitemIds: null,
      success: false,
    };
  }
  const { actorIds, entityId, instanceId, instanceStatus, newWorkitemIds, success } = result;
  return { actorIds, entityId, errors: null, instanceId, instanceStatus, newWorkitemIds, success };
}
