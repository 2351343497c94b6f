import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, VirtualClock } from '../shared';
import { RecordingServer, type PlannedAnswer, type Responder } from './testing/recording-server';
import { SalesforceIntegration } from './salesforce-integration';

const folder = mkdtempSync(join(tmpdir(), 'salesforce-'));
const jwtKeyFile = join(folder, 'key.pem');
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
writeFileSync(jwtKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));

let server: RecordingServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

const clock = new VirtualClock();

async function connect(respond: Responder): Promise<SalesforceIntegration> {
  server = await RecordingServer.start(respond);
  const settings = { loginUrl: server.url, clientId: 'c', username: 'u', jwtKeyFile };
  const org = SalesforceIntegration.withJwt(settings, { clock, random: () => 0, logger: silentLogger });
  await org.connect();
  return org;
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

/** Answers API calls from a list, one after the other; logins go through. */
function inTurn(...answers: PlannedAnswer[]): Responder {
  return ({ path }) => (path.startsWith('/services/oauth2/') ? undefined : answers.shift());
}

const expired: PlannedAnswer = {
  status: 401,
  body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
};
const busy: PlannedAnswer = { status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }] };
const page = (records: object[], more: object = {}): PlannedAnswer => ({
  body: { records, done: true, ...more },
});
const accounts = (count: number): { External_Id__c: string }[] =>
  Array.from({ length: count }, (_, index) => ({ External_Id__c: `A-${index}` }));

describe('SalesforceIntegration: calls', () => {
  it('query: follows pages and counts each as a call', async () => {
    const next = { done: false, nextRecordsUrl: '/services/data/v67.0/query/01g-2000' };
    const org = await connect(inTurn(page([{ Id: '1' }], next), page([{ Id: '2' }])));
    expect(await all(org.query('SELECT Id FROM Account'))).toEqual([{ Id: '1' }, { Id: '2' }]);
    expect(server?.calls).toEqual(['GET /query', 'GET /query/01g-2000']);
    expect(org.metrics()).toMatchObject({ calls: 2, callsByKind: { login: 1, query: 2 } });
  });

  it('query: reads the daily limit from the answer', async () => {
    const org = await connect(inTurn({ ...page([]), headers: { 'Sforce-Limit-Info': 'api-usage=18/5000' } }));
    await all(org.query('SELECT Id FROM Account'));
    expect(org.metrics().dailyLimit).toEqual({ used: 18, limit: 5000 });
  });

  it('query: signs in once more when the session has expired', async () => {
    const org = await connect(inTurn(expired, page([{ Id: '1' }])));
    expect(await all(org.query('SELECT Id FROM Account'))).toHaveLength(1);
    expect(server?.logins).toBe(2);
    expect(server?.requests.at(-1)?.headers['authorization']).toBe('Bearer 00D!token2');
  });

  it('query: stops when the new session is refused too', async () => {
    const org = await connect(inTurn(expired, expired, expired));
    await expect(all(org.query('SELECT Id FROM Account'))).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
    expect(server?.logins).toBe(2);
  });

  it('query: is repeated when the org is busy', async () => {
    const org = await connect(inTurn(busy, busy, page([])));
    await all(org.query('SELECT Id FROM Account'));
    expect(org.metrics()).toMatchObject({ calls: 3, retries: 2 });
  });

  it('query: passes on the code of a wrong query without repeating it', async () => {
    const org = await connect(
      inTurn({ status: 400, body: [{ errorCode: 'MALFORMED_QUERY', message: 'unexpected token' }] }),
    );
    await expect(all(org.query('SELECT'))).rejects.toMatchObject({
      code: 'MALFORMED_QUERY',
      httpStatus: 400,
    });
    expect(org.metrics().calls).toBe(1);
  });

  it('query: stops with next steps when the daily limit is used up', async () => {
    const body = [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }];
    const org = await connect(inTurn({ status: 403, body }));
    const actions = expect.arrayContaining([expect.stringContaining('24 hours')]) as string[];
    await expect(all(org.query('SELECT Id FROM A'))).rejects.toMatchObject({
      code: 'REQUEST_LIMIT_EXCEEDED',
      actions,
    });
    expect(org.metrics().calls).toBe(1);
  });

  it('query: names an org that cannot be reached', async () => {
    const org = await connect(() => undefined);
    await server?.stop();
    server = undefined;
    await expect(all(org.query('SELECT Id FROM A'))).rejects.toMatchObject({ code: 'ORG_UNREACHABLE' });
  });

  it('describe: asks once per object', async () => {
    const org = await connect(inTurn({ body: { name: 'Account', fields: [] } }));
    await org.describe('Account');
    await org.describe('Account');
    expect(server?.calls).toEqual(['GET /sobjects/Account/describe']);
  });
});

