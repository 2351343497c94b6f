import { RunningApi } from '../testing/running-api';

const account = (values: Readonly<Record<string, unknown>>): unknown => ({
  attributes: { type: 'Account' },
  ...values,
});
const contact = (values: Readonly<Record<string, unknown>>): unknown => ({
  attributes: { type: 'Contact' },
  ...values,
});
const MISSING_NAME = {
  statusCode: 'REQUIRED_FIELD_MISSING',
  message: 'Required fields are missing: [Name]',
  fields: ['Name'],
};
const ROLLED_BACK = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
};

describe('composite/sobjects', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deployFields(
      'Account',
      '<fields><fullName>Code__c</fullName><label>Code</label><type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique></fields>',
    );
  });
  afterAll(() => api.stop());

  const idsOf = (body: unknown): string[] => (body as { id: string }[]).map(({ id }) => id);
  const count = async (): Promise<number> => (await api.query('SELECT COUNT() FROM Account')).totalSize;

  it('creates records of several objects and answers in their order', async () => {
    const { status, body } = await api.call('POST', '/composite/sobjects', {
      records: [account({ Name: 'A' }), account({}), contact({ LastName: 'C' }), account({ Name: 'B' })],
    });
    expect(status).toBe(200);
    expect(body).toEqual([
      { id: expect.stringMatching(/^001/), success: true, errors: [] },
      { success: false, errors: [MISSING_NAME] },
      { id: expect.stringMatching(/^003/), success: true, errors: [] },
      { id: expect.stringMatching(/^001/), success: true, errors: [] },
    ]);
  });

  it('creates all or none', async () => {
    const before = await count();
    const { body } = await api.call('POST', '/composite/sobjects', {
      allOrNone: true,
      records: [contact({ LastName: 'C' }), account({ Name: 'A' }), account({}), contact({ LastName: 'D' })],
    });
    const rolledBack = { success: false, errors: [ROLLED_BACK] };
    expect(body).toEqual([rolledBack, rolledBack, { success: false, errors: [MISSING_NAME] }, rolledBack]);
    expect(await count()).toBe(before);
  });

  it('updates, reads and deletes by id', async () => {
    const created = await api.call('POST', '/composite/sobjects', {
      records: [account({ Name: 'U1' }), account({ Name: 'U2' })],
    });
    const ids = idsOf(created.body);
    const updates = ids.map((id, index) => account({ id, Name: `V${index}` }));
    expect((await api.call('PATCH', '/composite/sobjects', { records: updates })).body).toMatchObject([
      { success: true },
      { success: true },
    ]);
    const missing = '001000000zzzzzzAAA';
    const expected = [
      { attributes: { type: 'Account' }, Name: 'V1', Id: ids[1] },
      null,
      { Name: 'V0', Id: ids[0] },
    ];
    const wanted = [ids[1], missing, ids[0]];
    expect(
      (await api.call('GET', `/composite/sobjects/Account?ids=${wanted.join()}&fields=Name`)).body,
    ).toMatchObject(expected);
    expect(
      (await api.call('POST', '/composite/sobjects/Account', { ids: wanted, fields: ['Name'] })).body,
    ).toMatchObject(expected);
    expect((await api.call('DELETE', `/composite/sobjects?ids=${ids.join()}&allOrNone=true`)).body).toEqual(
      ids.map((id) => ({ id, success: true, errors: [] })),
    );
  });

  it('upserts by external id and says what is new', async () => {
    const upsert = (records: readonly unknown[]): Promise<{ body: unknown }> =>
      api.call('PATCH', '/composite/sobjects/Account/Code__c', { records });
    const first = await upsert([account({ Code__c: 'X1', Name: 'One' })]);
    const second = await upsert([
      account({ Code__c: 'X1', Name: 'Uno' }),
      account({ Code__c: 'X2', Name: 'Two' }),
    ]);
    expect(second.body).toEqual([
      { id: idsOf(first.body)[0], success: true, errors: [], created: false },
      { id: expect.any(String), success: true, errors: [], created: true },
    ]);
    const byId = await api.call('PATCH', '/composite/sobjects/Account/Id', {
      records: [account({ Id: null, Name: 'New' }), account({ Id: idsOf(first.body)[0], Name: 'Eins' })],
    });
    expect(byId.body).toMatchObject([{ created: true }, { created: false }]);
  });

  it.each([
    [
      'POST',
      '/composite/sobjects',
      { records: Array.from({ length: 201 }, () => account({ Name: 'x' })) },
      'EXCEEDED_ID_LIMIT',
    ],
    [
      'POST',
      '/composite/sobjects',
      {
        records: Array.from({ length: 11 }, (_, i) =>
          i % 2 ? account({ Name: 'x' }) : contact({ LastName: 'x' }),
        ),
      },
      'INVALID_INPUT',
    ],
    ['POST', '/composite/sobjects', { records: [{ Name: 'x' }] }, 'INVALID_INPUT'],
    ['POST', '/composite/sobjects', { records: [{ attributes: { type: 'Nothing' } }] }, 'INVALID_TYPE'],
    ['POST', '/composite/sobjects', [], 'JSON_PARSER_ERROR'],
    [
      'PATCH',
      '/composite/sobjects/Account/Code__c',
      { records: [contact({ LastName: 'x' })] },
      'INVALID_INPUT',
    ],
    ['PATCH', '/composite/sobjects/Account/Phone', { records: [] }, 'NOT_FOUND'],
    ['DELETE', '/composite/sobjects', undefined, 'INVALID_INPUT'],
    ['GET', '/composite/sobjects/Account?ids=001000000000001AAA&fields=Foo', undefined, 'INVALID_FIELD'],
  ])('%s %s refuses what it cannot take', async (method, path, json, errorCode) => {
    const { status, body } = await api.call(method, path, json);
    expect(status).toBe(errorCode === 'NOT_FOUND' ? 404 : 400);
    expect(body).toMatchObject([{ errorCode }]);
  });

  it('creates trees of records', async () => {
    const tree = {
      records: [
        {
          attributes: { type: 'Account', referenceId: 'ref1' },
          name: 'Tree',
          Contacts: {
            records: [
              { attributes: { type: 'Contact', referenceId: 'ref2' }, lastname: 'Smith' },
              { attributes: { type: 'Contact', referenceId: 'ref3' }, lastname: 'Evans' },
            ],
          },
        },
        { attributes: { type: 'Account', referenceId: 'ref4' }, name: 'Tree 2' },
      ],
    };
    const { status, body } = await api.call('POST', '/composite/tree/Account', tree);
    expect(status).toBe(201);
    const ids = ['ref1', 'ref4', 'ref2', 'ref3'].map((referenceId) => ({
      referenceId,
      id: expect.any(String),
    }));
    expect(body).toEqual({ hasErrors: false, results: ids });
    const { records } = await api.query("SELECT Account.Name FROM Contact WHERE LastName = 'Evans'");
    expect(records[0]).toMatchObject({ Account: { Name: 'Tree' } });
  });

  it('creates no part of a tree with an error', async () => {
    const before = await count();
    const { status, body } = await api.call('POST', '/composite/tree/Account', {
      records: [
        {
          attributes: { type: 'Account', referenceId: 'ref1' },
          Name: 'Bad tree',
          Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'ref2' } }] },
        },
      ],
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      hasErrors: true,
      results: [
        { referenceId: 'ref2', errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }] },
      ],
    });
    expect(await count()).toBe(before);
  });

  it('names reference ids of a tree that are missing or given twice', async () => {
    const record = (referenceId?: string): unknown => ({
      attributes: { type: 'Account', referenceId },
      Name: 'x',
    });
    const { status, body } = await api.call('POST', '/composite/tree/Account', {
      records: [record('a'), record('a'), record()],
    });
    expect(status).toBe(400);
    expect((body as { results: unknown[] }).results).toHaveLength(3);
  });
});
