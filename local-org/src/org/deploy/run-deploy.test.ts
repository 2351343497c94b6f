import { DEPLOY_OPTIONS, TestOrg } from '../testing/test-org';
import { packageZip, type PackageFiles } from '../testing/package-zip';

const NAME = { label: 'Name', type: 'Text' } as const;

function objectFile(parts: Record<string, unknown>): PackageFiles {
  return {
    'objects/Thing__c.object': {
      label: 'Thing',
      pluralLabel: 'Things',
      nameField: NAME,
      deploymentStatus: 'Deployed',
      sharingModel: 'ReadWrite',
      ...parts,
    } as never,
  };
}

const NUMBER = { fullName: 'Score__c', label: 'Score', type: 'Number', precision: 5, scale: 0 };
const DOUBLE = {
  fullName: 'Double__c',
  label: 'Double',
  type: 'Number',
  precision: 18,
  scale: 0,
  formula: 'Score__c * 2',
};

describe('runDeploy', () => {
  let test: TestOrg;

  beforeEach(() => {
    test = new TestOrg();
  });

  afterEach(() => {
    test.org.close();
  });

  it('leaves the org byte for byte as it was when a formula does not compile', async () => {
    await test.deploy(objectFile({ fields: [NUMBER] }));
    const before = test.dump();
    const problems = await test.problems(
      objectFile({ fields: [NUMBER, { ...DOUBLE, formula: 'Score__c & 1' }] }),
    );
    expect(problems).toEqual([expect.stringContaining('CustomField Thing__c.Double__c: ')]);
    expect(test.dump()).toEqual(before);
    expect(test.org.schema().find('Thing__c')?.field('Double__c')).toBeUndefined();
  });

  it('changes nothing when it only checks', async () => {
    const before = test.dump();
    const result = await test.tryDeploy(objectFile({ fields: [NUMBER] }), { checkOnly: true });
    expect(result).toMatchObject({ status: 'Succeeded', checkOnly: true });
    expect(test.dump()).toEqual(before);
    expect(test.org.schema().find('Thing__c')).toBeUndefined();
  });

  it('deploys what an earlier check validated, once', async () => {
    const { id } = await test.tryDeploy(objectFile({ fields: [NUMBER] }), { checkOnly: true });
    const quick = test.org.metadata.deployRecentValidation(id, test.admin);
    await test.org.metadata.idle();
    expect(test.org.metadata.deployResult(quick)).toMatchObject({ status: 'Succeeded', checkOnly: false });
    expect(() => test.org.metadata.deployRecentValidation(quick, test.admin)).toThrow(
      'Invalid validation id',
    );
  });

  it('changes nothing when the same package comes again', async () => {
    const files = {
      ...objectFile({ fields: [NUMBER, DOUBLE] }),
      'permissionsets/Things.permissionset': {
        label: 'Things',
        fieldPermissions: [{ field: 'Thing__c.Score__c', readable: true, editable: true }],
      },
    };
    await test.deploy(files);
    const before = test.dump();
    const result = await test.deploy(files);
    expect(result.successes.some((message) => message.changed)).toBe(false);
    expect(test.dump()).toEqual(before);
  });

  it('reports a formula elsewhere that a changed field breaks, at the component that holds it', async () => {
    await test.deploy(objectFile({ fields: [NUMBER, DOUBLE] }));
    const changed = { ...NUMBER, type: 'Text', length: 10 } as Record<string, unknown>;
    delete changed['precision'];
    delete changed['scale'];
    const problems = await test.problems(objectFile({ fields: [changed] }));
    expect(problems).toEqual([
      "CustomField Thing__c.Double__c: Incorrect parameter type for operator '*'. Expected Number, received Text",
    ]);
  });

  it('keeps what is right when rollbackOnError is false', async () => {
    const result = await test.tryDeploy(
      objectFile({ fields: [NUMBER, { ...DOUBLE, formula: 'Missing__c' }] }),
      { rollbackOnError: false },
    );
    expect(result.status).toBe('SucceededPartial');
    expect(result.failures.map(({ fullName }) => fullName)).toEqual(['Thing__c.Double__c']);
    const type = test.org.schema().find('Thing__c');
    expect([type?.field('Score__c') !== undefined, type?.field('Double__c') !== undefined]).toEqual([
      true,
      false,
    ]);
  });

  it('works deploys off in the order they came', async () => {
    const first = test.tryDeploy(objectFile({ fields: [NUMBER] }));
    const second = test.tryDeploy(objectFile({ fields: [NUMBER, DOUBLE] }));
    const third = test.tryDeploy({}, {}, { CustomField: ['Thing__c.Double__c'] });
    const results = await Promise.all([first, second, third]);
    expect(results.map(({ status }) => status)).toEqual(['Succeeded', 'Succeeded', 'Succeeded']);
    const fields = test.org.metadata.list('CustomField').map(({ fullName }) => fullName);
    expect(fields).toEqual(['Thing__c.Score__c']);
  });

  it('cancels a deploy that has not begun', async () => {
    const { metadata } = test.org;
    const zip = packageZip(objectFile({ fields: [NUMBER] }));
    const id = metadata.deploy(zip, DEPLOY_OPTIONS, test.admin);
    metadata.cancelDeploy(id);
    await metadata.idle();
    expect(metadata.deployResult(id)).toMatchObject({ status: 'Canceled', done: true, success: false });
    expect(test.org.schema().find('Thing__c')).toBeUndefined();
  });

  it('answers an unknown id as the platform does', () => {
    expect(() => test.org.metadata.deployResult('0Af000000000001AAA')).toThrow(
      expect.objectContaining({
        errorCode: 'INVALID_CROSS_REFERENCE_KEY',
        message: 'invalid cross reference id',
      }),
    );
  });
});

