import { ADMIN, CLIENT_ID, RunningApi } from '../testing/running-api';
import cases from './refused-assertions.cases.json';
import { SessionStore } from './session-store';

const HOUR_MS = 3_600_000;
const TOKEN = /^(00D\w{12,15})![.\w]+$/;

describe('POST /services/oauth2/token with a JWT', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
  });
  afterAll(() => api.stop());

  it('answers what clients read', async () => {
    const { status, body } = await api.requestToken(api.jwt());
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(TOKEN),
      scope: 'api web refresh_token',
      instance_url: api.url,
      id: expect.stringMatching(new RegExp(`^${api.url}/id/00D\\w{15}/005\\w{15}$`)),
      token_type: 'Bearer',
    });
  });

  it.each([
    ['its own address with a slash', (url: string) => `${url}/`],
    ['its own address', (url: string) => url],
    ['localhost', (url: string) => url.replace('127.0.0.1', 'localhost')],
    ['login.salesforce.com', () => 'https://login.salesforce.com'],
    ['test.salesforce.com', () => 'https://test.salesforce.com/'],
  ])('accepts %s as audience', async (_name, audience) => {
    expect(await api.login({ aud: audience(api.url) })).toMatch(TOKEN);
  });

  it('takes an expiry in seconds as in milliseconds', async () => {
    expect(await api.login({ exp: Math.floor(api.clock.now() / 1000) + 60 })).toMatch(TOKEN);
  });

  it.each(cases)('refuses $title', async ({ claims, expiresInMs, algorithm, spoil, error, description }) => {
    const exp = expiresInMs === undefined ? {} : { exp: api.clock.now() + expiresInMs };
    const jwt = api.jwt({ ...claims, ...exp }, algorithm);
    const { status, body } = await api.requestToken(spoil ? jwt.replace(/\.[^.]+$/, '.AAAA') : jwt);
    expect(status).toBe(400);
    expect(body).toEqual({ error, error_description: description });
  });

  it('refuses the password flow as a new org does, and unknown grants', async () => {
    const form = { grant_type: 'password', client_id: CLIENT_ID, username: ADMIN, password: 'x' };
    expect((await api.send('POST', '/services/oauth2/token', { form })).body).toEqual({
      error: 'invalid_grant',
      error_description: 'authentication failure',
    });
    const other = await api.send('POST', '/services/oauth2/token', { form: { grant_type: 'device' } });
    expect(other.body).toEqual({
      error: 'unsupported_grant_type',
      error_description: 'grant type not supported',
    });
  });

  it('refuses client credentials of a client without a secret', async () => {
    const form = { grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: 'guess' };
    expect((await api.send('POST', '/services/oauth2/token', { form })).body).toEqual({
      error: 'invalid_client',
      error_description: 'invalid client credentials',
    });
  });
});

describe('sessions', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
  });
  beforeEach(async () => {
    api.token = await api.login();
  });
  afterAll(() => api.stop());

  const status = async (token: string, scheme = 'Bearer'): Promise<number> =>
    (
      await api.send('GET', '/services/data/v67.0/limits', {
        headers: { authorization: `${scheme} ${token}` },
      })
    ).status;

  it('are accepted as Bearer and as OAuth', async () => {
    expect(await status(api.token)).toBe(200);
    expect(await status(api.token, 'OAuth')).toBe(200);
  });

  it('end after two hours without use, and use prolongs them', async () => {
    api.clock.advance(1.5 * HOUR_MS);
    expect(await status(api.token)).toBe(200);
    api.clock.advance(1.5 * HOUR_MS);
    expect(await status(api.token)).toBe(200);
    api.clock.advance(2 * HOUR_MS);
    const { status: code, body } = await api.call('GET', '/limits');
    expect(code).toBe(401);
    expect(body).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
  });

  it('outlive a restart, and only their hash is kept', () => {
    expect(new SessionStore(api.org).find(api.token)?.user.username).toBe(ADMIN);
    const rows = JSON.stringify(api.org.store.prepare('SELECT * FROM "_session"').all());
    expect(rows).not.toContain(api.token.slice(16, 40));
  });

  it('end when they are revoked', async () => {
    const { status: revoked } = await api.send('POST', '/services/oauth2/revoke', {
      form: { token: api.token },
    });
    expect(revoked).toBe(200);
    expect(await status(api.token)).toBe(401);
    const again = await api.send('GET', `/services/oauth2/revoke?token=${encodeURIComponent(api.token)}`);
    expect(again.body).toEqual({ error: 'invalid_token', error_description: 'token is invalid/not active' });
  });

  it('tell who they belong to', async () => {
    const headers = { authorization: `Bearer ${api.token}` };
    const info = await api.send('GET', '/services/oauth2/userinfo', { headers });
    expect(info.body).toMatchObject({
      preferred_username: ADMIN,
      organization_id: api.org.info.id,
      urls: { rest: `${api.url}/services/data/v{version}/`, custom_domain: api.url },
    });
    const { sub, user_id: userId } = info.body as { sub: string; user_id: string };
    const path = sub.slice(api.url.length);
    const identity = await api.send(
      'GET',
      `${path}?format=json&oauth_token=${encodeURIComponent(api.token)}`,
    );
    expect(identity.body).toMatchObject({ id: sub, user_id: userId, username: ADMIN, active: true });
    expect(await api.send('GET', path)).toMatchObject({ status: 403, body: 'Missing_OAuth_Token' });
    const wrong = await api.send('GET', `${path}?oauth_token=00D`);
    expect(wrong).toMatchObject({ status: 403, body: 'Bad_OAuth_Token' });
  });

  it('can be inspected by a client', async () => {
    const inspect = async (token: string): Promise<unknown> =>
      (await api.send('POST', '/services/oauth2/introspect', { form: { token, client_id: CLIENT_ID } })).body;
    expect(await inspect(api.token)).toMatchObject({ active: true, username: ADMIN, client_id: CLIENT_ID });
    expect(await inspect('00D')).toEqual({ active: false });
  });

  it('open the org in a browser once, and only on this server', async () => {
    const headers = { authorization: `Bearer ${api.token}` };
    const target = encodeURIComponent('//evil.example/lightning');
    const { body } = await api.send('GET', `/services/oauth2/singleaccess?redirect_uri=${target}`, {
      headers,
    });
    const door = (body as { frontdoor_uri: string }).frontdoor_uri.slice(api.url.length);
    const opened = await api.send('GET', door);
    expect(opened.status).toBe(200);
    expect(opened.body).toContain('content="0; url=/evil.example/lightning"');
    const sid =
      /sid-\d+=([^;]+); Path=\/; HttpOnly; SameSite=Strict/.exec(
        opened.headers.get('set-cookie') ?? '',
      )?.[1] ?? '';
    expect(await status(sid)).toBe(200);
    expect((await api.send('GET', door)).status).toBe(401);
  });
});