describe('SalesforceIntegration: sessions', () => {
  it('connect: says at once that nothing answers', async () => {
    const org = await connect(() => undefined);
    const address = server?.url ?? '';
    await org.close();
    await server?.stop();
    server = undefined;
    const pauses = clock.pauses.length;
    const again = SalesforceIntegration.withJwt(
      { loginUrl: address, clientId: 'c', username: 'u', jwtKeyFile },
      { clock },
    );
    await expect(again.connect()).rejects.toMatchObject({
      code: 'ORG_UNREACHABLE',
      actions: expect.any(Array) as string[],
    });
    expect(clock.pauses).toHaveLength(pauses);
  });

  it('health: tells latency and usage, and what is wrong', async () => {
    const limits = { body: {}, headers: { 'Sforce-Limit-Info': 'api-usage=7/5000' } };
    const org = await connect(
      inTurn(limits, { status: 403, body: [{ errorCode: 'API_DISABLED_FOR_ORG', message: 'API is off' }] }),
    );
    expect(await org.health()).toMatchObject({ healthy: true, detail: '7 of 5000 daily calls used' });
    expect(await org.health()).toMatchObject({
      healthy: false,
      detail: expect.stringContaining('API is off') as string,
    });
  });
});

describe('SalesforceIntegration: writes', () => {
  it('upsert: sends one record to its own address', async () => {
    const org = await connect(
      inTurn({ status: 201, body: { id: '001', success: true, errors: [], created: true } }),
    );
    const results = await org.upsert('Account', 'External_Id__c', [{ External_Id__c: 'A/1', Name: 'A' }]);
    expect(results).toEqual([{ success: true, id: '001', created: true, errors: [] }]);
    expect(server?.calls).toEqual(['PATCH /sobjects/Account/External_Id__c/A%2F1']);
    expect(JSON.parse(server?.requests.at(-1)?.body ?? '')).toEqual({ Name: 'A' });
  });

  it('upsert: sends 450 records in three calls and keeps their order', async () => {
    const org = await connect(({ path, body }) => {
      if (path.startsWith('/services/oauth2/')) return undefined;
      const { records } = JSON.parse(body) as { records: { External_Id__c: string }[] };
      return {
        body: records.map((record) => ({
          id: record.External_Id__c,
          success: true,
          created: true,
          errors: [],
        })),
      };
    });
    const results = await org.upsert('Account', 'External_Id__c', accounts(450));
    expect(results.map(({ id }) => id)).toEqual(accounts(450).map(({ External_Id__c }) => External_Id__c));
    expect(server?.calls).toEqual(
      Array.from({ length: 3 }, () => 'PATCH /composite/sobjects/Account/External_Id__c'),
    );
  });

  it('upsert: sends rows again that were locked, and only those', async () => {
    const locked = {
      success: false,
      errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW', message: 'locked', fields: [] }],
    };
    const fine = (id: string): object => ({ id, success: true, created: false, errors: [] });
    const org = await connect(
      inTurn(
        { body: [fine('1'), locked, fine('3')] },
        { status: 200, body: { id: '2', success: true, errors: [], created: false } },
      ),
    );
    const results = await org.upsert('Account', 'External_Id__c', accounts(3));
    expect(results.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(server?.calls.at(-1)).toBe('PATCH /sobjects/Account/External_Id__c/A-1');
  });

  it('upsert: gives the reason of a refused row in its place', async () => {
    const error = {
      statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Enter an amount',
      fields: ['Amount'],
    };
    const org = await connect(
      inTurn({
        body: [
          { id: '1', success: true, created: true, errors: [] },
          { success: false, errors: [error] },
        ],
      }),
    );
    const results = await org.upsert('Opportunity', 'External_Id__c', accounts(2));
    expect(results[1]).toMatchObject({
      success: false,
      errors: [{ code: error.statusCode, message: error.message, fields: ['Amount'] }],
    });
  });

  it('upsert: is repeated after a lost answer, because twice is once', async () => {
    const done = { id: '1', success: true, created: false, errors: [] };
    const org = await connect(inTurn(busy, { body: [done, done] }));
    expect(await org.upsert('Account', 'External_Id__c', accounts(2))).toHaveLength(2);
  });

  it('create: is not repeated when it may have been done', async () => {
    const org = await connect(inTurn(busy));
    await expect(org.create('Account', [{ Name: 'A' }, { Name: 'B' }])).rejects.toMatchObject({
      code: 'SERVER_UNAVAILABLE',
    });
    expect(org.metrics().calls).toBe(1);
  });

  it('upsert: reports a failed call and marks the rows that were not sent', async () => {
    const done = { success: true, created: true, errors: [] };
    const first = { body: accounts(200).map(({ External_Id__c: id }) => ({ id, ...done })) };
    const down = { status: 500, body: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'down' }] };
    const org = await connect(inTurn(first, ...Array.from({ length: 6 }, () => down)));
    const failures: string[] = [];
    const results = await org.upsert('Account', 'External_Id__c', accounts(300), {
      onFailure: ({ code }) => failures.push(code),
    });
    expect(failures).toEqual(['UNKNOWN_EXCEPTION']);
    expect(results.filter(({ success }) => success)).toHaveLength(200);
    expect(results.filter(({ errors }) => errors[0]?.code === 'NOT_SENT')).toHaveLength(100);
  });

  it('upsert: stops batch work at 90 % of the daily limit', async () => {
    const near = { ...page([]), headers: { 'Sforce-Limit-Info': 'api-usage=4500/5000' } };
    const org = await connect(inTurn(near));
    await all(org.query('SELECT Id FROM Account'));
    await expect(org.upsert('Account', 'External_Id__c', accounts(2))).rejects.toMatchObject({
      code: 'API_LIMIT_RESERVED',
    });
  });
});

