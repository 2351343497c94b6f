import type { SaveError, SaveResult } from '../../../dml';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexList } from '../../runtime/values/apex-list';
import { listOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import type { PlatformClass, PlatformMember } from '../platform-class';
import { readable } from '../readable';

const PAGE = 'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/';

/** A value of the struct that is read as it is. */
export function held(type: string, name: string, key: string): PlatformMember[] {
  return readable(type, name, (_runtime: ApexRuntime, self: PlatformStruct) => self.values[key] ?? null);
}

/** `Database.Error` of a refused record. */
export function errorStruct(runtime: ApexRuntime, error: SaveError): PlatformStruct {
  return new PlatformStruct('Database.Error', {
    message: error.message,
    fields: listOf(runtime, 'String', error.fields),
    statusCode: runtime.enumValue('System.StatusCode', error.statusCode),
  });
}

/** What became of a record, as `Database.SaveResult` and its like. */
export function resultStruct(runtime: ApexRuntime, className: string, result: SaveResult): PlatformStruct {
  return new PlatformStruct(className, {
    id: result.id,
    success: result.success,
    errors: listOf(
      runtime,
      'Database.Error',
      result.errors.map((error) => errorStruct(runtime, error)),
    ),
    created: result.created ?? false,
  });
}

/** The results of several records. */
export function resultList(
  runtime: ApexRuntime,
  className: string,
  results: readonly SaveResult[],
): ApexList {
  return listOf(
    runtime,
    className,
    results.map((result) => resultStruct(runtime, className, result)),
  );
}

/**
 * What all results have in JSON, by which tests make them.
 * UNVERIFIED: the order of the members.
 */
const RESULT_JSON = { success: 'Boolean', id: 'Id', errors: 'List<Database.Error>' };

function resultClass(
  name: string,
  page: string,
  more: readonly PlatformMember[] = [],
  json: PlatformClass['json'] = RESULT_JSON,
): PlatformClass {
  return {
    name: `Database.${name}`,
    kind: 'class',
    documentation: `${PAGE}${page}.htm`,
    json,
    members: [
      ...held('Id', 'Id', 'id'),
      ...held('Boolean', 'Success', 'success'),
      ...held('List<Database.Error>', 'Errors', 'errors'),
      ...more,
    ],
  };
}

export const saveResultClass = resultClass('SaveResult', 'apex_methods_system_database_saveresult');
export const deleteResultClass = resultClass('DeleteResult', 'apex_methods_system_database_deleteresult');
export const undeleteResultClass = resultClass(
  'UndeleteResult',
  'apex_methods_system_database_undeleteresult',
);
export const emptyRecycleBinResultClass = resultClass(
  'EmptyRecycleBinResult',
  'apex_methods_system_database_emptyrecyclebinresult',
);
export const upsertResultClass = resultClass(
  'UpsertResult',
  'apex_methods_system_database_upsertresult',
  held('Boolean', 'Created', 'created'),
  { ...RESULT_JSON, created: 'Boolean' },
);
export const mergeResultClass = resultClass('MergeResult', 'apex_methods_system_database_mergeresult', [
  ...held('List<String>', 'MergedRecordIds', 'mergedRecordIds'),
  ...held('List<String>', 'UpdatedRelatedIds', 'updatedRelatedIds'),
]);
export const leadConvertResultClass = resultClass(
  'LeadConvertResult',
  'apex_class_Database_LeadConvertResult',
  [
    ...held('Id', 'LeadId', 'leadId'),
    ...held('Id', 'AccountId', 'accountId'),
    ...held('Id', 'ContactId', 'contactId'),
    ...held('Id', 'OpportunityId', 'opportunityId'),
    ...held('Id', 'RelatedPersonAccountId', 'relatedPersonAccountId'),
  ],
);

/** Why a record was refused. */
export const databaseErrorClass: PlatformClass = {
  name: 'Database.Error',
  kind: 'class',
  documentation: `${PAGE}apex_methods_system_database_error.htm`,
  json: { statusCode: 'System.StatusCode', message: 'String', fields: 'List<String>' },
  members: [
    ...held('String', 'Message', 'message'),
    ...held('List<String>', 'Fields', 'fields'),
    ...held('System.StatusCode', 'StatusCode', 'statusCode'),
  ],
};
