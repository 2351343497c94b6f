import type { AutomationBatch } from '../execution';
import { fixtureOrg, fixtureSchema, type FixtureOrg } from './testing/fixture-org';
import type { RecordInput, SaveOptions } from './types';

const schema = fixtureSchema({
  Account: { validationRules: [{ name: 'No_X', condition: 'Name = "X"', errorMessage: 'No X.' }] },
});

describe('automation in a save', () => {
  let org: FixtureOrg;
  beforeEach(() => {
    org = fixtureOrg(schema);
  });
  afterEach(() => org.store.close());

  const options = (allOrNone = false): SaveOptions => ({
    context: { user: org.user, mode: 'user', apiVersion: 67 },
    allOrNone,
  });
  const insert = (records: readonly RecordInput[], allOrNone?: boolean) =>
    org.dml.insert('Account', records, options(allOrNone));
  const countAccounts = (): number =>
    (org.store.prepare('SELECT count(*) AS n FROM "Account" WHERE "IsDeleted" = 0').get() as { n: number }).n;
  const find = (id: string | null) => org.store.find(schema.find('Account')!, id ?? '');

  it('runs the ports in the documented order', () => {
    const order: string[] = [];
    const names = [
      'recordLocks',
      'beforeSaveFlows',
      'beforeTriggers',
      'duplicateRules',
      'afterTriggers',
      'assignmentRules',
      'autoResponseRules',
      'workflowRules',
      'escalationRules',
      'processes',
      'afterSaveFlows',
      'entitlementRules',
      'sharingRecalculation',
    ] as const;
    for (const name of names) org.ports[name] = () => order.push(name);
    insert([{ Name: 'A' }]);
    expect(order).toEqual(names);
  });

  it('before triggers: see defaults and change values that validation then judges', () => {
    org.ports.beforeTriggers = ({ records }) => {
      for (const record of records) {
        expect(record.values['OwnerId']).toBe(org.user.id);
        record.values['Rating'] = 'Hot';
        if (record.values['Name'] === 'B') record.values['Name'] = 'X';
      }
    };
    const [a, b] = insert([{ Name: 'A' }, { Name: 'B' }]);
    expect(find(a!.id)).toMatchObject({ Rating: 'Hot' });
    expect(b!.errors).toEqual([
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No X.', fields: [] },
    ]);
  });

  it('before triggers: an id they set on a new record is ignored', () => {
    org.ports.beforeTriggers = ({ records }) => {
      for (const record of records) record.values['Id'] = '001000000000ZZZAAA';
    };
    const [result] = insert([{ Name: 'A' }]);
    expect(result!.id).toBe('001000000000001AAA');
  });

  it('before triggers: a stage they set gives its probability', () => {
    org.ports.beforeTriggers = ({ records }) => {
      for (const record of records) record.values['StageName'] = 'Closed Won';
    };
    const [result] = org.dml.insert(
      'Opportunity',
      [{ Name: 'O', StageName: 'Prospecting', CloseDate: '2026-12-01' }],
      options(),
    );
    expect(org.store.find(schema.find('Opportunity')!, result!.id!)).toMatchObject({
      Probability: 100,
      IsWon: true,
    });
  });

  it('addError: refuses the record with its field', () => {
    org.ports.beforeTriggers = ({ records }) => records[0]?.addError('Not this one.', 'Name');
    const results = insert([{ Name: 'A' }, { Name: 'B' }]);
    expect(results.map(({ success }) => success)).toEqual([false, true]);
    expect(results[0]!.errors).toEqual([
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not this one.', fields: ['Name'] },
    ]);
  });

  it('after triggers: a failure rolls the chunk back and saves the others again', () => {
    const seen: number[] = [];
    org.ports.beforeTriggers = ({ records }) => {
      for (const record of records) expect(record.id).toBeNull();
    };
    org.ports.afterTriggers = ({ records }) => {
      seen.push(records.length);
      for (const record of records) if (record.values['Name'] === 'B') record.addError('after');
    };
    const results = insert([{ Name: 'A' }, { Name: 'B' }, { Name: 'C' }]);
    expect(results.map(({ success }) => success)).toEqual([true, false, true]);
    expect(seen).toEqual([3, 2]);
    expect(countAccounts()).toBe(2);
  });

  it('after triggers: a chunk that fails again and again is given up', () => {
    org.ports.afterTriggers = ({ records }) => records[0]?.addError('after');
    const results = insert([{ Name: 'A' }, { Name: 'B' }, { Name: 'C' }, { Name: 'D' }]);
    expect(results.map(({ errors }) => errors[0]?.statusCode)).toEqual([
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'TOO_MANY_APEX_REQUESTS',
    ]);
    expect(countAccounts()).toBe(0);
  });

  it('after triggers: a thrown error undoes the whole call', () => {
    org.ports.afterTriggers = () => {
      throw new Error('boom');
    };
    expect(() => insert([{ Name: 'A' }])).toThrow('boom');
    expect(countAccounts()).toBe(0);
  });

  it('a save of the same record inside its save leaves out the steps from assignment rules on', () => {
    const flows: string[] = [];
    org.ports.afterTriggers = ({ records, operation }) => {
      if (operation !== 'insert') return;
      org.dml.update(
        'Account',
        records.map(({ id }) => ({ Id: id, Rating: 'Cold' })),
        options(),
      );
    };
    org.ports.afterSaveFlows = ({ operation }) => flows.push(operation);
    const [result] = insert([{ Name: 'A' }]);
    expect(flows).toEqual(['insert']);
    expect(find(result!.id)).toMatchObject({ Rating: 'Cold' });
  });

  it.each([
    ['workflow', ['beforeTriggers', 'afterTriggers']],
    ['approval', ['beforeSaveFlows', 'beforeTriggers', 'afterTriggers', 'afterSaveFlows']],
  ] as const)('field updates of %s: run %j and no custom validation', (origin, expected) => {
    const [account] = insert([{ Name: 'A' }]);
    const ran: string[] = [];
    for (const name of ['beforeSaveFlows', 'beforeTriggers', 'afterTriggers', 'afterSaveFlows'] as const) {
      org.ports[name] = () => ran.push(name);
    }
    const [result] = org.dml.update('Account', [{ Id: account!.id, Name: 'X' }], { ...options(), origin });
    expect(result!.success).toBe(true);
    expect(ran).toEqual(expected);
  });

  it('values as text: one that cannot be read names its field', () => {
    const [result] = org.dml.insert('Account', [{ Name: 'A', NumberOfEmployees: 'many' }], {
      ...options(),
      textValues: true,
    });
    expect(result!.errors).toEqual([
      {
        statusCode: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
        message: 'Employees: value not of required type: many',
        fields: ['NumberOfEmployees'],
      },
    ]);
  });

  it('recurring activities are refused by name', () => {
    const task = { Subject: 'Weekly', IsRecurrence: true };
    expect(() => org.dml.insert('Task', [task], options())).toThrow(
      'Recurring Tasks is not supported by the local org',
    );
  });

  it('recursion: stops at a depth of 16', () => {
    const statuses = new Set<string>();
    org.ports.beforeTriggers = () => {
      const [result] = insert([{ Name: 'A' }]);
      for (const error of result!.errors) statuses.add(`${error.statusCode}: ${error.message}`);
    };
    insert([{ Name: 'A' }]);
    expect([...statuses]).toEqual(['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: maximum trigger depth exceeded']);
    expect(countAccounts()).toBe(16);
  });

  it('chunks: automation gets at most 200 records at a time', () => {
    const sizes: number[] = [];
    org.ports.beforeTriggers = ({ records }: AutomationBatch) => sizes.push(records.length);
    insert(Array.from({ length: 450 }, (_, i) => ({ Name: `A${i}` })));
    expect(sizes).toEqual([200, 200, 50]);
  });

  it('commit: listeners get the changes of records that stayed, after-commit work runs once', () => {
    const committed: string[] = [];
    let mails = 0;
    org.transactions.onCommit(({ changes }) =>
      committed.push(...changes.map(({ operation, values }) => `${operation} ${String(values['Name'])}`)),
    );
    org.ports.afterTriggers = ({ records, transaction }) => {
      transaction.afterCommit(() => mails++);
      for (const record of records) if (record.values['Name'] === 'B') record.addError('after');
    };
    insert([{ Name: 'A' }, { Name: 'B' }]);
    insert([{ Name: 'C' }, { Name: 'B' }], true);
    expect(committed).toEqual(['insert A']);
    expect(mails).toBe(1);
  });

  it('deletes: triggers run for the records asked for, not for cascaded ones', () => {
    const deleted: string[] = [];
    org.ports.beforeTriggers = ({ objectName, operation }) => {
      if (operation === 'delete') deleted.push(objectName);
    };
    const [account] = insert([{ Name: 'A' }]);
    org.dml.insert('Contact', [{ LastName: 'C', AccountId: account!.id }], options());
    org.dml.delete([account!.id!], options());
    expect(deleted).toEqual(['Account']);
  });

  it('deletes: a record that a trigger refuses stays', () => {
    org.ports.afterTriggers = ({ records, operation }) => {
      if (operation === 'delete') records[0]?.addError('Keep it.');
    };
    const [a, b] = insert([{ Name: 'A' }, { Name: 'B' }]);
    const results = org.dml.delete([a!.id!, b!.id!], options());
    expect(results.map(({ success }) => success)).toEqual([false, false]);
    expect(countAccounts()).toBe(2);
  });

  it('undelete: runs after triggers of each object on its own records', () => {
    const undeleted: string[] = [];
    const [account] = insert([{ Name: 'A' }]);
    const [contact] = org.dml.insert('Contact', [{ LastName: 'C' }], options());
    const ids = [account!.id!, contact!.id!];
    org.dml.delete(ids, options());
    org.ports.afterTriggers = ({ objectName, records, operation }) =>
      undeleted.push(`${operation} ${objectName} ${records.length}`);
    org.dml.undelete(ids, options());
    expect(undeleted).toEqual(['undelete Account 1', 'undelete Contact 1']);
  });

  it('unknown objects are refused by name', () => {
    expect(() => org.dml.insert('Nope__c', [{}], options())).toThrow(
      "sObject type 'Nope__c' is not supported.",
    );
  });

  it('upsert: refuses a key that is no external id', () => {
    expect(() => org.dml.upsert('Account', 'Industry', [{}], options())).toThrow(
      'Field name provided, Industry does not match an External ID, Salesforce Id, or indexed field for Account',
    );
  });
});
