import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { temporaryFolder } from './testing/run-folder';
import { API_VERSION, signJwt, unsignedJwt, type Claims, type RunningOrg } from './testing/running-org';
import { startCopy } from './testing/shared-hub';

const DATA = `/services/data/v${API_VERSION}`;
const MANY = 2_500;
const REP = 'amara.okafor@opportunity-hub.example';
const CHUNK = 200;

const folder = temporaryFolder();
const state = join(folder, 'state');
let org: RunningOrg;
let admin: Connection;
beforeAll(async () => {
  org = await startCopy(state);
  admin = org.connect();
}, 240_000);

/** A request with the administrator's session; the body parsed. */
async function call(path: string, init: RequestInit = {}) {
  const response = await org.fetch(path, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : null) as unknown,
  };
}

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function passwordOf(username: string): string {
  const passwords = JSON.parse(readFileSync(join(state, 'passwords.json'), 'utf8')) as Record<string, string>;
  return passwords[username] ?? '';
}

async function asUser(username: string): Promise<Connection> {
  const connection = new Connection({ loginUrl: org.url, version: API_VERSION });
  await connection.login(username, passwordOf(username));
  return connection;
}

describe('SOAP login', () => {
  it('lets a user in by password', async () => {
    const connection = new Connection({ loginUrl: org.url, version: API_VERSION });
    const user = await connection.login(REP, passwordOf(REP));
    expect(user.organizationId).toBe(org.ready.orgId);
    expect(connection.instanceUrl).toBe(org.url);
    expect(await connection.identity()).toMatchObject({ username: REP });
  });

  it('refuses a wrong password', async () => {
    const connection = new Connection({ loginUrl: org.url, version: API_VERSION });
    await expect(connection.login(REP, 'wrong')).rejects.toMatchObject({
      message: 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
    });
  });
});

describe('JWT login', () => {
  const strangerKey = join(folder, 'stranger.pem');
  const clientApp = (file: string): string => join(state, 'client-app', file);
  beforeAll(() => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(strangerKey, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  });

  it('lets the administrator in', async () => {
    const { status, body } = await org.logIn(signJwt(org.claims(), org.ready.jwtKeyFile));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      instance_url: org.url,
      token_type: 'Bearer',
      access_token: expect.stringMatching(/^00D\w{12}![\w.]+$/),
    });
  });

  const signed = (changes: Partial<Claims>, keyFile = org.ready.jwtKeyFile): string =>
    signJwt(org.claims(changes), keyFile);
  it.each([
    ['an expired one', () => signed({ exp: 1_700_000_000 }), 'expired authorization code'],
    ['an unsigned one', () => `${unsignedJwt(org.claims(), 'none')}.`, 'invalid assertion'],
    ['one for another audience', () => signed({ aud: 'https://elsewhere.example' }), 'audience is invalid'],
    ['one signed with another key', () => signed({}, strangerKey), 'invalid assertion'],
    [
      'a user whom the app does not admit',
      () => {
        const iss = readFileSync(clientApp('consumer-key.txt'), 'utf8');
        return signed({ iss, sub: REP }, clientApp('private-key.pem'));
      },
      "user hasn't approved this consumer",
    ],
  ])('refuses %s', async (_what, assertion, description) => {
    expect(await org.logIn(assertion())).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: description },
    });
  });
});

