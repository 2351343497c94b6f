import { MAX_API_VERSION } from '../../core';
import type { RunningUser } from '../../execution';
import type { DescribeOptions, RecordTypeVisibility } from '../../schema';
import type { ApiDeps } from '../api-deps';
import { fieldAccess } from './object-access';

/** For whom a describe is made, and at which address. */
export interface DescribeRequest {
  readonly user: RunningUser;
  readonly apiVersion: number;
  readonly baseUrl: string;
}

/**
 * What a describe needs to know of the user: permissions on objects and fields, and the record types.
 *
 * DEVIATION: every active record type counts as available, and none as the user's default.
 */
export function describeOptions(
  { user, apiVersion, baseUrl }: DescribeRequest,
  deps: ApiDeps,
): DescribeOptions {
  const { access } = deps.org;
  const recordTypes = lazy(() => recordTypeIds(user, deps));
  return {
    basePath: `/services/data/v${apiVersion}.0`,
    instanceUrl: baseUrl,
    access: {
      object: (type) => access.objectAccess(user, type.name),
      createsAuditFields: access.hasUserPermission(user, 'CreateAuditFields'),
      field: (type, field) => fieldAccess(type, field, user, deps),
    },
    recordType: (type, recordType): RecordTypeVisibility => {
      const id = recordTypes().get(`${type.name}.${recordType.developerName}`) ?? '';
      return {
        id,
        available: recordType.active && deps.org.recordTypes.isAvailable(user, type.name, id),
        isDefault: deps.org.recordTypes.defaultRecordTypeId(user, type.name) === id,
      };
    },
  };
}

/** Ids of record types by `Object.DeveloperName`. */
function recordTypeIds(user: RunningUser, deps: ApiDeps): Map<string, string> {
  const { records } = deps.org.query.query('SELECT Id, DeveloperName, SobjectType FROM RecordType', {
    context: { user, mode: 'system', apiVersion: MAX_API_VERSION },
  });
  return new Map(
    records.map(({ id, fields }) => [
      `${String(fields['SobjectType'])}.${String(fields['DeveloperName'])}`,
      id ?? '',
    ]),
  );
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
