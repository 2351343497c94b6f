import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from '../shared';
import { JwtSession } from './jwt-session';
import { RecordingServer, type Responder } from './testing/recording-server';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const folder = mkdtempSync(join(tmpdir(), 'jwt-'));
const jwtKeyFile = join(folder, 'key.pem');
writeFileSync(jwtKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
afterAll(() => rmSync(folder, { recursive: true }));

async function login(
  respond: Responder,
  keyFile = jwtKeyFile,
): Promise<{ server: RecordingServer; result: Promise<unknown> }> {
  const server = await RecordingServer.start(respond);
  const settings = {
    loginUrl: `${server.url}/`,
    clientId: 'client',
    username: 'user@example.com',
    jwtKeyFile: keyFile,
  };
  const result = new JwtSession(settings, new VirtualClock(Date.UTC(2026, 0, 1))).open();
  await result.catch(() => undefined);
  await server.stop();
  return { server, result };
}

describe('JwtSession', () => {
  it('open: signs issuer, subject, audience and expiry with RS256', async () => {
    const { server, result } = await login(() => undefined);
    await expect(result).resolves.toEqual({ accessToken: '00D!token1', instanceUrl: server.url });
    const form = new URLSearchParams(server.requests[0]?.body);
    const [header = '', payload = '', signature = ''] = (form.get('assertion') ?? '').split('.');
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'RS256', typ: 'JWT' });
    const exp = Date.UTC(2026, 0, 1) / 1000 + 180;
    const claims = { iss: 'client', sub: 'user@example.com', aud: server.url, exp };
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual(claims);
    const content = Buffer.from(`${header}.${payload}`);
    expect(
      verify('RSA-SHA256', content, createPublicKey(privateKey), Buffer.from(signature, 'base64url')),
    ).toBe(true);
  });

  it('open: explains a refusal and what to do', async () => {
    const refusal = { error: 'invalid_grant', error_description: "user hasn't approved this consumer" };
    const { result } = await login(() => ({ status: 400, body: refusal }));
    await expect(result).rejects.toMatchObject({
      code: 'LOGIN_REFUSED',
      message: expect.stringContaining("user hasn't approved this consumer") as string,
      actions: expect.arrayContaining([expect.stringContaining('pre-authorised')]) as string[],
    });
  });

  it('open: names a key file that holds no key', async () => {
    const { server, result } = await login(() => undefined, join(folder, 'missing.pem'));
    await expect(result).rejects.toMatchObject({ code: 'JWT_KEY_UNREADABLE' });
    expect(server.requests).toHaveLength(0);
  });
});