describe('records', () => {
  it('creates, reads, updates, upserts and deletes', async () => {
    const accounts = admin.sobject('Account');
    const { id = '', success } = await accounts.create({ Name: 'One', External_Id__c: 'API-1' });
    expect(success).toBe(true);
    expect(await accounts.update({ Id: id, Name: 'Uno' })).toMatchObject({ success: true, id });
    const upserted = await accounts.upsert({ External_Id__c: 'API-1', Site: 'North' }, 'External_Id__c');
    expect(upserted).toMatchObject({ success: true, created: false });
    expect(await accounts.retrieve(id)).toMatchObject({ Id: id, Name: 'Uno', Site: 'North' });
    expect(await accounts.destroy(id)).toMatchObject({ success: true });
    await expect(accounts.retrieve(id)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it('answers 2,500 rows page after page', async () => {
    const leads = Array.from({ length: MANY }, (_, i) => ({ LastName: `Lead ${i}`, Company: 'Many' }));
    for (let at = 0; at < MANY; at += CHUNK) {
      const results = await admin.sobject('Lead').create(leads.slice(at, at + CHUNK));
      expect(results.every(({ success }) => success)).toBe(true);
    }
    const soql = "SELECT Id, LastName FROM Lead WHERE Company = 'Many'";
    const first = await admin.query(soql);
    expect([first.totalSize, first.done, first.records.length]).toEqual([MANY, false, 2_000]);
    const second = await admin.queryMore(first.nextRecordsUrl ?? '');
    expect([second.done, second.records.length]).toEqual([true, 500]);
    expect(new Set([...first.records, ...second.records].map(({ Id }) => Id)).size).toBe(MANY);
  }, 60_000);

  it('saves the good ones of a collection and says what is wrong with the others', async () => {
    const results = await admin.sobject('Account').create([{ Name: 'Good' }, { Site: 'no name' }]);
    expect(results).toMatchObject([
      { success: true, errors: [] },
      {
        success: false,
        errors: [
          {
            statusCode: 'REQUIRED_FIELD_MISSING',
            message: 'Required fields are missing: [Name]',
            fields: ['Name'],
          },
        ],
      },
    ]);
  });

  it('lets requests of a composite refer to each other', async () => {
    const { body } = await call(
      `${DATA}/composite`,
      json('POST', {
        allOrNone: true,
        compositeRequest: [
          { method: 'POST', url: `${DATA}/sobjects/Account`, referenceId: 'acc', body: { Name: 'Parent' } },
          {
            method: 'POST',
            url: `${DATA}/sobjects/Contact`,
            referenceId: 'con',
            body: { LastName: 'Child', Email: 'child@parent.example', AccountId: '@{acc.id}' },
          },
          {
            method: 'GET',
            url: `${DATA}/query?q=SELECT+Name+FROM+Contact+WHERE+AccountId='@{acc.id}'`,
            referenceId: 'read',
          },
        ],
      }),
    );
    expect(body).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 201, referenceId: 'acc' },
        { httpStatusCode: 201, referenceId: 'con' },
        { httpStatusCode: 200, body: { totalSize: 1, records: [{ Name: 'Child' }] } },
      ],
    });
  });

  it('undoes an all-or-none composite when one request fails', async () => {
    const { body } = await call(
      `${DATA}/composite`,
      json('POST', {
        allOrNone: true,
        compositeRequest: [
          { method: 'POST', url: `${DATA}/sobjects/Account`, referenceId: 'a', body: { Name: 'Undone' } },
          { method: 'POST', url: `${DATA}/sobjects/Account`, referenceId: 'b', body: {} },
        ],
      }),
    );
    expect(body).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
        { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
      ],
    });
    expect((await admin.query("SELECT Id FROM Account WHERE Name = 'Undone'")).totalSize).toBe(0);
  });

  it('saves a tree', async () => {
    const child = {
      attributes: { type: 'Contact', referenceId: 'c1' },
      LastName: 'Leaf',
      Email: 'l@tree.example',
    };
    const { status, body } = await call(
      `${DATA}/composite/tree/Account`,
      json('POST', {
        records: [
          {
            attributes: { type: 'Account', referenceId: 'a1' },
            Name: 'Tree',
            Contacts: { records: [child] },
          },
        ],
      }),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({ hasErrors: false, results: [{ referenceId: 'a1' }, { referenceId: 'c1' }] });
    expect((await admin.query("SELECT Id FROM Contact WHERE Account.Name = 'Tree'")).totalSize).toBe(1);
  });
});