describe('SalesforceIntegration: Bulk 2.0', () => {
  const COUNT = 2_500;

  /** A job whose every tenth row is refused; result files come in reverse order. */
  function bulkOrg(lines: string[]): Responder {
    const info = { id: '750', state: 'InProgress' };
    const finished = {
      id: '750',
      state: 'JobComplete',
      numberRecordsProcessed: COUNT,
      numberRecordsFailed: COUNT / 10,
    };
    const results = (failed: boolean, head: string, prefix: (key: string) => string): string =>
      [
        head,
        ...lines
          .slice(1)
          .filter((_, index) => (index % 10 === 0) === failed)
          .map((line) => `${prefix(line)},${line}`)
          .reverse(),
      ].join('\n');
    const routes: Record<string, (body: string) => PlannedAnswer> = {
      'POST /jobs/ingest': () => ({ body: { ...info, state: 'Open' } }),
      'PUT /jobs/ingest/750/batches': (body) => {
        lines.push(...body.trimEnd().split('\n'));
        return { status: 201, body: {} };
      },
      'PATCH /jobs/ingest/750': () => ({ body: { ...info, state: 'UploadComplete' } }),
      'GET /jobs/ingest/750': () => ({ body: finished }),
      'GET /jobs/ingest/750/successfulResults': () => ({
        body: results(false, `sf__Id,sf__Created,${lines[0]}`, (key) => `id-${key},true`),
      }),
      'GET /jobs/ingest/750/failedResults': () => ({
        body: results(
          true,
          `sf__Id,sf__Error,${lines[0]}`,
          () => ',REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --',
        ),
      }),
    };
    return ({ method, path, body }) =>
      routes[`${method} ${path.replace('/services/data/v67.0', '')}`]?.(body);
  }

  it('upsert: takes few calls and gives results in the order of the records', async () => {
    const lines: string[] = [];
    const org = await connect(bulkOrg(lines));
    const results = await org.upsert('Account', 'External_Id__c', accounts(COUNT));
    expect(server?.calls).toHaveLength(6);
    expect(org.metrics().callsByKind).toEqual({ login: 1, bulk: 6 });
    expect(lines[0]).toBe('External_Id__c');
    expect(results[1]).toEqual({ success: true, id: 'id-A-1', created: true, errors: [] });
    expect(results[10]?.errors).toEqual([
      { code: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]', fields: ['Name'] },
    ]);
    expect(results.filter(({ success }) => success)).toHaveLength(COUNT * 0.9);
  });

  it('upsert: passes on why a whole job failed', async () => {
    const job = {
      id: '750',
      state: 'Failed',
      errorMessage: 'InvalidBatch : Field name not found : Nam',
      numberRecordsProcessed: 0,
    };
    const org = await connect(
      inTurn({ body: { id: '750', state: 'Open' } }, { status: 201, body: {} }, { body: job }),
    );
    await expect(org.upsert('Account', 'External_Id__c', accounts(COUNT))).rejects.toMatchObject({
      code: 'BULK_JOB_FAILED',
      message: expect.stringContaining('Field name not found') as string,
    });
  });

  it('upsert: aborts the job when the caller stops, and keeps what was done', async () => {
    const stop = new AbortController();
    const lines: string[] = [];
    const normal = bulkOrg(lines);
    const org = await connect((request, position) => {
      if (request.method === 'PATCH' && request.body.includes('UploadComplete')) stop.abort();
      if (request.method === 'GET' && request.path.endsWith('/750')) {
        return { body: { id: '750', state: 'Aborted', numberRecordsProcessed: 1, numberRecordsFailed: 0 } };
      }
      if (request.path.endsWith('successfulResults'))
        return { body: 'sf__Id,sf__Created,External_Id__c\n001,true,A-7' };
      return normal(request, position);
    });
    const results = await org.upsert('Account', 'External_Id__c', accounts(COUNT), { signal: stop.signal });
    expect(server?.requests.some(({ method, body }) => method === 'PATCH' && body.includes('Aborted'))).toBe(
      true,
    );
    expect(results[7]).toMatchObject({ success: true, id: '001' });
    expect(results.filter(({ errors }) => errors[0]?.code === 'NOT_PROCESSED')).toHaveLength(COUNT - 1);
  });

  it('upsert: begins a new job when an upload fails, and drops the first', async () => {
    const lines: string[] = [];
    const normal = bulkOrg(lines);
    let uploads = 0;
    const org = await connect((request, position) => {
      if (request.method === 'PUT' && (uploads += 1) === 1) return busy;
      return normal(request, position);
    });
    const results = await org.upsert('Account', 'External_Id__c', accounts(COUNT));
    expect(results.filter(({ success }) => success)).toHaveLength(COUNT * 0.9);
    expect(server?.calls.slice(0, 5)).toEqual([
      'POST /jobs/ingest',
      'PUT /jobs/ingest/750/batches',
      'PATCH /jobs/ingest/750',
      'POST /jobs/ingest',
      'PUT /jobs/ingest/750/batches',
    ]);
  });

  it('queryBulk: follows the locator through the pages', async () => {
    const org = await connect(
      inTurn(
        { body: { id: '751', state: 'UploadComplete' } },
        { body: { id: '751', state: 'JobComplete' } },
        { body: 'Id,Name\n001,A', headers: { 'Sforce-Locator': 'next' } },
        { body: 'Id,Name\n002,B', headers: { 'Sforce-Locator': 'null' } },
      ),
    );
    expect(await all(org.queryBulk('SELECT Id, Name FROM Account'))).toEqual([
      { Id: '001', Name: 'A' },
      { Id: '002', Name: 'B' },
    ]);
  });
});

