import { createHash } from 'node:crypto';
import { ADMIN, RunningApi, type Answer } from '../testing/running-api';

const CLIENT = 'PlatformCLI';
const REDIRECT = 'http://localhost:1717/OauthRedirect';
const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-0123';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const PASSWORD = 'correct horse 1';

describe('web server flow', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    api.org.users.setPassword(api.org.users.findByUsername(ADMIN)?.id ?? '', PASSWORD);
  });
  afterAll(() => api.stop());

  const openPage = (changes: Readonly<Record<string, string>> = {}): Promise<Answer> => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: CLIENT,
      redirect_uri: REDIRECT,
      state: 'a b',
      scope: 'refresh_token api web',
      code_challenge: CHALLENGE,
      ...changes,
    });
    return api.send('GET', `/services/oauth2/authorize?${query.toString()}`);
  };

  const submit = (page: Answer, password: string, cookie = cookieOf(page)): Promise<Answer> => {
    const request = /name="request" value="([^"]+)"/.exec(String(page.body))?.[1] ?? '';
    return api.send('POST', '/services/oauth2/authorize', {
      form: { request, username: ADMIN, pw: password },
      headers: { cookie },
    });
  };

  const login = async (): Promise<string> => {
    const { headers } = await submit(await openPage(), PASSWORD);
    return new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
  };

  const exchange = (code: string, changes: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    api.send('POST', '/services/oauth2/token', {
      form: {
        grant_type: 'authorization_code',
        code,
        client_id: CLIENT,
        redirect_uri: REDIRECT,
        code_verifier: VERIFIER,
        ...changes,
      },
    });

  it('leads over the login page and a redirect to a session and a refresh token', async () => {
    const redirect = await submit(await openPage(), PASSWORD);
    expect(redirect.status).toBe(302);
    const target = new URL(redirect.headers.get('location') ?? '');
    expect(target.origin + target.pathname).toBe(REDIRECT);
    expect(target.searchParams.get('state')).toBe('a b');
    const { status, body } = await exchange(target.searchParams.get('code') ?? '');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      instance_url: api.url,
      scope: 'refresh_token api web',
    });
    const { refresh_token: refreshToken } = body as { refresh_token: string };
    const refreshed = await api.send('POST', '/services/oauth2/token', {
      form: { grant_type: 'refresh_token', client_id: CLIENT, refresh_token: refreshToken },
    });
    expect(refreshed.status).toBe(200);
    const { access_token: token } = refreshed.body as { access_token: string };
    await api.send('POST', '/services/oauth2/revoke', { form: { token: refreshToken } });
    const headers = { authorization: `Bearer ${token}` };
    expect((await api.send('GET', '/services/data/v67.0', { headers })).status).toBe(401);
  });

  it('shows the page again after a wrong password', async () => {
    const again = await submit(await openPage(), 'wrong');
    expect(again.status).toBe(200);
    expect(String(again.body)).toContain('Please check your username and password.');
  });

  it('refuses a form that another browser sends', async () => {
    expect((await submit(await openPage(), PASSWORD, '')).status).toBe(400);
    expect((await submit(await openPage(), PASSWORD, cookieOf(await openPage()))).status).toBe(400);
  });

  it('redeems a code once', async () => {
    const code = await login();
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).body).toEqual({
      error: 'invalid_grant',
      error_description: 'invalid authorization code',
    });
  });

  it.each([
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant', 'invalid code verifier'],
    [
      'another address',
      { redirect_uri: `${REDIRECT}/x` },
      'redirect_uri_mismatch',
      'redirect_uri must match configuration',
    ],
  ])('refuses a code with %s', async (_name, changes, error, description) => {
    expect((await exchange(await login(), changes)).body).toEqual({ error, error_description: description });
  });

  it('refuses a code after 15 minutes', async () => {
    const code = await login();
    api.clock.advance(15 * 60_000);
    expect((await exchange(code)).body).toMatchObject({ error_description: 'expired authorization code' });
  });

  it.each([
    ['an unknown client', { client_id: '<script>' }, 'client identifier invalid'],
    [
      'an address that is not registered',
      { redirect_uri: 'https://evil.example' },
      'redirect_uri must match',
    ],
  ])('shows an error page for %s', async (_name, changes, text) => {
    const { status, body } = await openPage(changes);
    expect(status).toBe(400);
    expect(String(body)).toContain(text);
  });

  it.each([
    ['response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['challenge method', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['scope', { scope: 'api visualforce' }, 'invalid_scope'],
  ])('sends the client an error for a wrong %s', async (_name, changes, error) => {
    const { status, headers } = await openPage(changes);
    expect(status).toBe(302);
    expect(new URL(headers.get('location') ?? '').searchParams.get('error')).toBe(error);
  });
});

function cookieOf({ headers }: Answer): string {
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}
