import { ApiError } from '../../core';
import { SCREEN_ACTIONS } from '../../flow';
import type { ApiDeps } from '../api-deps';
import type { Resource } from '../http/resource';
import { ok } from '../http/responses';

/**
 * Runs screen flows step by step.
 *
 * UNVERIFIED: paths and shapes. The platform's pages use a runtime that is not documented; this one has its names.
 */
export function screenFlowResources({ org }: ApiDeps): Resource[] {
  const { screens } = org.flows;
  return [
    {
      path: '/connect/interaction/runtime/startFlow',
      unlisted: true,
      POST: ({ body, context }) => {
        const { flowDevName, arguments: inputs = {} } = objectOf(body.json());
        if (typeof flowDevName !== 'string') throw new ApiError('INVALID_INPUT', 'flowDevName is required');
        return ok(screens.start(flowDevName, objectOf(inputs), context));
      },
    },
    {
      path: '/connect/interaction/runtime/navigateFlow',
      unlisted: true,
      POST: ({ body, context }) => {
        const { action: name, serializedEncodedState, fields = {} } = objectOf(body.json());
        const action = SCREEN_ACTIONS.find((known) => known === name);
        if (typeof serializedEncodedState !== 'string' || action === undefined)
          throw new ApiError('INVALID_INPUT', 'action and serializedEncodedState are required');
        return ok(screens.navigate(serializedEncodedState, { action, values: objectOf(fields) }, context));
      },
    },
  ];
}

/** @throws ApiError INVALID_INPUT when the value is no object */
function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ApiError('INVALID_INPUT', 'The request body must be an object');
  return value as Readonly<Record<string, unknown>>;
}
