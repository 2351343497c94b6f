import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { DataQuery } from '../../runtime/data-access';
import type { LeadConversionOutcome, LeadConversionRequest } from '../../runtime/org-port';
import { throwFailures } from '../../runtime/data/dml-exception';
import { mergeRecords } from '../../runtime/data/merge-records';
import { contextOf } from '../../runtime/data/query-rows';
import type { ApexList } from '../../runtime/values/apex-list';
import type { ApexMap } from '../../runtime/values/apex-map';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';
import type { ApexAccessLevel } from './access-level';
import { batchMethods } from './batch-methods';
import { dmlMethods } from './dml-methods';
import { ApexQueryLocator } from './query-locator';
import { errorStruct, resultStruct } from './results';
import { releaseSavepoint, rollback, setSavepoint } from './savepoints';

/** Values of variables of the calling code by name in lower case; undefined for names that it does not see. */
type CallerVariables = (name: string) => ApexValue | undefined;

/** A query as text; its binds are looked up at once, as it may run later. */
function dynamicQuery(
  runtime: ApexRuntime,
  text: string | null,
  valueOf: CallerVariables,
  access: ApexAccessLevel | null,
): DataQuery {
  if (text === null) return runtime.throwNull();
  const binds: Record<string, ApexValue> = {};
  for (const name of bindsIn(text)) {
    const value = valueOf(name.toLowerCase());
    if (value !== undefined) binds[name] = value;
  }
  return { text, binds, access: access?.mode ?? runtime.execution.callerAccess };
}

/** Names after a colon; texts in quotes do not count. */
function bindsIn(text: string): string[] {
  const withoutTexts = text.replace(/'(?:\\.|[^'\\])*'/gs, "''");
  return [...withoutTexts.matchAll(/:\s*([a-z_][\w.]*)/gi)].map(([, name = '']) => name);
}

function valuesOfMap(runtime: ApexRuntime, map: ApexMap): CallerVariables {
  const values = new Map([...map.keys()].map((key) => [String(key).toLowerCase(), map.get(runtime, key)]));
  return (name) => values.get(name);
}

type Ask = (runtime: ApexRuntime, query: DataQuery) => unknown;

/** The forms of a method that takes a query as text. What the calling code sees as variables comes last. */
function queryMethods(returned: string, name: string, ask: Ask): PlatformMember[] {
  return [
    method(
      `static ${returned} ${name}(String query)`,
      (runtime: ApexRuntime, text: string | null, variables: CallerVariables) =>
        ask(runtime, dynamicQuery(runtime, text, variables, null)),
    ),
    method(
      `static ${returned} ${name}(String query, AccessLevel accessLevel)`,
      (runtime: ApexRuntime, text: string | null, access: ApexAccessLevel, variables: CallerVariables) =>
        ask(runtime, dynamicQuery(runtime, text, variables, access)),
    ),
    method(
      `static ${returned} ${name}WithBinds(String query, Map<String, Object> binds, AccessLevel accessLevel)`,
      (runtime: ApexRuntime, text: string | null, binds: ApexMap | null, access: ApexAccessLevel) =>
        ask(runtime, dynamicQuery(runtime, text, valuesOfMap(runtime, binds ?? runtime.throwNull()), access)),
    ),
  ];
}

function merge(
  runtime: ApexRuntime,
  master: ApexSObject,
  duplicates: readonly ApexValue[],
  rest: readonly (boolean | ApexAccessLevel | null)[],
): PlatformStruct[] {
  const level = rest.find((part) => part !== null && typeof part === 'object');
  const allOrNone = !rest.includes(false);
  const records = duplicates.map((duplicate) => {
    if (duplicate instanceof ApexSObject) return duplicate;
    const record = ApexSObject.create(runtime, master.objectName);
    record.load('Id', duplicate);
    return record;
  });
  const access = (level as ApexAccessLevel | undefined)?.mode ?? runtime.execution.callerAccess;
  const { results, movedIds } = mergeRecords(runtime, master, records, access);
  if (allOrNone) throwFailures(runtime, 'merge', [master], results);
  return results.map((result) => {
    const struct = resultStruct(runtime, 'Database.MergeResult', result);
    struct.values['mergedRecordIds'] = listOf(
      runtime,
      'String',
      records.map(({ id }) => id),
    );
    struct.values['updatedRelatedIds'] = listOf(runtime, 'String', movedIds);
    return struct;
  });
}

const MERGE_ENDINGS = [
  '',
  ', Boolean allOrNone',
  ', AccessLevel accessLevel',
  ', Boolean allOrNone, AccessLevel accessLevel',
];

const mergeMethods: readonly PlatformMember[] = MERGE_ENDINGS.flatMap((ending) => [
  ...['SObject duplicate', 'Id duplicateId'].map((subject) =>
    method(
      `static Database.MergeResult merge(SObject master, ${subject}${ending})`,
      (
        runtime: ApexRuntime,
        master: ApexSObject,
        duplicate: ApexValue,
        ...rest: (boolean | ApexAccessLevel)[]
      ) => merge(runtime, master, [duplicate], rest)[0] ?? null,
    ),
  ),
  ...['List<SObject> duplicates', 'List<Id> duplicateIds'].map((subject) =>
    method(
      `static List<Database.MergeResult> merge(SObject master, ${subject}${ending})`,
      (
        runtime: ApexRuntime,
        master: ApexSObject,
        duplicates: ApexList,
        ...rest: (boolean | ApexAccessLevel)[]
      ) => listOf(runtime, 'Database.MergeResult', merge(runtime, master, duplicates.items, rest)),
    ),
  ),
]);

