import { ApiError } from '../../core';
import type { ApiDeps } from '../api-deps';
import type { Resource } from '../http/resource';
import { NO_CONTENT } from '../http/responses';

/**
 * `POST /recycle-bin/001.../undelete`: takes a record out of the recycle bin, as "Undo" after a deletion does.
 * UNVERIFIED: the path. REST has no documented resource for it; SOAP and Apex have `undelete`.
 * @see https://help.salesforce.com/s/articleView?id=xcloud.recycle_bin.htm
 */
export function undeleteResources({ org }: ApiDeps): Resource[] {
  return [
    {
      path: '/recycle-bin/:record/undelete',
      unlisted: true,
      POST: ({ parameters, context }) => {
        const [result] = org.dml.undelete([parameters['record'] ?? ''], { context, allOrNone: true });
        const [error] = result?.errors ?? [];
        if (error) throw new ApiError(error.statusCode, error.message, { fields: error.fields });
        return NO_CONTENT;
      },
    },
  ];
}