describe('runDeploy: existing records', () => {
  let test: TestOrg;

  beforeEach(async () => {
    test = new TestOrg();
    await test.deploy(objectFile({}));
    test.insert('Thing__c', [{ Name: 'A' }, { Name: 'B' }]);
  });

  afterEach(() => {
    test.org.close();
  });

  it('fills a new checkbox with its default and leaves a new required field empty', async () => {
    const fields = [
      { fullName: 'On__c', label: 'On', type: 'Checkbox', defaultValue: true },
      { fullName: 'Off__c', label: 'Off', type: 'Checkbox', defaultValue: false },
      { fullName: 'Code__c', label: 'Code', type: 'Text', length: 5, required: true },
      { fullName: 'Key__c', label: 'Key', type: 'Text', length: 5, unique: true, externalId: true },
    ];
    await test.deploy({
      ...objectFile({ fields }),
      'permissionsets/Things.permissionset': {
        label: 'Things',
        fieldPermissions: ['On__c', 'Off__c', 'Key__c'].map((name) => ({
          field: `Thing__c.${name}`,
          readable: true,
          editable: false,
        })),
      },
    });
    const row = test.org.store.prepare('SELECT "On__c", "Off__c", "Code__c", "Key__c" FROM "Thing__c"').get();
    expect(row).toEqual({ On__c: 1, Off__c: 0, Code__c: null, Key__c: null });
  });

  it('numbers new records from the starting number, existing ones when asked', async () => {
    const number = { label: 'No', type: 'AutoNumber', displayFormat: 'T-{000}', startingNumber: 40 };
    await test.deploy(
      objectFile({
        fields: [
          { ...number, fullName: 'New__c' },
          { ...number, fullName: 'All__c', populateExistingRows: true },
        ],
      }),
    );
    test.insert('Thing__c', [{ Name: 'C' }]);
    const rows = test.org.store.prepare('SELECT "New__c", "All__c" FROM "Thing__c" ORDER BY "Name"').all();
    expect(rows).toEqual([
      { New__c: null, All__c: 'T-040' },
      { New__c: null, All__c: 'T-041' },
      { New__c: 'T-040', All__c: 'T-042' },
    ]);
  });

  it('computes new roll-ups: a count without children is 0', async () => {
    const detail = {
      'objects/Part__c.object': {
        label: 'Part',
        pluralLabel: 'Parts',
        nameField: NAME,
        deploymentStatus: 'Deployed',
        sharingModel: 'ControlledByParent',
        fields: [
          {
            fullName: 'Thing__c',
            label: 'Thing',
            type: 'MasterDetail',
            referenceTo: 'Thing__c',
            relationshipName: 'Parts',
            relationshipLabel: 'Parts',
            relationshipOrder: 0,
          },
        ],
      },
    };
    await test.deploy(detail);
    const [parent = ''] = test
      .query("SELECT Id FROM Thing__c WHERE Name = 'A'")
      .map((row) => String(row['Id']));
    test.insert('Part__c', [{ Name: 'P', Thing__c: parent }]);
    const count = {
      fullName: 'Parts__c',
      label: 'Parts',
      type: 'Summary',
      summaryOperation: 'count',
      summaryForeignKey: 'Part__c.Thing__c',
    };
    await test.deploy(objectFile({ fields: [count] }));
    const rows = test.org.store.prepare('SELECT "Parts__c" AS n FROM "Thing__c" ORDER BY "Name"').all();
    expect(rows).toEqual([{ n: 1 }, { n: 0 }]);
  });

  it('stores numbers as numbers after an empty text field became one', async () => {
    await test.deploy(objectFile({ fields: [{ fullName: 'V__c', label: 'V', type: 'Text', length: 9 }] }));
    await test.deploy(
      objectFile({ fields: [{ fullName: 'V__c', label: 'V', type: 'Number', precision: 5, scale: 0 }] }),
    );
    test.insert('Thing__c', [{ Name: 'C', V__c: 5 }]);
    const row = test.org.store
      .prepare('SELECT typeof("V__c") AS kind FROM "Thing__c" WHERE "Name" = \'C\'')
      .get();
    expect(row).toEqual({ kind: 'real' });
  });

  it('removes an object with its records', async () => {
    await test.deploy({}, { CustomObject: ['Thing__c'] });
    expect(test.org.schema().find('Thing__c')).toBeUndefined();
  });
});
