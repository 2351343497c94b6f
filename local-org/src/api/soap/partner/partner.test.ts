import { RunningApi } from '../../testing/running-api';
import { elementOf, listOf } from '../soap-envelope';
import { SoapClient } from '../testing/soap-client';

const ALL_OR_NONE = '<AllOrNoneHeader><allOrNone>true</allOrNone></AllOrNoneHeader>';

function sObject(type: string, fields: string): string {
  return `<sObjects><type>${type}</type>${fields}</sObjects>`;
}

describe('Partner API', () => {
  let api: RunningApi;
  let soap: SoapClient;
  beforeAll(async () => {
    api = await RunningApi.start();
    soap = new SoapClient(api);
  });
  afterAll(() => api.stop());

  it('create: saves records of several objects, each for itself', async () => {
    const results = await soap.results(
      'create',
      sObject('Account', '<Name>A &amp; B</Name><AnnualRevenue>12000</AnnualRevenue>') +
        sObject('Account', '<Site>x</Site>') +
        sObject('Contact', '<LastName>C</LastName><Birthdate>not a day</Birthdate>') +
        sObject('Contact', '<LastName>D</LastName><DoNotCall>true</DoNotCall>'),
    );
    expect(results).toEqual([
      { id: expect.stringMatching(/^001/), success: 'true' },
      {
        errors: {
          fields: 'Name',
          message: 'Required fields are missing: [Name]',
          statusCode: 'REQUIRED_FIELD_MISSING',
        },
        id: { '@nil': 'true' },
        success: 'false',
      },
      {
        errors: {
          fields: 'Birthdate',
          message: 'Birthdate: value not of required type: not a day',
          statusCode: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
        },
        id: { '@nil': 'true' },
        success: 'false',
      },
      { id: expect.stringMatching(/^003/), success: 'true' },
    ]);
    const { records } = await api.query("SELECT AnnualRevenue FROM Account WHERE Name = 'A & B'");
    expect(records[0]).toMatchObject({ AnnualRevenue: 12000 });
  });

  it('create: saves nothing of a call with AllOrNoneHeader when one record fails', async () => {
    const content =
      sObject('Account', '<Name>Whole</Name>') + sObject('Contact', '<FirstName>No last name</FirstName>');
    const results = await soap.results('create', content, ALL_OR_NONE);
    expect(results.map((result) => elementOf(elementOf(result)['errors'])['statusCode'])).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
    ]);
    expect((await api.query("SELECT Id FROM Account WHERE Name = 'Whole'")).totalSize).toBe(0);
  });

  it('create: refuses unknown objects and fields with faults', async () => {
    const object = await soap.call('create', sObject('Nope__c', '<Name>x</Name>'));
    expect(object.content).toMatchObject({
      faultcode: 'sf:INVALID_TYPE',
      faultstring: expect.stringContaining("sObject type 'Nope__c' is not supported."),
      detail: { InvalidSObjectFault: { exceptionCode: 'INVALID_TYPE', row: '-1' } },
    });
    const field = await soap.call('create', sObject('Account', '<Nope>x</Nope>'));
    expect(field.content).toMatchObject({
      faultcode: 'sf:INVALID_FIELD',
      faultstring: expect.stringContaining("No such column 'Nope' on entity 'Account'."),
    });
  });

  it('refuses more than 200 records', async () => {
    const { content } = await soap.call('create', sObject('Account', '<Name>x</Name>').repeat(201));
    expect(content['faultcode']).toBe('sf:EXCEEDED_ID_LIMIT');
  });

  it('update: changes fields, and clears those in fieldsToNull', async () => {
    const id = await api.create('Account', { Name: 'Before', Phone: '1', Site: 's' });
    const fields = `<Id>${id}</Id><Name>After</Name><fieldsToNull>Phone</fieldsToNull>`;
    expect(await soap.result('update', sObject('Account', fields))).toEqual({ id, success: 'true' });
    const { records } = await api.query(`SELECT Name, Phone, Site FROM Account WHERE Id = '${id}'`);
    expect(records[0]).toMatchObject({ Name: 'After', Phone: null, Site: 's' });
  });

  it('upsert: says whether it created', async () => {
    const id = await api.create('Account', { Name: 'Upserted' });
    const key = '<externalIDFieldName>Id</externalIDFieldName>';
    const records =
      sObject('Account', `<Id>${id}</Id><Site>u</Site>`) + sObject('Account', '<Name>New</Name>');
    expect(await soap.results('upsert', key + records)).toMatchObject([
      { created: 'false', id, success: 'true' },
      { created: 'true', success: 'true' },
    ]);
    const wrong = await soap.call('upsert', `<externalIDFieldName>Site</externalIDFieldName>${records}`);
    expect(wrong.content['faultcode']).toBe('sf:INVALID_FIELD');
  });

  it('delete and undelete: take a record away and bring it back', async () => {
    const id = await api.create('Account', { Name: 'Binned' });
    expect(await soap.result('delete', `<ids>${id}</ids>`)).toEqual({ id, success: 'true' });
    expect((await api.query(`SELECT Id FROM Account WHERE Id = '${id}'`)).totalSize).toBe(0);
    const all = await soap.result(
      'queryAll',
      `<queryString>SELECT IsDeleted FROM Account WHERE Id = '${id}'</queryString>`,
    );
    expect(all).toMatchObject({ size: '1', records: { IsDeleted: 'true' } });
    expect(await soap.result('undelete', `<ids>${id}</ids>`)).toEqual({ id, success: 'true' });
    expect((await api.query(`SELECT Id FROM Account WHERE Id = '${id}'`)).totalSize).toBe(1);
  });

  it('emptyRecycleBin: removes deleted records for good', async () => {
    const id = await api.create('Account', { Name: 'Emptied' });
    const early = await soap.result('emptyRecycleBin', `<ids>${id}</ids>`);
    expect(early).toMatchObject({ success: 'false', errors: { statusCode: 'UNDELETE_FAILED' } });
    await soap.result('delete', `<ids>${id}</ids>`);
    expect(await soap.result('emptyRecycleBin', `<ids>${id}</ids>`)).toEqual({ id, success: 'true' });
    const all = await soap.result(
      'queryAll',
      `<queryString>SELECT Id FROM Account WHERE Id = '${id}'</queryString>`,
    );
    expect(all).toMatchObject({ size: '0' });
  });

  it('query: writes records with types, parents, child lists and nil', async () => {
    const account = await api.create('Account', { Name: 'Shown', AnnualRevenue: 5 });
    await api.create('Contact', { LastName: 'Kid', AccountId: account });
    const soql = `SELECT Name, AnnualRevenue, Phone, CreatedDate, Owner.Username, (SELECT Id FROM Contacts), (SELECT Id FROM Cases) FROM Account WHERE Id = '${account}'`;
    const { xml } = await soap.call('query', `<queryString>${soql}</queryString>`);
    expect(xml).toContain('xmlns:sf="urn:sobject.partner.soap.sforce.com"');
    expect(xml).toMatch(
      new RegExp(
        '<queryResponse><result><done>true</done><queryLocator xsi:nil="true"/>' +
          '<records xsi:type="sf:sObject"><sf:type>Account</sf:type><sf:Id xsi:nil="true"/><sf:Name>Shown</sf:Name>' +
          '<sf:AnnualRevenue>5.0</sf:AnnualRevenue><sf:Phone xsi:nil="true"/><sf:CreatedDate>2026-01-15T12:00:00.000Z</sf:CreatedDate>' +
          '<sf:Owner xsi:type="sf:sObject"><sf:type>User</sf:type><sf:Id xsi:nil="true"/><sf:Username>admin@local.org</sf:Username></sf:Owner>' +
          '<sf:Contacts xsi:type="QueryResult"><done>true</done><queryLocator xsi:nil="true"/><records xsi:type="sf:sObject"><sf:type>Contact</sf:type>' +
          '<sf:Id>003\\w{15}</sf:Id><sf:Id>003\\w{15}</sf:Id></records><size>1</size></sf:Contacts><sf:Cases xsi:nil="true"/>' +
          '</records><size>1</size></result></queryResponse>',
      ),
    );
  });

  it('query: answers pages in the size of QueryOptions, queryMore the next', async () => {
    const admin = api.org.users.findByUsername('admin@local.org');
    if (!admin) throw new Error('no administrator');
    const leads = Array.from({ length: 250 }, (_, i) => ({ LastName: `L${i}`, Company: 'Paged' }));
    api.org.dml.insert('Lead', leads, {
      context: { user: admin, mode: 'user', apiVersion: 67 },
      allOrNone: true,
    });
    const first = await soap.result(
      'query',
      '<queryString>SELECT Id FROM Lead</queryString>',
      '<QueryOptions><batchSize>200</batchSize></QueryOptions>',
    );
    expect([first['done'], first['size'], listOf(first['records']).length]).toEqual(['false', '250', 200]);
    const second = await soap.result(
      'queryMore',
      `<queryLocator>${String(first['queryLocator'])}</queryLocator>`,
    );
    expect([second['done'], listOf(second['records']).length]).toEqual(['true', 50]);
    const unknown = await soap.call('queryMore', '<queryLocator>none</queryLocator>');
    expect(unknown.content['faultcode']).toBe('sf:INVALID_QUERY_LOCATOR');
  });

  it('query: answers faults with the position', async () => {
    const { content } = await soap.call('query', '<queryString>SELECT Nope FROM Account</queryString>');
    expect(content).toMatchObject({
      faultcode: 'sf:INVALID_FIELD',
      detail: { InvalidFieldFault: { row: '1', column: '8' } },
    });
  });

  it('retrieve: answers in the order of the ids, nil for one that is not there', async () => {
    const [a, b] = [await api.create('Account', { Name: 'Ra' }), await api.create('Account', { Name: 'Rb' })];
    const ids = [b, '001000000zzzzzzAAA', a].map((id) => `<ids>${id}</ids>`).join('');
    const content = `<fieldList>Id, Name</fieldList><sObjectType>Account</sObjectType>${ids}`;
    const results = await soap.results('retrieve', content);
    expect(results).toMatchObject([{ Name: 'Rb' }, { '@nil': 'true' }, { Name: 'Ra' }]);
  });

  it('describeGlobal and describeSObjects: answer what REST answers', async () => {
    const global = await soap.result('describeGlobal');
    const names = listOf(global['sobjects']).map((object) => elementOf(object)['name']);
    expect(names).toEqual(expect.arrayContaining(['Account', 'User']));
    const objects = await soap.results(
      'describeSObjects',
      '<sObjectType>Account</sObjectType><sObjectType>Contact</sObjectType>',
    );
    expect(objects).toMatchObject([{ name: 'Account', keyPrefix: '001' }, { name: 'Contact' }]);
    const fields = listOf(elementOf(objects[0])['fields']).map((field) => elementOf(field)['name']);
    expect(fields).toContain('AnnualRevenue');
    expect(await soap.result('describeSObject', '<sObjectType>Lead</sObjectType>')).toMatchObject({
      name: 'Lead',
    });
  });
});
