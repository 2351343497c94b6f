import type { EventMessage } from '../events';
import type { PackageFiles } from './testing/package-zip';
import { TestOrg } from './testing/test-org';

const FILES: PackageFiles = {
  'objects/Told__e.object': {
    deploymentStatus: 'Deployed',
    eventType: 'HighVolume',
    publishBehavior: 'PublishAfterCommit',
    label: 'Told',
    pluralLabel: 'Tolds',
    fields: [{ fullName: 'Text__c', label: 'Text', type: 'Text', length: 20 }],
  },
  'objects/Thing__c.object': {
    label: 'Thing',
    pluralLabel: 'Things',
    nameField: { label: 'Name', type: 'Text' },
    deploymentStatus: 'Deployed',
    sharingModel: 'ReadWrite',
    fields: [{ fullName: 'Size__c', label: 'Size', type: 'Number', precision: 5, scale: 0, required: true }],
  },
  'platformEventChannels/Sales__chn.platformEventChannel': { channelType: 'data', label: 'Sales' },
  ...member('ChangeEvents_AccountChangeEvent', 'ChangeEvents', 'AccountChangeEvent'),
  ...member('Sales_chn_AccountChangeEvent', 'Sales__chn', 'AccountChangeEvent'),
  ...member('Sales_chn_Thing_ChangeEvent', 'Sales__chn', 'Thing__ChangeEvent'),
  'permissionsets/Teller.permissionset': {
    label: 'Teller',
    objectPermissions: [
      {
        object: 'Told__e',
        allowCreate: true,
        allowRead: true,
        allowEdit: false,
        allowDelete: false,
        modifyAllRecords: false,
        viewAllRecords: false,
      },
    ],
  },
};

function member(name: string, eventChannel: string, selectedEntity: string): PackageFiles {
  const path = `platformEventChannelMembers/${name}.platformEventChannelMember`;
  return { [path]: { eventChannel, selectedEntity } };
}

describe('platform events', () => {
  const test = new TestOrg();
  const { org } = test;
  const system = { user: test.admin, mode: 'system', apiVersion: 67 } as const;
  /** Events since the place. */
  const since = (after: number): EventMessage[] => org.events.read({ after });

  beforeAll(() => test.deploy(FILES));
  afterAll(() => org.close());

  it('dml.insert: publishes in user mode with create permission on the event, whatever its fields', () => {
    const options = (name: string, permissionSets: string[]): Parameters<typeof org.dml.insert>[2] => ({
      context: { user: test.addUser(name, { permissionSets }), mode: 'user', apiVersion: 67 },
      allOrNone: false,
    });
    const before = org.events.positionOf('LATEST');
    const [published] = org.dml.insert('Told__e', [{ Text__c: 'A' }], options('teller', ['Teller']));
    const [event] = since(before);
    expect(published).toEqual({
      id: expect.stringMatching(/^e\w{17}$/),
      success: true,
      errors: [{ statusCode: 'OPERATION_ENQUEUED', message: event?.eventUuid, fields: [] }],
    });
    expect(event).toMatchObject({ topic: 'Told__e', payload: { Text__c: 'A' } });
    const [refused] = org.dml.insert('Told__e', [{ Text__c: 'A' }], options('other', []));
    expect(refused).toMatchObject({
      success: false,
      errors: [{ message: 'entity type cannot be inserted: Told' }],
    });
  });

  it('query: events cannot be queried', () => {
    expect(() => test.query('SELECT ReplayId FROM Told__e')).toThrow(
      'entity type Told__e does not support query',
    );
  });

  it('topicsOf: a single event, the standard and custom channels', () => {
    expect(org.events.topicsOf('/event/Told__e')).toEqual(['Told__e']);
    expect(org.events.topicsOf('/data/AccountChangeEvent')).toEqual(['AccountChangeEvent']);
    expect(org.events.topicsOf('/data/ChangeEvents')).toEqual(['AccountChangeEvent']);
    expect(org.events.topicsOf('/data/Sales__chn')).toEqual(['AccountChangeEvent', 'Thing__ChangeEvent']);
    expect(org.events.topicsOf('/event/Gone__e')).toEqual([]);
  });

  it('change events: create, update and delete, each with header and fields', () => {
    const before = org.events.positionOf('LATEST');
    const [id = ''] = test.insert('Thing__c', [{ Name: 'T', Size__c: 1 }]);
    org.dml.update('Thing__c', [{ Id: id, Size__c: 2 }], { context: system, allOrNone: true });
    org.dml.delete([id], { context: system, allOrNone: true });
    const header = { entityName: 'Thing__c', recordIds: [id], commitUser: test.admin.id, sequenceNumber: 1 };
    const [created, updated, deleted] = since(before).map(({ payload }) => payload);
    expect(created).toMatchObject({
      ChangeEventHeader: { ...header, changeType: 'CREATE', changedFields: [] },
      Name: 'T',
      Size__c: 1,
      CreatedById: test.admin.id,
    });
    expect(updated).toEqual({
      ChangeEventHeader: expect.objectContaining({
        ...header,
        changeType: 'UPDATE',
        changedFields: expect.arrayContaining(['Size__c', 'LastModifiedDate']),
        nulledFields: [],
        commitTimestamp: org.clock.now(),
      }),
      Size__c: 2,
      LastModifiedDate: created?.['CreatedDate'],
    });
    expect(deleted).toEqual({
      ChangeEventHeader: expect.objectContaining({ ...header, changeType: 'DELETE' }),
    });
  });

  it('change events: records that change alike in one transaction share an event; objects not selected have none', () => {
    const ids = test.insert('Account', [
      { Name: 'A', Site: 's' },
      { Name: 'B', Site: 's' },
    ]);
    const before = org.events.positionOf('LATEST');
    org.dml.update(
      'Account',
      ids.map((Id) => ({ Id, Site: null })),
      { context: system, allOrNone: true },
    );
    test.insert('Contact', [{ LastName: 'C' }]);
    expect(since(before).map(({ payload }) => payload['ChangeEventHeader'])).toMatchObject([
      { recordIds: ids, changeType: 'UPDATE', nulledFields: ['Site'] },
    ]);
  });

  it('change events: several saves of a record in one transaction are one change; a rollback leaves none', () => {
    const before = org.events.positionOf('LATEST');
    org.savepoint(() => {
      const [id = '', gone = ''] = test.insert('Account', [{ Name: 'A' }, { Name: 'Gone' }]);
      org.dml.update('Account', [{ Id: id, Name: 'Z' }], { context: system, allOrNone: true });
      org.dml.delete([gone], { context: system, allOrNone: true });
    });
    expect(() =>
      org.savepoint(() => {
        test.insert('Account', [{ Name: 'Undone' }]);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(since(before).map(({ payload }) => payload)).toMatchObject([
      { ChangeEventHeader: { changeType: 'CREATE', sequenceNumber: 1 }, Name: 'Z' },
    ]);
  });
});
