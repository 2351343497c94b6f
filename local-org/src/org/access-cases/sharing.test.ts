import type { RecordAccessLevel } from '../../access';
import type { RecordValues } from '../../core';
import type { MetadataObject } from '../../metadata';
import { TestOrg, type TestUser } from '../testing/test-org';
import type { PackageFiles } from '../testing/package-zip';
import metadata from './fixture-metadata.json';
import suite from './sharing.cases.json';

interface SharingCase {
  readonly title: string;
  /** Sharing rules of Thing__c, deployed for this case only. */
  readonly rules?: Readonly<Record<string, readonly MetadataObject[]>>;
  readonly records: readonly (readonly [
    ref: string,
    object: string,
    owner: string | null,
    values: RecordValues,
  ])[];
  /** `{ 'edit r1': 'chief rep' }`: who has that access. */
  readonly expect: Readonly<Record<string, string>>;
}

/** Types whose rules a case deploys, by their element. */
const RULE_TYPES: Readonly<Record<string, string>> = {
  sharingOwnerRules: 'SharingOwnerRule',
  sharingCriteriaRules: 'SharingCriteriaRule',
};

describe('sharing', () => {
  const test = new TestOrg();
  const names = Object.keys(suite.users);

  /** `user rep`, `queue Inbox`, a record of the case, or a plain value. */
  function resolve(text: string, refs: ReadonlyMap<string, string>): string {
    const [kind, name = ''] = text.split(' ');
    if (kind === 'user') return test.user(`${name}@test.org`).id;
    if (kind === 'queue' || kind === 'group') {
      const row = test.org.store
        .prepare(
          'SELECT "Id" AS id FROM "Group" WHERE "DeveloperName" = ? AND "Type" IN (\'Queue\', \'Regular\')',
        )
        .get(name);
      return String(row?.['id']);
    }
    return refs.get(text) ?? text;
  }

  function insertRecords(records: SharingCase['records']): Map<string, { id: string; object: string }> {
    const made = new Map<string, { id: string; object: string }>();
    for (const [ref, object, owner, values] of records) {
      const refs = new Map([...made].map(([name, { id }]) => [name, id]));
      const complete = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' ? resolve(value, refs) : value,
        ]),
      );
      const ownerId = owner?.includes(' ') ? resolve(owner, refs) : owner && resolve(`user ${owner}`, refs);
      const [id = ''] = test.insert(object, [{ ...complete, ...(ownerId ? { OwnerId: ownerId } : {}) }]);
      made.set(ref, { id, object });
    }
    return made;
  }

  beforeAll(async () => {
    await test.deploy(metadata as PackageFiles);
    for (const [name, user] of Object.entries(suite.users)) test.addUser(name, user as TestUser);
    for (const [group, members] of Object.entries(suite.members)) {
      const id = resolve(`group ${group}`, new Map());
      test.insert(
        'GroupMember',
        members.map((name) => ({ GroupId: id, UserOrGroupId: resolve(`user ${name}`, new Map()) })),
      );
    }
  });

  afterAll(() => {
    test.org.close();
  });

  it.each((suite.cases as unknown as SharingCase[]).map((each) => [each.title, each] as const))(
    '%s',
    async (_title, each) => {
      const rules = each.rules ?? {};
      if (each.rules) await test.deploy({ 'sharingRules/Thing__c.sharingRules': rules as MetadataObject });
      const made = insertRecords(each.records);
      const found = Object.keys(each.expect).map((question) => {
        const [level = '', ref = ''] = question.split(' ');
        const { id, object } = made.get(ref) ?? { id: '', object: '' };
        const who = names.filter((name) =>
          test.org.access
            .accessibleIds(test.user(`${name}@test.org`), object, [id], level as RecordAccessLevel)
            .has(id),
        );
        return [question, who.sort().join(' ')];
      });
      expect(Object.fromEntries(found)).toEqual(each.expect);
      const deletes = Object.entries(rules).map(([element, list]) => [
        RULE_TYPES[element] ?? '',
        list.map((rule) => `Thing__c.${String(rule['fullName'])}`),
      ]);
      if (each.rules) await test.deploy({}, Object.fromEntries(deletes) as Record<string, string[]>);
    },
  );
});
