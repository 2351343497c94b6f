import { apexClasses } from '../testing/apex-package';
import { RunningApi, type Answer } from '../testing/running-api';

const SOURCES = {
  DealResource: `@RestResource(urlMapping='/Deals/*')
global with sharing class DealResource {
  global class Row {
    global String name;
    global Decimal amount;
  }
  @HttpGet
  global static Row read() {
    RestRequest request = RestContext.request;
    Row row = new Row();
    row.name = request.requestURI.substringAfterLast('/') + request.params.get('more');
    return row;
  }
  @HttpPost
  global static List<Row> create(List<Row> rows, Boolean strict) {
    if (strict == true) {
      RestContext.response.statusCode = 201;
      RestContext.response.addHeader('X-Rows', String.valueOf(rows.size()));
    }
    for (Row row : rows) {
      row.amount += 1;
    }
    return rows;
  }
  @HttpDelete
  global static void remove() {
    insert new Account(Name = 'Undone');
    throw new IllegalArgumentException('no deletes');
  }
}`,
  PlainResource: `@RestResource(urlMapping='/Plain')
global class PlainResource {
  @HttpGet
  global static void read() {
    RestContext.response.addHeader('Content-Type', 'text/csv');
    RestContext.response.responseBody = Blob.valueOf('a,b');
  }
}`,
};

describe('Apex REST', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deploy(apexClasses(SOURCES));
  });
  afterAll(() => api.stop());

  const call = (method: string, path: string, json?: unknown): Promise<Answer> =>
    api.send(method, `/services/apexrest${path}`, {
      ...(json !== undefined && { json }),
      headers: { authorization: `Bearer ${api.token}` },
    });

  it('calls the method of the mapping, with path and parameters', async () => {
    const { status, body } = await call('GET', '/Deals/D-1?more=%21');
    expect([status, body]).toEqual([200, { name: 'D-1!', amount: null }]);
  });

  it('reads parameters from the body, and takes status and headers from the response', async () => {
    const { status, body, headers } = await call('POST', '/Deals/', {
      rows: [{ name: 'A', amount: 1.5 }],
      strict: true,
    });
    expect([status, headers.get('x-rows'), body]).toEqual([201, '1', [{ name: 'A', amount: 2.5 }]]);
  });

  it('a method that returns nothing writes its body itself', async () => {
    const { body, headers } = await call('GET', '/Plain');
    expect([headers.get('content-type'), body]).toEqual(['text/csv', 'a,b']);
  });

  it('what a method throws undoes it and is answered', async () => {
    const { status, body } = await call('DELETE', '/Deals/1');
    expect([status, body]).toEqual([
      500,
      [
        {
          errorCode: 'APEX_ERROR',
          message:
            'System.IllegalArgumentException: no deletes\n\nClass.DealResource.remove: line 28, column 1',
        },
      ],
    ]);
    expect((await api.query('SELECT Id FROM Account')).totalSize).toBe(0);
  });

  it.each([
    ['GET', '/Nothing', undefined, 404, 'NOT_FOUND'],
    ['PUT', '/Deals/1', {}, 405, 'METHOD_NOT_ALLOWED'],
  ])('%s %s %j is refused', async (method, path, json, status, errorCode) => {
    const answer = await call(method, path, json);
    expect([answer.status, (answer.body as [{ errorCode: string }])[0].errorCode]).toEqual([
      status,
      errorCode,
    ]);
  });

  it.each([
    [
      { unknown: 1 },
      'Unexpected parameter encountered during deserialization: unknown at [line:1, column:13]',
    ],
    [{ rows: 'many' }, 'Expected List<DealResource.Row> but found "many" at [line:1, column:15]'],
    [{ rows: [{ amount: 'much' }] }, 'For input string: "much" at [line:1, column:10]'],
    [{ rows: [], strict: 'perhaps' }, 'Illegal value for primitive at [line:1, column:30]'],
  ])('POST of %j, which does not fit the parameters, is a parser error: %s', async (json, message) => {
    const { status, body } = await call('POST', '/Deals/', json);
    expect([status, body]).toEqual([400, [{ errorCode: 'JSON_PARSER_ERROR', message }]]);
  });

  it('needs a session', async () => {
    expect((await api.send('GET', '/services/apexrest/Plain')).status).toBe(401);
  });
});
