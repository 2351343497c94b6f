import { formatDatetime, type RecordValues } from '../../core';
import { type ToolingObjectName, TOOLING_KEY_PREFIXES } from '../../apex';
import type { LocalOrg } from '../../org';
import { makeField, systemFields, type FieldInput, type SObjectDefinition } from '../../schema';
import { readOnlyDefinition } from './tooling-objects';

const TEXT_LENGTH = 255;
const ID_LENGTH = 18;

/** Objects whose names and ids other Apex objects point at. */
const NAMED = 'Name';

/** An object of Tooling API about Apex, whose records are made when they are asked for. */
export interface ApexToolingObject {
  readonly name: string;
  readonly keyPrefix: string;
  readonly fields: readonly FieldInput[];
  /** Whether clients may create, change and delete records. */
  readonly editable: boolean;
  rows(org: LocalOrg): readonly RecordValues[];
}

const text = (name: string, length = TEXT_LENGTH): FieldInput => ({
  name,
  label: name,
  type: 'string',
  length,
});
const whole = (name: string): FieldInput => ({ name, label: name, type: 'int' });
const time = (name: string): FieldInput => ({ name, label: name, type: 'datetime' });
const flag = (name: string): FieldInput => ({ name, label: name, type: 'boolean' });
const id = (name: string): FieldInput => text(name, ID_LENGTH);
const long = (name: string): FieldInput => ({ name, label: name, type: 'textarea', length: 131_072 });

function lookup(name: string, target: string, relationshipName: string): FieldInput {
  return {
    name,
    label: name,
    type: 'reference',
    relationship: {
      kind: 'lookup',
      referenceTo: [target],
      relationshipName,
      childRelationshipName: null,
      onDelete: 'SetNull',
    },
  };
}

const CATEGORIES = [
  'ApexCode',
  'ApexProfiling',
  'Callout',
  'DataAccess',
  'Database',
  'Nba',
  'System',
  'Validation',
  'Visualforce',
  'Wave',
  'Workflow',
];

const COVERAGE = [
  lookup('ApexClassOrTriggerId', NAMED, 'ApexClassOrTrigger'),
  whole('NumLinesCovered'),
  whole('NumLinesUncovered'),
  long('Coverage'),
];

/** A working copy of a class or trigger. */
const MEMBER = [
  lookup('MetadataContainerId', 'MetadataContainer', 'MetadataContainer'),
  lookup('ContentEntityId', NAMED, 'ContentEntity'),
  ...[text('FullName'), long('Body'), long('Metadata')],
];

/** An object whose records the Apex engine keeps. */
function kept(
  name: ToolingObjectName,
  fields: readonly FieldInput[],
  editable: boolean,
  rows: ApexToolingObject['rows'] = ({ apexService }) => apexService.records.all(name),
): ApexToolingObject {
  return { name, keyPrefix: TOOLING_KEY_PREFIXES[name], fields, editable, rows };
}

/**
 * Objects of Tooling API about Apex that are no objects of the org.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/reference_objects_list.htm
 */
