import type { ReportGroup, ReportResult } from '../analytics';
import cases from '../../conformance/analytics/reports.json';
import fixture from '../../conformance/analytics/fixture.json';
import type { RecordValues } from '../core';
import { TestOrg } from './testing/test-org';
import type { PackageFiles } from './testing/package-zip';

/** A report and what it must answer, or why it must not deploy. */
interface ReportCase {
  readonly name: string;
  readonly report: PackageFiles[string];
  /** `admin` when absent; see `users`. */
  readonly user?: 'plain' | 'reader';
  readonly groups?: readonly string[];
  readonly groupsAcross?: readonly string[];
  /** Labels of detail cells by fact key. */
  readonly rows?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Values of summaries by fact key; the count of rows is the last. */
  readonly facts?: Readonly<Record<string, readonly (number | null)[]>>;
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  readonly problems?: readonly string[];
}

const FOLDER: PackageFiles = {
  'reports/Cases-meta.xml': { accessType: 'Public', name: 'Cases', publicFolderAccess: 'ReadOnly' },
};

/** Sees all deals, but only some of their fields. */
const permissionSet = (label: string, fields: readonly string[]): PackageFiles[string] => ({
  label,
  objectPermissions: ['Deal__c', 'Item__c'].map((object) => ({
    object,
    allowCreate: false,
    allowRead: true,
    allowEdit: false,
    allowDelete: false,
    viewAllRecords: true,
    modifyAllRecords: false,
  })),
  fieldPermissions: fields.map((field) => ({ field, readable: true, editable: false })),
});

const FIELDS = ['Size__c', 'Odds__c', 'Due__c', 'Open__c', 'Region__c', 'Account__c'].map(
  (name) => `Deal__c.${name}`,
);
const PERMISSION_SETS: PackageFiles = {
  'permissionsets/All_Fields.permissionset': permissionSet('All Fields', [...FIELDS, 'Item__c.Count__c']),
  'permissionsets/Names_Only.permissionset': permissionSet('Names Only', []),
};

describe('reports', () => {
  const test = new TestOrg();

  beforeAll(async () => {
    await test.deploy({ ...(fixture.files as PackageFiles), ...PERMISSION_SETS, ...FOLDER });
    test.insert('PermissionSetAssignment', [
      { AssigneeId: test.admin.id, PermissionSetId: test.idOf('PermissionSet', 'Name', 'All_Fields') },
    ]);
    test.addUser('plain', { permissionSets: ['All_Fields'] });
    test.addUser('reader', { permissionSets: ['Names_Only'] });
    for (const [objectName, rows] of Object.entries(fixture.records)) {
      test.insert(
        objectName,
        rows.map((row) => withIds(test, row)),
      );
    }
  });

  afterAll(() => test.org.close());

  it.each(cases as unknown as readonly ReportCase[])('$name', async (reportCase) => {
    const files: PackageFiles = {
      ...FOLDER,
      'reports/Cases/Report.report': { name: 'Report', ...(reportCase.report as object) },
    };
    if (reportCase.problems) {
      const problems = await test.problems(files);
      expect(problems).toEqual(reportCase.problems.map((problem) => `Report Cases/Report: ${problem}`));
      return;
    }
    await test.deploy(files);
    const { analytics } = test.org;
    const user = reportCase.user ? test.user(`${reportCase.user}@test.org`) : test.admin;
    const context = { user, mode: 'user', apiVersion: 67 } as const;
    const report = analytics.run(analytics.report('Cases/Report', user), true, context);
    expect(answerOf(report, reportCase)).toEqual(expectationOf(reportCase));
  });
});

/** Look-ups of the fixture name records. */
function withIds(test: TestOrg, row: Readonly<Record<string, unknown>>): RecordValues {
  const targets: Readonly<Record<string, string>> = { Account__c: 'Account', Deal__c: 'Deal__c' };
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const target = targets[name];
      return [name, target && typeof value === 'string' ? test.idOf(target, 'Name', value) : value];
    }),
  ) as RecordValues;
}

/** The parts of an answer that a case speaks of. */
function answerOf(report: ReportResult, { groups, groupsAcross, rows, facts, labels }: ReportCase): object {
  const fact = <T>(keys: object | undefined, read: (key: string) => T): Record<string, T> | undefined =>
    keys && Object.fromEntries(Object.keys(keys).map((key) => [key, read(key)]));
  return {
    groups: groups && labelsOf(report.groupingsDown),
    groupsAcross: groupsAcross && labelsOf(report.groupingsAcross),
    rows: fact(rows, (key) => report.facts.get(key)?.rows.map((row) => row.map(({ label }) => label))),
    facts: fact(facts, (key) => report.facts.get(key)?.summaries.map(({ value }) => value)),
    labels: fact(labels, (key) => report.facts.get(key)?.summaries.map(({ label }) => label)),
  };
}

function expectationOf({ groups, groupsAcross, rows, facts, labels }: ReportCase): object {
  return { groups, groupsAcross, rows, facts, labels };
}

function labelsOf(groups: readonly ReportGroup[]): string[] {
  return groups.map(({ label }) => label);
}
