import { RunningApi, type Answer } from '../testing/running-api';

const V = '/services/data/v67.0';
const HALTED = [
  {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.',
  },
];

let api: RunningApi;
beforeAll(async () => {
  api = await RunningApi.start();
});
afterAll(() => api.stop());

interface Sub {
  readonly referenceId: string;
  readonly httpStatusCode: number;
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
}

function subrequest(referenceId: string, object: string, body: unknown): unknown {
  return { method: 'POST', url: `${V}/sobjects/${object}`, referenceId, body };
}

function subs({ body }: Answer): Sub[] {
  return (body as { compositeResponse: Sub[] }).compositeResponse;
}

const countNamed = async (name: string): Promise<number> =>
  (await api.query(`SELECT COUNT() FROM Account WHERE Name = '${name}'`)).totalSize;

describe('POST /composite', () => {
  it('runs subrequests in order, resolves references, and counts as one request', async () => {
    const before = api.org.clock.now();
    const answer = await api.call('POST', '/composite', {
      allOrNone: true,
      compositeRequest: [
        subrequest('account', 'Account', { Name: 'Composite' }),
        subrequest('contact', 'Contact', { LastName: 'C', AccountId: '@{account.id}' }),
        {
          method: 'GET',
          url: `${V}/query?q=SELECT Name FROM Account WHERE Id='@{account.id}'`,
          referenceId: 'found',
        },
        {
          method: 'PATCH',
          url: `${V}/sobjects/Account/@{account.id}`,
          referenceId: 'renamed',
          body: { Site: '@{found.records[0].Name}' },
        },
      ],
    });
    expect(before).toBe(api.org.clock.now());
    const [account, contact, found, renamed] = subs(answer);
    expect(account).toMatchObject({
      httpStatusCode: 201,
      httpHeaders: { Location: expect.stringContaining('/sobjects/Account/001') },
    });
    expect(contact).toMatchObject({ httpStatusCode: 201, body: { success: true, errors: [] } });
    expect(found).toMatchObject({
      body: { totalSize: 1, records: [{ Name: 'Composite' }] },
      httpHeaders: {},
    });
    expect(renamed).toEqual({ body: null, httpHeaders: {}, httpStatusCode: 204, referenceId: 'renamed' });
    expect((await api.query("SELECT Site FROM Account WHERE Name = 'Composite'")).records[0]).toMatchObject({
      Site: 'Composite',
    });
    const used = Number(/=(\d+)/.exec(answer.headers.get('sforce-limit-info') ?? '')?.[1]);
    const next = await api.call('GET', '/limits');
    expect(next.headers.get('sforce-limit-info')).toContain(`api-usage=${used + 2}/`);
  });

  it('undoes everything when one fails and all or none is asked for', async () => {
    const answer = await api.call('POST', '/composite', {
      allOrNone: true,
      compositeRequest: [
        subrequest('good', 'Account', { Name: 'Undone' }),
        subrequest('bad', 'Contact', { AccountId: '@{good.id}' }),
        subrequest('never', 'Account', { Name: 'Undone' }),
      ],
    });
    expect(answer.status).toBe(200);
    expect(subs(answer)).toMatchObject([
      { referenceId: 'good', httpStatusCode: 400, body: HALTED },
      {
        referenceId: 'bad',
        httpStatusCode: 400,
        body: [{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }],
      },
      { referenceId: 'never', httpStatusCode: 400, body: HALTED },
    ]);
    expect(await countNamed('Undone')).toBe(0);
  });

  it('keeps what is good otherwise, and halts what refers to a failure', async () => {
    const answer = await api.call('POST', '/composite', {
      compositeRequest: [
        subrequest('bad', 'Account', {}),
        subrequest('child', 'Contact', { LastName: 'C', AccountId: '@{bad.id}' }),
        subrequest('good', 'Account', { Name: 'Kept' }),
      ],
    });
    expect(subs(answer).map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 400, 201]);
    expect(subs(answer)[1]?.body).toMatchObject([
      {
        errorCode: 'PROCESSING_HALTED',
        message: expect.stringContaining('No value for bad.id found in bad'),
      },
    ]);
    expect(await countNamed('Kept')).toBe(1);
  });

  it('overrides the all-or-none of a collection', async () => {
    const records = [{ attributes: { type: 'Account' }, Name: 'Inner' }, { attributes: { type: 'Account' } }];
    const answer = await api.call('POST', '/composite', {
      allOrNone: true,
      compositeRequest: [
        subrequest('first', 'Account', { Name: 'Inner' }),
        {
          method: 'POST',
          url: `${V}/composite/sobjects`,
          referenceId: 'many',
          body: { allOrNone: false, records },
        },
      ],
    });
    expect(subs(answer)[0]?.body).toEqual(HALTED);
    expect(await countNamed('Inner')).toBe(0);
  });

  it('answers errors of subrequests like those of requests', async () => {
    const answer = await api.call('POST', '/composite', {
      compositeRequest: [
        { method: 'GET', url: `${V}/sobjects/Foo`, referenceId: 'a' },
        { method: 'DELETE', url: `${V}/limits`, referenceId: 'b' },
        { method: 'POST', url: `${V}/composite`, referenceId: 'c', body: {} },
        { method: 'GET', url: '/services/data/v1.0/limits', referenceId: 'd' },
      ],
    });
    expect(subs(answer).map(({ httpStatusCode }) => httpStatusCode)).toEqual([404, 405, 501, 404]);
  });

  it('takes a query of a megabyte and answers that it is too long', async () => {
    const soql = `SELECT Id FROM Account WHERE Name = '${'x'.repeat(1_000_000)}'`;
    const url = `${V}/query?q=${encodeURIComponent(soql)}`;
    const compositeRequest = [{ method: 'GET', url, referenceId: 'a' }];
    const answer = await api.call('POST', '/composite', { compositeRequest });
    expect(subs(answer)[0]).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: 'MALFORMED_QUERY' }] });
  });

  it.each([
    [
      'a repeated reference id',
      [subrequest('a', 'Account', {}), subrequest('a', 'Account', {})],
      'INVALID_INPUT',
    ],
    ['a malformed reference id', [subrequest('a-b', 'Account', {})], 'INVALID_INPUT'],
    [
      '26 subrequests',
      Array.from({ length: 26 }, (_, i) => subrequest(`r${i}`, 'Account', {})),
      'LIMIT_EXCEEDED',
    ],
    [
      'six queries',
      Array.from({ length: 6 }, (_, i) => ({ method: 'GET', url: `${V}/query?q=x`, referenceId: `r${i}` })),
      'LIMIT_EXCEEDED',
    ],
    ['no subrequests', [], 'JSON_PARSER_ERROR'],
    ['a subrequest without a method', [{ url: V, referenceId: 'a' }], 'JSON_PARSER_ERROR'],
  ])('refuses %s', async (_name, compositeRequest, errorCode) => {
    const { status, body } = await api.call('POST', '/composite', { compositeRequest });
    expect(status).toBe(400);
    expect(body).toMatchObject([{ errorCode }]);
  });
});