export const APEX_OBJECTS: readonly ApexToolingObject[] = [
  kept(
    'DebugLevel',
    [text('DeveloperName'), text('Language'), text('MasterLabel'), ...CATEGORIES.map((name) => text(name))],
    true,
  ),
  kept(
    'TraceFlag',
    [
      id('TracedEntityId'),
      text('LogType'),
      time('StartDate'),
      time('ExpirationDate'),
      lookup('DebugLevelId', 'DebugLevel', 'DebugLevel'),
      ...CATEGORIES.map((name) => text(name)),
    ],
    true,
  ),
  kept('MetadataContainer', [text('Name')], true),
  kept('ApexClassMember', MEMBER, true),
  kept('ApexTriggerMember', MEMBER, true),
  kept(
    'ContainerAsyncRequest',
    [
      lookup('MetadataContainerId', 'MetadataContainer', 'MetadataContainer'),
      ...[flag('IsCheckOnly'), flag('IsRunTests'), text('State'), long('ErrorMsg'), long('DeployDetails')],
    ],
    true,
  ),
  kept('ApexTestSuite', [text('TestSuiteName')], true),
  kept(
    'TestSuiteMembership',
    [lookup('ApexTestSuiteId', 'ApexTestSuite', 'ApexTestSuite'), lookup('ApexClassId', NAMED, 'ApexClass')],
    true,
  ),
  kept(
    'ApexTestRunResult',
    [
      ...[id('AsyncApexJobId'), id('UserId'), text('Source'), text('JobName'), text('Status')],
      ...[flag('IsAllTests'), time('StartTime'), time('EndTime'), whole('TestTime'), whole('TestSetupTime')],
      ...[whole('ClassesEnqueued'), whole('ClassesCompleted')],
      ...[whole('MethodsEnqueued'), whole('MethodsCompleted'), whole('MethodsFailed')],
    ],
    false,
  ),
  kept(
    'ApexCodeCoverage',
    [lookup('ApexTestClassId', NAMED, 'ApexTestClass'), text('TestMethodName'), ...COVERAGE],
    false,
    ({ apexService }) => apexService.tests.coverage.rows(),
  ),
  kept('ApexCodeCoverageAggregate', COVERAGE, false, ({ apexService }) =>
    apexService.tests.coverage.aggregateRows(),
  ),
  kept('ApexOrgWideCoverage', [whole('PercentCovered')], false, ({ apexService }) => [
    { Id: '716000000000001AAA', PercentCovered: apexService.tests.coverage.orgWidePercent() },
  ]),
  {
    name: 'ApexTestQueueItem',
    keyPrefix: '709',
    editable: false,
    fields: [
      lookup('ApexClassId', NAMED, 'ApexClass'),
      ...[text('Status'), text('ExtendedStatus'), id('ParentJobId'), id('TestRunResultId')],
      flag('ShouldSkipCodeCoverage'),
    ],
    rows: queueItems,
  },
];

/** The rows of the org, with the run that each belongs to. */
function queueItems(org: LocalOrg): RecordValues[] {
  const rows = org.store.prepare('SELECT * FROM "ApexTestQueueItem" ORDER BY rowid').all();
  const runs = new Map(
    org.apexService.records.all('ApexTestRunResult').map((run) => [run['AsyncApexJobId'], run['Id']]),
  );
  return (rows as RecordValues[]).map((row) => ({
    ...row,
    ShouldSkipCodeCoverage: row['ShouldSkipCodeCoverage'] === 1,
    TestRunResultId: runs.get(row['ParentJobId'] ?? null) ?? null,
  }));
}

/** Classes and triggers by id and name: what relationships of the objects above lead to. */
export const NAMED_OBJECT: SObjectDefinition = readOnlyDefinition(NAMED, null, [
  ...systemFields(NAMED, ['Id']),
  makeField({ ...text('Name'), nameField: true }),
  makeField(text('NamespacePrefix')),
  makeField(text('Type')),
]);

/** The rows of {@link NAMED_OBJECT}. */
export function namedRows({ store }: LocalOrg): RecordValues[] {
  return ['ApexClass', 'ApexTrigger'].flatMap((type) => {
    const rows = store.prepare(`SELECT "Id", "Name" FROM "${type}"`).all() as RecordValues[];
    return rows.map((row) => ({ ...row, Type: type }));
  });
}

/** The object's definition for a schema. */
export function apexDefinitionOf({ name, keyPrefix, fields }: ApexToolingObject): SObjectDefinition {
  return readOnlyDefinition(name, keyPrefix, [
    ...systemFields(name, ['Id']),
    makeField(time('CreatedDate')),
    makeField(id('CreatedById')),
    ...fields.map(makeField),
  ]);
}

/** When a record was made, for its audit fields. */
export function createdFields(org: LocalOrg, userId: string): RecordValues {
  return { CreatedDate: formatDatetime(org.clock.now()), CreatedById: userId };
}
