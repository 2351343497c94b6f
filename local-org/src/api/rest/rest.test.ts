import { gzipSync } from 'node:zlib';
import { RunningApi } from '../testing/running-api';

const V = '/services/data/v67.0';
const NOT_FOUND = [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }];

describe('REST requests', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
  });
  afterAll(() => api.stop());

  it('list the versions without a session', async () => {
    const { status, headers, body } = await api.send('GET', '/services/data/');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(body).toContainEqual({ label: "Summer '26", url: V, version: '67.0' });
    expect(body).toHaveLength(18);
  });

  it('list the resources of a version', async () => {
    const { body } = await api.call('GET', '');
    expect(body).toMatchObject({
      sobjects: `${V}/sobjects`,
      query: `${V}/query`,
      composite: `${V}/composite`,
    });
    expect(body).not.toHaveProperty('wave');
  });

  it.each([
    ['no session', 'GET', `${V}/limits`, {}, 401, 'INVALID_SESSION_ID', 'Session expired or invalid'],
    [
      'another scheme',
      'GET',
      `${V}/limits`,
      { authorization: 'Basic YTpi' },
      401,
      'INVALID_AUTH_HEADER',
      'INVALID_HEADER_TYPE',
    ],
    [
      'an old version',
      'GET',
      '/services/data/v49.0/limits',
      {},
      404,
      'NOT_FOUND',
      'The requested resource does not exist',
    ],
    [
      'no such version',
      'GET',
      '/services/data/v68.0/limits',
      {},
      404,
      'NOT_FOUND',
      'The requested resource does not exist',
    ],
    ['another path', 'GET', '/elsewhere', {}, 404, 'NOT_FOUND', 'The requested resource does not exist'],
  ])('are refused with %s', async (_name, method, path, headers, status, errorCode, message) => {
    const answer = await api.send(method, path, { headers });
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual([{ message, errorCode }]);
  });

  it('find a path with double and trailing slashes', async () => {
    const headers = { authorization: `Bearer ${api.token}` };
    expect((await api.send('GET', '//services//data/v67.0//limits/', { headers })).status).toBe(200);
  });

  it('name the methods a resource allows', async () => {
    const { status, body } = await api.call('DELETE', '/limits');
    expect(status).toBe(405);
    expect(body).toEqual([
      { message: "HTTP Method 'DELETE' not allowed. Allowed are HEAD,GET", errorCode: 'METHOD_NOT_ALLOWED' },
    ]);
  });

  it('take HEAD like GET, and a method given in the query', async () => {
    expect((await api.call('HEAD', '/limits')).status).toBe(200);
    const id = await api.create('Account', { Name: 'Before' });
    expect(
      (await api.call('POST', `/sobjects/Account/${id}?_HttpMethod=PATCH`, { Name: 'After' })).status,
    ).toBe(204);
  });

  it.each([
    ['application/xml', 501, 'LOCAL_ORG_UNSUPPORTED'],
    ['text/plain', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('with a body of type %s are answered %d', async (contentType, status, errorCode) => {
    const answer = await api.send('POST', `${V}/sobjects/Account`, {
      text: 'x',
      headers: { authorization: `Bearer ${api.token}`, 'content-type': contentType },
    });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject([{ errorCode }]);
  });

  it('that want XML back are refused by name', async () => {
    const { status, body } = await api.call('GET', '/limits', undefined, { accept: 'application/xml' });
    expect(status).toBe(501);
    expect(body).toMatchObject([{ message: 'REST: XML representation is not supported by the local org' }]);
  });

  it('may be packed with gzip', async () => {
    const response = await fetch(`${api.url}${V}/sobjects/Account`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${api.token}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      body: gzipSync('{"Name":"Packed"}'),
    });
    expect(response.status).toBe(201);
  });

  it('that are too long are answered 414 and 431', async () => {
    expect((await api.call('GET', `/query?q=${'x'.repeat(17_000)}`)).status).toBe(414);
    expect((await api.call('GET', '/limits', undefined, { 'x-filler': 'x'.repeat(17_000) })).status).toBe(
      431,
    );
  });

  it.each([
    ['{"Name":}', 400, "Unexpected character ('}' (code 125)): expected a valid value"],
    ['', 400, 'No content to map to Object due to end of input'],
    ['[]', 400, 'Cannot deserialize instance of sobject from START_ARRAY value ['],
    ['{"__proto__":{"Name":"x"}}', 400, 'Unrecognized field "__proto__"'],
    ['{"Name":{"a":1}}', 400, 'Cannot deserialize instance of string from START_OBJECT value {'],
    ['{"NumberOfEmployees":"many"}', 400, 'Cannot deserialize instance of int from VALUE_STRING value many'],
  ])('with the body %s are refused', async (text, status, message) => {
    const answer = await api.send('POST', `${V}/sobjects/Account`, {
      text,
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual([
      { message: expect.stringContaining(message), errorCode: 'JSON_PARSER_ERROR' },
    ]);
  });

  it.each([
    '/theme',
    '/sobjects/Account/describe/layouts',
    '/query?explain=SELECT',
    '/sobjects/Account/listviews',
  ])('for %s are refused by name', async (path) => {
    const { status, body } = await api.call('GET', path);
    expect(status).toBe(501);
    expect(body).toMatchObject([
      { errorCode: 'LOCAL_ORG_UNSUPPORTED', message: expect.stringContaining('REST: ') },
    ]);
  });

  it('for what nobody knows are not found', async () => {
    for (const path of ['/nothing', '/sobjects/Nothing', '/sobjects/Nothing/describe']) {
      expect(await api.call('GET', path)).toMatchObject({ status: 404, body: NOT_FOUND });
    }
  });
});

describe('API usage', () => {
  it('is told with every answer, counted per 24 hours, and limited', async () => {
    const api = await RunningApi.start({ dailyApiRequests: 3 });
    const usage = async (): Promise<[number, string | null]> => {
      const { status, headers } = await api.call('GET', '/limits');
      return [status, headers.get('sforce-limit-info')];
    };
    expect(await usage()).toEqual([200, 'api-usage=1/3']);
    expect(await usage()).toEqual([200, 'api-usage=2/3']);
    expect((await api.call('GET', '/nothing')).headers.get('sforce-limit-info')).toBe('api-usage=3/3');
    const { status, body } = await api.call('GET', '/limits');
    expect(status).toBe(403);
    expect(body).toEqual([{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }]);
    api.clock.advance(25 * 3_600_000);
    api.token = await api.login();
    const { body: limits } = await api.call('GET', '/limits');
    expect(limits).toMatchObject({ DailyApiRequests: { Max: 3, Remaining: 2 } });
    await api.stop();
  });

  it('refuses a body beyond the limit', async () => {
    const api = await RunningApi.start({ maxBodyBytes: 1_000 });
    const { status, body } = await api.call('POST', '/sobjects/Account', { Name: 'x'.repeat(2_000) });
    expect(status).toBe(413);
    expect(body).toMatchObject([{ errorCode: 'EXCEEDED_MAX_SIZE_REQUEST' }]);
    await api.stop();
  });
});
