import { RunningApi } from '../testing/running-api';
import { SoapClient } from '../soap/testing/soap-client';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const field = (name: string, type: string): string =>
  `<fields><fullName>${name}</fullName><label>${name}</label><trackHistory>true</trackHistory><type>${type}</type>${
    type === 'Checkbox'
      ? '<defaultValue>false</defaultValue>'
      : type === 'Text'
        ? '<length>80</length>'
        : '<precision>8</precision><scale>0</scale>'
  }</fields>`;

describe('field and stage history', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deploy({
      'package.xml': `<Package ${NAMESPACE}><types><members>Thing__c</members><name>CustomObject</name></types><types><members>Opportunity.StageName</members><members>Opportunity.Flag__c</members><name>CustomField</name></types><version>67.0</version></Package>`,
      'objects/Thing__c.object': `<CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><enableHistory>true</enableHistory>${field('Size__c', 'Number')}<label>Thing</label><nameField><label>Name</label><trackHistory>true</trackHistory><type>Text</type></nameField><pluralLabel>Things</pluralLabel><sharingModel>ReadWrite</sharingModel></CustomObject>`,
      'objects/Opportunity.object': `<CustomObject ${NAMESPACE}><fields><fullName>StageName</fullName><trackHistory>true</trackHistory><type>Picklist</type></fields>${field('Flag__c', 'Checkbox')}</CustomObject>`,
    });
  });
  afterAll(() => api.stop());

  const change = (object: string, id: string, values: unknown): Promise<unknown> =>
    api.call('PATCH', `/sobjects/${object}/${id}`, values);
  const admin = (): { context: { user: never; mode: 'system'; apiVersion: number }; allOrNone: boolean } => ({
    context: {
      user: api.org.users.findByUsername('admin@local.org') as never,
      mode: 'system',
      apiVersion: 67,
    },
    allOrNone: true,
  });

  it('a row for the creation, and one a tracked field that changed', async () => {
    const id = await api.create('Thing__c', { Name: 'A' });
    api.org.dml.update('Thing__c', [{ Id: id, Name: 'B', Size__c: 5 }], admin());
    await change('Thing__c', id, { Name: 'B' });
    const { records } = await api.query(
      `SELECT Field, OldValue, NewValue FROM Thing__History WHERE ParentId = '${id}' ORDER BY Id`,
    );
    const rows = records.map(({ Field, OldValue, NewValue }) => [Field, OldValue, NewValue]);
    expect(rows).toEqual([
      ['created', null, null],
      ['Name', 'A', 'B'],
      ['Size__c', null, '5'],
    ]);
  });

  it('DM-42 a checkbox is kept as text; opportunities keep theirs apart from stages', async () => {
    const id = await api.create('Opportunity', {
      Name: 'O',
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
    });
    api.org.dml.update('Opportunity', [{ Id: id, Flag__c: true, StageName: 'Closed Won' }], admin());
    const { records } = await api.query(
      `SELECT Field, OldValue, NewValue FROM OpportunityFieldHistory WHERE OpportunityId = '${id}' AND Field != 'created' ORDER BY Field`,
    );
    expect(records).toMatchObject([
      { Field: 'Flag__c', OldValue: 'false', NewValue: 'true' },
      { Field: 'StageName', OldValue: 'Prospecting', NewValue: 'Closed Won' },
    ]);
  });

  it('OpportunityHistory: at creation and when stage, amount, close date or probability change', async () => {
    const id = await api.create('Opportunity', {
      Name: 'O',
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
    });
    await change('Opportunity', id, { Amount: 5 });
    await change('Opportunity', id, { Description: 'no row' });
    await change('Opportunity', id, { StageName: 'Closed Won' });
    await change('Opportunity', id, { CloseDate: '2027-01-31' });
    const { records } = await api.query(
      `SELECT StageName, Amount, PrevAmount, Probability, CloseDate, PrevCloseDate FROM OpportunityHistory WHERE OpportunityId = '${id}' ORDER BY Id`,
    );
    expect(records).toMatchObject([
      { StageName: 'Prospecting', Amount: null, Probability: 10 },
      { StageName: 'Prospecting', Amount: 5, PrevAmount: null },
      { StageName: 'Closed Won', Amount: 5, Probability: 100 },
      { CloseDate: '2027-01-31', PrevCloseDate: '2026-12-31' },
    ]);
  });

  it('a save that rolls back leaves no history', async () => {
    const { totalSize: before } = await api.query('SELECT COUNT() FROM OpportunityHistory');
    const records = [{ Name: 'Good', StageName: 'Prospecting', CloseDate: '2026-12-31' }, { Name: 'Bad' }];
    api.org.dml.insert('Opportunity', records, admin());
    expect((await api.query('SELECT COUNT() FROM OpportunityHistory')).totalSize).toBe(before);
  });

  it('SOAP process: submit without a process is answered as an entry with an error', async () => {
    const id = await api.create('Opportunity', {
      Name: 'P',
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
    });
    const soap = new SoapClient(api);
    const result = await soap.result(
      'process',
      `<actions xsi:type="ProcessSubmitRequest"><objectId>${id}</objectId></actions>`,
    );
    expect(result).toMatchObject({ success: 'false', errors: { statusCode: 'NO_APPLICABLE_PROCESS' } });
    const unknown = await soap.result(
      'process',
      '<actions xsi:type="ProcessWorkitemRequest"><action/><workitemId>04i0000000000ZZ</workitemId></actions>',
    );
    expect(unknown).toMatchObject({ success: 'false', errors: { statusCode: 'REQUIRED_FIELD_MISSING' } });
  });
});