describe('POST /composite/batch', () => {
  it('runs independent subrequests', async () => {
    const { body } = await api.call('POST', '/composite/batch', {
      batchRequests: [
        { method: 'POST', url: 'v67.0/sobjects/Account', richInput: { Name: 'Batch' } },
        { method: 'GET', url: '/services/data/v67.0/sobjects/Foo' },
        { method: 'GET', url: 'v67.0/limits' },
      ],
    });
    expect(body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 201, result: { success: true } }, { statusCode: 404 }, { statusCode: 200 }],
    });
  });

  it('halts on an error when asked to', async () => {
    const { body } = await api.call('POST', '/composite/batch', {
      haltOnError: true,
      batchRequests: [
        { method: 'GET', url: 'v67.0/sobjects/Foo' },
        { method: 'POST', url: 'v67.0/sobjects/Account', richInput: { Name: 'Halted' } },
      ],
    });
    expect(body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 404 }, { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] }],
    });
    expect(await countNamed('Halted')).toBe(0);
  });

  it.each([[{ method: 'FETCH', url: 'v67.0/limits' }], [{ method: 'GET', url: 'v1.0/limits' }]])(
    'runs nothing when a subrequest is wrong: %j',
    async (wrong) => {
      const good = { method: 'POST', url: 'v67.0/sobjects/Account', richInput: { Name: 'Before' } };
      expect(
        (await api.call('POST', '/composite/batch', { batchRequests: [good, wrong] })).status,
      ).toBeGreaterThan(399);
      expect(await countNamed('Before')).toBe(0);
    },
  );
});

describe('POST /composite/graph', () => {
  it('saves each graph as a whole, in the order of its references', async () => {
    const { status, body } = await api.call('POST', '/composite/graph', {
      graphs: [
        {
          graphId: 'good',
          compositeRequest: [
            subrequest('contact', 'Contact', { LastName: 'G', AccountId: '@{account.id}' }),
            subrequest('account', 'Account', { Name: 'Graph good' }),
          ],
        },
        {
          graphId: 'bad',
          compositeRequest: [
            subrequest('account', 'Account', { Name: 'Graph bad' }),
            subrequest('contact', 'Contact', {}),
          ],
        },
      ],
    });
    expect(status).toBe(200);
    const response = (codes: readonly number[]): unknown => ({
      compositeResponse: codes.map((httpStatusCode) => expect.objectContaining({ httpStatusCode })),
    });
    expect(body).toEqual({
      graphs: [
        { graphId: 'good', graphResponse: response([201, 201]), isSuccessful: true },
        { graphId: 'bad', graphResponse: response([400, 400]), isSuccessful: false },
      ],
    });
    expect([await countNamed('Graph good'), await countNamed('Graph bad')]).toEqual([1, 0]);
  });

  it('refuses circles and other resources', async () => {
    const circle = [
      subrequest('a', 'Account', { Name: '@{b.id}' }),
      subrequest('b', 'Account', { Name: '@{a.id}' }),
    ];
    const query = [{ method: 'GET', url: `${V}/query?q=x`, referenceId: 'a' }];
    for (const compositeRequest of [circle, query]) {
      const { status, body } = await api.call('POST', '/composite/graph', {
        graphs: [{ graphId: 'g', compositeRequest }],
      });
      expect(status).toBe(400);
      expect(body).toMatchObject([{ errorCode: 'INVALID_INPUT' }]);
    }
  });
});
