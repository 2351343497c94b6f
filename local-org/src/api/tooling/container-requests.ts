import type { ToolingObjectName } from '../../apex';
import { ApiError, type RecordValues } from '../../core';
import type { RunningUser } from '../../execution';
import type { DeployResult } from '../../metadata';
import type { ApiDeps } from '../api-deps';
import type { RestRequest } from '../http/resource';
import type { RestResponse } from '../http/responses';
import { deployResultBody } from '../metadata/deploy-result-body';
import { createdFields } from './apex-objects';
import type { ApexRecords } from './apex-records';
import { findCode, nameIn, settingsOf } from './code-records';
import { deployCode, type CodeChange, type CodeType } from './deploy-code';
import { requireAuthor } from './execute-anonymous';
import { recordInput } from './tooling-saves';

/** Objects whose records are working copies, by the type of code they are of. */
const MEMBERS: Readonly<Record<CodeType, ToolingObjectName>> = {
  ApexClass: 'ApexClassMember',
  ApexTrigger: 'ApexTriggerMember',
};

/** A working copy in a container. */
interface Member {
  readonly objectName: ToolingObjectName;
  readonly id: string;
  readonly change: CodeChange;
}

/** Whether a path names the requests that deploy containers. */
export function isContainerRequest({ parameters }: RestRequest): boolean {
  return parameters['object']?.toLowerCase() === 'containerasyncrequest';
}

/**
 * `POST /tooling/sobjects/ContainerAsyncRequest`: compiles the working copies of a container and, unless it is a check
 * only, saves them. It is answered when that is done, so that the first look at the request finds it completed or failed.
 * The copies that were saved belong to the request from then on.
 * @throws ApiError INVALID_CROSS_REFERENCE_KEY for a container without members
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/tooling_api_objects_containerasyncrequest.htm
 */
export async function deployContainer(
  request: RestRequest,
  deps: ApiDeps,
  apex: ApexRecords,
): Promise<RestResponse> {
  const { user } = request.context;
  requireAuthor(user, deps);
  const values = recordInput(request, deps, apex);
  const members = membersOf(String(values['MetadataContainerId'] ?? ''), deps);
  if (members.length === 0)
    throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'The container has no members to be deployed');
  const checkOnly = values['IsCheckOnly'] === true;
  const result = await deployCode(
    members.map(({ change }) => change),
    { checkOnly, user },
    deps,
  );
  const { records } = deps.org.apexService;
  const id = records.add('ContainerAsyncRequest', requestRecord(values, result, user, deps));
  if (result.success && !checkOnly)
    for (const { objectName, id: memberId } of members)
      records.update(objectName, memberId, { MetadataContainerId: id });
  return { status: 201, body: { id, success: true, errors: [], warnings: [], infos: [] } };
}

function requestRecord(
  values: RecordValues,
  result: DeployResult,
  user: RunningUser,
  deps: ApiDeps,
): RecordValues {
  const { details } = deployResultBody(result, true);
  return {
    ...createdFields(deps.org, user.id),
    IsCheckOnly: false,
    IsRunTests: false,
    ...values,
    State: result.success ? 'Completed' : 'Failed',
    ErrorMsg: result.errorMessage ?? null,
    DeployDetails: JSON.stringify(details ?? null),
  };
}

function membersOf(containerId: string, deps: ApiDeps): Member[] {
  const { records } = deps.org.apexService;
  return (Object.entries(MEMBERS) as [CodeType, ToolingObjectName][]).flatMap(([type, objectName]) =>
    records
      .all(objectName)
      .filter(
        (member) =>
          containerId !== '' && String(member['MetadataContainerId']).startsWith(containerId.slice(0, 15)),
      )
      .map((member) => ({ objectName, id: String(member['Id']), change: changeOf(type, member, deps) })),
  );
}

/** A copy of deployed code is named by the id of that; new code by its name, or by what it declares. */
function changeOf(type: CodeType, member: RecordValues, deps: ApiDeps): CodeChange {
  const entity = member['ContentEntityId'];
  const known = typeof entity === 'string' ? findCode(type, 'Id', entity, deps) : undefined;
  const body = String(member['Body'] ?? '');
  const metadata =
    typeof member['Metadata'] === 'string' ? (JSON.parse(member['Metadata']) as unknown) : null;
  const name =
    known?.name ?? (typeof member['FullName'] === 'string' ? member['FullName'] : nameIn(type, body));
  const settings = known && { apiVersion: known.apiVersion, status: known.status };
  return { type, name, body, ...settings, ...settingsOf({ metadata }) };
}