describe('SalesforceIntegration: related records', () => {
  it('saveTrees: sends parents and children as one graph', async () => {
    const compositeResponse = [
      { referenceId: 'a', httpStatusCode: 201, body: { id: '001', success: true } },
      { referenceId: 'c', httpStatusCode: 201, body: { id: '003', success: true } },
    ];
    const org = await connect(
      inTurn({
        body: { graphs: [{ graphId: 'graph1', isSuccessful: true, graphResponse: { compositeResponse } }] },
      }),
    );
    const externalId = { field: 'External_Id__c', value: 'A-1' };
    const tree = [
      { referenceId: 'a', object: 'Account', externalId, record: { Name: 'A' } },
      { referenceId: 'c', object: 'Contact', record: { LastName: 'C', AccountId: '@{a.id}' } },
    ];
    expect((await org.saveTrees([tree]))[0]?.map(({ id }) => id)).toEqual(['001', '003']);
    expect(org.metrics().callsByKind).toEqual({ login: 1, graph: 1 });
  });

  it('stream: delivers each change once although it looks back', async () => {
    const row = { Id: '006', SystemModstamp: '2026-01-01T00:00:05.000+0000' };
    const later = { Id: '007', SystemModstamp: '2026-01-01T00:00:06.000+0000' };
    const stop = new AbortController();
    const org = await connect(inTurn(page([row]), page([row, later])));
    const seen: unknown[] = [];
    const since = new Date(Date.UTC(2026, 0, 1));
    for await (const change of org.stream({
      object: 'Opportunity',
      fields: [],
      since,
      pollEveryMs: 1000,
      signal: stop.signal,
    })) {
      seen.push(change['Id']);
      if (seen.length === 2) stop.abort();
    }
    expect(seen).toEqual(['006', '007']);
  });
});
