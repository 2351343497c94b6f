import { ApiError } from '../../core';
import type { RunningUser } from '../../execution';
import type { ApexRuntime } from '../runtime/apex-runtime';
import { topLevelOf } from '../semantics/visibility';
import type { TypeSymbol } from '../types/symbols';

const HTTP_FORBIDDEN = 403;

/** Whether a user may call the methods of a class from outside; access to an inner class is that to its outer one. */
export function mayCall({ org }: ApexRuntime, user: RunningUser, symbol: TypeSymbol): boolean {
  return org.access.hasApexClassAccess(user, topLevelOf(symbol).simpleName);
}

/** What Apex REST answers to a user without access. */
export function noClassAccess(symbol: TypeSymbol): ApiError {
  const message = `You do not have access to the Apex class named: ${topLevelOf(symbol).simpleName}`;
  return new ApiError('FORBIDDEN', message, { httpStatus: HTTP_FORBIDDEN });
}
