import { request } from 'node:http';
import { TestOrg } from '../org/testing/test-org';
import { startServer, type OrgServer } from './server';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

describe('the addresses of the pages', () => {
  const test = new TestOrg();
  let server: OrgServer;
  let cookie: string;

  /** Sends a path as it is: `fetch` would tidy it up. */
  const send = (
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(server.url);
      const method = body === undefined ? 'GET' : 'POST';
      const options = { port, host: '127.0.0.1', path, method, headers };
      const sent = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const logIn = (headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    send(
      '/login',
      { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      'user=admin%40local.org&startURL=%2F%2Fevil.example%2Flightning',
    );

  beforeAll(async () => {
    server = await startServer(test.org, { port: 0 });
    const { headers } = await logIn();
    cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    await server.pagesReady();
  }, 60_000);
  afterAll(async () => {
    await server.close();
    test.org.close();
  });

  it('lead to the login without a session, and back to this server only', async () => {
    const { status, headers } = await send('/lightning/page/home');
    expect([status, headers['location']]).toEqual([302, '/login?startURL=%2Flightning%2Fpage%2Fhome']);
    expect((await logIn()).headers['location']).toBe('/evil.example/lightning');
  });

  it('let nobody in by a click under another name than the machine has for itself', async () => {
    const host = { host: 'evil.example' };
    expect((await send('/login', host)).body).not.toContain('admin@local.org');
    expect((await logIn(host)).headers['set-cookie']).toBeUndefined();
    expect((await logIn({ 'sec-fetch-site': 'cross-site' })).headers['set-cookie']).toBeUndefined();
  });

  it('show the shell with a policy that lets no other script run', async () => {
    const { status, headers, body } = await send('/lightning/r/Account/001000000000001AAA/view', { cookie });
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/);
    expect(policy).toContain("default-src 'none'");
    expect(body).toContain('"lightning/uiRecordApi":"/local-org/vendor/');
    expect(body.match(/<script(?![^>]* src=)[^>]*>/g)).toEqual([
      '<script type="importmap">',
      '<script type="application/json" id="shell-context">',
    ]);
  });

  it('serve files of their folders only', async () => {
    for (const path of [
      '/assets/../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/local-org/vendor/%2e%2e/x',
    ]) {
      expect([path, (await send(path, { cookie })).status]).toEqual([path, 404]);
    }
  });

  it('serve files for good or after asking again, and compressed', async () => {
    const { body } = await send('/lightning/page/home', { cookie });
    const [vendor = ''] = /\/local-org\/vendor\/shell_start[^"]+/.exec(body) ?? [];
    const script = await send(vendor, { 'accept-encoding': 'gzip' });
    expect(script.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
    });
    const style = await send('/local-org/static/shell.css');
    expect(style.headers['cache-control']).toBe('no-cache');
    const etag = String(style.headers['etag']);
    expect((await send('/local-org/static/shell.css', { 'if-none-match': etag })).status).toBe(304);
  });

  it('answer models, modules of the user and changes with a session only', async () => {
    for (const path of [
      '/local-org/pages/home',
      '/local-org/modules/@salesforce/user/Id',
      '/local-org/changes',
      '/resource/Logo',
    ]) {
      expect([path, (await send(path)).status]).toEqual([path, 401]);
    }
    expect((await send('/local-org/modules/@salesforce/user/isGuest', { cookie })).body).toContain('false');
    expect((await send('/local-org/modules/c/notThere.js', { cookie })).status).toBe(404);
  });
});
