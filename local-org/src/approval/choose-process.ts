import { ApiError, type RecordValues } from '../core';
import type { ApprovalSubmission, RunningUser } from '../execution';
import type { SObjectType } from '../schema';
import { meetsCriteria } from '../dml';
import { approvalProcessesOf } from './definitions';
import { maySubmit } from './submitters';
import type { ApprovalProcessDefinition, ApprovalServices } from './types';

/**
 * The process that takes a record: the named one, or the first active one whose submitters and criteria fit.
 * UNVERIFIED: a user who is no submitter of a process is answered as if the process did not apply.
 * @throws ApiError NO_APPLICABLE_PROCESS, INVALID_CROSS_REFERENCE_KEY for an unknown name
 */
export function chooseProcess(
  services: ApprovalServices,
  type: SObjectType,
  values: Readonly<RecordValues>,
  submitter: RunningUser,
  submission: ApprovalSubmission,
): ApprovalProcessDefinition {
  const named = submission.processDefinitionNameOrId;
  const all = approvalProcessesOf(services.components(), type.name);
  const candidates = named === undefined ? all : [findNamed(services, all, named)];
  const skipsCriteria = named !== undefined && submission.skipEntryCriteria === true;
  const session = services.formulas.open(submitter);
  const chosen = candidates.find(
    (process) =>
      process.active &&
      maySubmit(services, process.submitters, values, submitter) &&
      (skipsCriteria || meetsCriteria(session, type, values, process.criteria)),
  );
  if (chosen) return chosen;
  throw new ApiError('NO_APPLICABLE_PROCESS', 'No applicable approval process found.');
}

function findNamed(
  services: ApprovalServices,
  all: readonly ApprovalProcessDefinition[],
  nameOrId: string,
): ApprovalProcessDefinition {
  const row = services.store
    .prepare(
      'SELECT "DeveloperName" AS name FROM "ProcessDefinition" WHERE "Id" = ? OR substr("Id", 1, 15) = ?',
    )
    .get(nameOrId, nameOrId) as { name: string } | undefined;
  const wanted = (row?.name ?? nameOrId).toLowerCase();
  const found = all.find(({ developerName }) => developerName.toLowerCase() === wanted);
  if (found) return found;
  throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
}