function convertLeads(
  runtime: ApexRuntime,
  conversions: readonly PlatformStruct[],
  allOrNone: boolean,
): PlatformStruct[] {
  runtime.count('dmlStatements');
  runtime.count('dmlRows', conversions.length);
  const context = contextOf(runtime, runtime.execution.callerAccess);
  const convert = (): readonly LeadConversionOutcome[] => {
    const outcomes = runtime.org.convertLeads(conversions.map(conversionOf), context);
    if (allOrNone) throwRefused(runtime, outcomes);
    return outcomes;
  };
  const outcomes = allOrNone ? runtime.org.transactions.savepoint(convert) : convert();
  return outcomes.map((outcome) => outcomeStruct(runtime, outcome));
}

function conversionOf({ values }: PlatformStruct): LeadConversionRequest {
  return {
    leadId: String(values['LeadId'] ?? ''),
    convertedStatus: String(values['ConvertedStatus'] ?? ''),
    accountId: textOrNone(values['AccountId']),
    contactId: textOrNone(values['ContactId']),
    opportunityId: textOrNone(values['OpportunityId']),
    opportunityName: textOrNone(values['OpportunityName']),
    ownerId: textOrNone(values['OwnerId']),
    doNotCreateOpportunity: values['DoNotCreateOpportunity'] === true,
    overwriteLeadSource: values['OverwriteLeadSource'] === true,
    sendNotificationEmail: values['SendNotificationEmail'] === true,
  };
}

function throwRefused(runtime: ApexRuntime, outcomes: readonly LeadConversionOutcome[]): void {
  const row = outcomes.findIndex(({ success }) => !success);
  const [error] = outcomes[row]?.errors ?? [];
  if (!error) return;
  runtime.throwNew(
    'System.DmlException',
    `ConvertLead failed. First exception on row ${row}; first error: ` +
      `${error.statusCode}, ${error.message}: [${error.fields.join(', ')}]`,
  );
}

function outcomeStruct(runtime: ApexRuntime, outcome: LeadConversionOutcome): PlatformStruct {
  const { errors, success, leadId, accountId, contactId, opportunityId } = outcome;
  return new PlatformStruct('Database.LeadConvertResult', {
    ...{ id: leadId, success, leadId, accountId, contactId, opportunityId, relatedPersonAccountId: null },
    errors: listOf(
      runtime,
      'Database.Error',
      errors.map((error) => errorStruct(runtime, error)),
    ),
  });
}

function textOrNone(value: ApexValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const allOrNoneOf = (rest: readonly ApexValue[]): boolean =>
  rest.find((part) => typeof part === 'boolean') !== false;

const CONVERT_ENDINGS = [
  '',
  ', Boolean allOrNone',
  ', AccessLevel accessLevel',
  ', Boolean allOrNone, AccessLevel accessLevel',
];

const convertMethods: readonly PlatformMember[] = CONVERT_ENDINGS.flatMap((ending) => [
  method(
    `static Database.LeadConvertResult convertLead(Database.LeadConvert conversion${ending})`,
    (runtime: ApexRuntime, conversion: PlatformStruct, ...rest: ApexValue[]) =>
      convertLeads(runtime, [conversion], allOrNoneOf(rest))[0] ?? null,
  ),
  method(
    `static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> conversions${ending})`,
    (runtime: ApexRuntime, conversions: ApexList, ...rest: ApexValue[]) =>
      listOf(
        runtime,
        'Database.LeadConvertResult',
        convertLeads(runtime, conversions.items as PlatformStruct[], allOrNoneOf(rest)),
      ),
  ),
]);

/** Queries and saves as methods. */
export const databaseClass: PlatformClass = {
  name: 'System.Database',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database.htm',
  members: [
    ...dmlMethods,
    ...mergeMethods,
    ...convertMethods,
    ...batchMethods,
    ...queryMethods('List<SObject>', 'query', (runtime, query) => runtime.data.query(query)),
    ...queryMethods('Integer', 'countQuery', (runtime, query) => runtime.data.count(query)),
    ...queryMethods(
      'Database.QueryLocator',
      'getQueryLocator',
      (_runtime, query) => new ApexQueryLocator(query),
    ),
    method('static System.Savepoint setSavepoint()', setSavepoint),
    method('static void rollback(System.Savepoint savepoint)', rollback),
    method('static void releaseSavepoint(System.Savepoint savepoint)', releaseSavepoint),
    method(
      'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> records)',
      emptyRecycleBin,
    ),
    method(
      'static Database.EmptyRecycleBinResult emptyRecycleBin(SObject record)',
      (runtime: ApexRuntime, record: ApexSObject) =>
        emptyRecycleBin(runtime, listOf(runtime, runtime.types.sobject, [record])).items[0] ?? null,
    ),
  ],
};

function emptyRecycleBin(runtime: ApexRuntime, records: ApexList): ApexList {
  const ids = (records.items as ApexSObject[]).map(({ id }) => id ?? runtime.throwNull());
  runtime.count('dmlStatements');
  runtime.count('dmlRows', ids.length);
  const context = contextOf(runtime, runtime.execution.callerAccess);
  const results = runtime.org.dml.emptyRecycleBin(ids, { allOrNone: false, context });
  return listOf(
    runtime,
    'Database.EmptyRecycleBinResult',
    results.map((result) => resultStruct(runtime, 'Database.EmptyRecycleBinResult', result)),
  );
}