describe('requests that are wrong', () => {
  const usage = /^api-usage=\d+\/\d+$/;

  it.each([
    ['a good one', `${DATA}/limits`, {}, 200, null],
    [
      'malformed JSON',
      `${DATA}/sobjects/Account`,
      { ...json('POST', 0), body: '{"Name": ' },
      400,
      'JSON_PARSER_ERROR',
    ],
    ['an unknown field', `${DATA}/sobjects/Account`, json('POST', { Nonsense: 1 }), 400, 'INVALID_FIELD'],
    ['an unknown object', `${DATA}/sobjects/Nonsense/describe`, {}, 404, 'NOT_FOUND'],
    ['a query of an unknown field', `${DATA}/query?q=SELECT+Nonsense+FROM+Account`, {}, 400, 'INVALID_FIELD'],
    ['a query that is none', `${DATA}/query?q=HELLO`, {}, 400, 'MALFORMED_QUERY'],
    ['a method that a resource lacks', `${DATA}/limits`, json('DELETE', {}), 405, 'METHOD_NOT_ALLOWED'],
    [
      'a session that is none',
      `${DATA}/limits`,
      { headers: { authorization: 'Bearer no' } },
      401,
      'INVALID_SESSION_ID',
    ],
  ])('%s: answered in the form of the platform', async (_what, path, init, status, errorCode) => {
    const answer = await call(path, init);
    expect(answer.status).toBe(status);
    if (errorCode !== null) expect(answer.body).toEqual([expect.objectContaining({ errorCode })]);
    if (status !== 401) expect(answer.headers.get('sforce-limit-info')).toMatch(usage);
  });

  it('double slashes in the path collapse', async () => {
    const answer = await call(`/services//data//v${API_VERSION}//limits`);
    expect(answer.status).toBe(200);
  });

  it('an id of another object is refused', async () => {
    const user = await admin.query<{ Id: string }>('SELECT Id FROM User LIMIT 1');
    const id = user.records[0]?.Id ?? '';
    expect(await call(`${DATA}/sobjects/Account/${id}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND' }],
    });
    await expect(admin.sobject('Contact').create({ LastName: 'X', AccountId: id })).rejects.toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
    });
  });

  it('a query of 1 MB is refused, by GET and by a composite', async () => {
    const soql = `SELECT Id FROM Account WHERE Name = '${'x'.repeat(1024 * 1024)}'`;
    const get = await call(`${DATA}/query?q=${encodeURIComponent(soql)}`).catch(() => ({ status: 431 }));
    expect([414, 431]).toContain(get.status);
    const { body } = await call(
      `${DATA}/composite`,
      json('POST', {
        compositeRequest: [
          { method: 'GET', url: `${DATA}/query?q=${encodeURIComponent(soql)}`, referenceId: 'q' },
        ],
      }),
    );
    expect(JSON.stringify(body)).toMatch(/MALFORMED_QUERY|URI_TOO_LONG/);
  });

  it('an oversized header is refused and the org goes on', async () => {
    const answer = await call(`${DATA}/limits`, { headers: { 'x-long': 'x'.repeat(20_000) } });
    expect(answer.status).toBe(431);
    expect((await call(`${DATA}/limits`)).status).toBe(200);
  });
});

describe('a sales rep', () => {
  let rep: Connection;
  beforeAll(async () => {
    rep = await asUser(REP);
  });

  it('sees own opportunities only', async () => {
    const own = await admin.query(`SELECT Id FROM Opportunity WHERE Owner.Username = '${REP}'`);
    const all = await admin.query('SELECT Id FROM Opportunity');
    const seen = await rep.query<{ Owner: { Username: string } }>('SELECT Owner.Username FROM Opportunity');
    expect(own.totalSize).toBeGreaterThan(0);
    expect(all.totalSize).toBeGreaterThan(own.totalSize);
    expect(seen.totalSize).toBe(own.totalSize);
    expect(new Set(seen.records.map(({ Owner }) => Owner.Username))).toEqual(new Set([REP]));
  });

  it('edits own opportunities and not those of others', async () => {
    const idOf = async (condition: string): Promise<string> => {
      const soql = `SELECT Id FROM Opportunity WHERE IsClosed = false AND CloseDate > TODAY AND ${condition} LIMIT 1`;
      return (await admin.query<{ Id: string }>(soql)).records[0]?.Id ?? '';
    };
    const mine = await idOf(`Owner.Username = '${REP}'`);
    const other = await idOf(`Owner.Username != '${REP}' AND Strategic__c = false`);
    const opportunities = rep.sobject('Opportunity');
    expect(await opportunities.update({ Id: mine, NextStep: 'Call' })).toMatchObject({ success: true });
    await expect(opportunities.update({ Id: other, NextStep: 'Call' })).rejects.toMatchObject({
      errorCode: expect.stringMatching(/^(INSUFFICIENT_ACCESS|NOT_FOUND)/),
    });
    await expect(opportunities.destroy(other)).rejects.toMatchObject({
      errorCode: expect.stringMatching(/^(INSUFFICIENT_ACCESS|NOT_FOUND)/),
    });
  });

  it('is told what to do when an opportunity lacks its account', async () => {
    const closeDate = `${new Date().getUTCFullYear() + 1}-01-15`;
    const record = { Name: 'No account', StageName: 'Qualification', CloseDate: closeDate, Amount: 1 };
    await expect(rep.sobject('Opportunity').create(record)).rejects.toMatchObject({
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: expect.stringContaining('Choose the account this opportunity belongs to.'),
    });
  });

  it('manages no users', async () => {
    await expect(rep.sobject('PermissionSetAssignment').create({})).rejects.toMatchObject({
      errorCode: expect.any(String),
    });
  });
});
