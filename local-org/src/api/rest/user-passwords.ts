import { randomBytes } from 'node:crypto';
import { ApiError, isRecordId, toId18 } from '../../core';
import type { RunningUser } from '../../execution';
import type { ApiDeps } from '../api-deps';
import { malformedBody, notFound } from '../http/errors';
import type { Resource, RestRequest } from '../http/resource';
import { NO_CONTENT, ok, type RestResponse } from '../http/responses';
import { isJsonObject } from './record-input';

const MIN_PASSWORD_LENGTH = 8;
const GENERATED_BYTES = 9;

/**
 * A user's password: whether it has expired (never), set it, or have one made.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_user_password.htm
 */
export function userPasswordResources(deps: ApiDeps): Resource[] {
  return [
    {
      path: '/sobjects/User/:id/password',
      GET: (request) => {
        requireManagedUser(request, deps);
        return ok({ isExpired: false });
      },
      POST: (request) => setPassword(request, deps),
      DELETE: (request) => resetPassword(request, deps),
    },
  ];
}

function setPassword(request: RestRequest, deps: ApiDeps): RestResponse {
  const user = requireManagedUser(request, deps);
  const body = request.body.json();
  if (!isJsonObject(body) || typeof body['NewPassword'] !== 'string')
    throw malformedBody('NewPassword must be a text');
  checkPassword(body['NewPassword']);
  deps.org.users.setPassword(user.id, body['NewPassword']);
  return NO_CONTENT;
}

function resetPassword(request: RestRequest, deps: ApiDeps): RestResponse {
  const user = requireManagedUser(request, deps);
  const NewPassword = `${randomBytes(GENERATED_BYTES).toString('base64url')}a1`;
  deps.org.users.setPassword(user.id, NewPassword);
  return ok({ NewPassword });
}

/** @throws ApiError NOT_FOUND, INSUFFICIENT_ACCESS when it is neither oneself nor one may manage users */
function requireManagedUser(request: RestRequest, deps: ApiDeps): RunningUser {
  const id = request.parameters['id'] ?? '';
  const user = isRecordId(id) ? deps.org.users.findById(toId18(id)) : undefined;
  if (!user) throw notFound();
  const caller = request.context.user;
  if (caller.id !== user.id && !deps.org.access.hasUserPermission(caller, 'ManageUsers')) {
    throw new ApiError('INSUFFICIENT_ACCESS', 'You do not have permission to view this record.');
  }
  return user;
}

/**
 * Refuses passwords that are too short or too plain.
 *
 * UNVERIFIED: the text for a password that is too short.
 * @throws ApiError INVALID_NEW_PASSWORD
 */
export function checkPassword(password: string): void {
  if (password.length < MIN_PASSWORD_LENGTH) {
    throw new ApiError(
      'INVALID_NEW_PASSWORD',
      `Your password must be at least ${MIN_PASSWORD_LENGTH} characters long.`,
    );
  }
  if (!/[A-Za-z]/.test(password) || !/\d/.test(password)) {
    throw new ApiError('INVALID_NEW_PASSWORD', 'Your password must have a mix of letters and numbers.');
  }
}
