import { createSign, generateKeyPairSync } from 'node:crypto';
import { decodeJwt, isSignedBy, type Jwt } from './jwt';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signed(header: unknown, claims: unknown): Jwt | undefined {
  const text = `${part(header)}.${part(claims)}`;
  return decodeJwt(`${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`);
}

describe('decodeJwt', () => {
  it.each([
    ['seconds', 1_700_000_000],
    ['milliseconds', 1_700_000_000_000],
  ])('reads an expiry in %s', (_unit, exp) => {
    expect(signed({ alg: 'RS256' }, { iss: 'c', sub: 'u', aud: 'a', exp })?.claims.expiresAt).toBe(
      1_700_000_000_000,
    );
  });

  it('reads a list of audiences, and prn for sub', () => {
    expect(signed({ alg: 'RS256' }, { prn: 'u', aud: ['a', 'b'] })?.claims).toMatchObject({
      sub: 'u',
      aud: ['a', 'b'],
      iss: null,
    });
  });

  it.each(['', 'a.b', 'x.y.z', `${part('text')}.${part({})}.`, `${part({})}.${part({})}.a.b`])(
    'takes %j for no JWT',
    (text) => {
      expect(decodeJwt(text)).toBeUndefined();
    },
  );
});

describe('isSignedBy', () => {
  it('accepts RS256 by the key alone', () => {
    const jwt = signed({ alg: 'RS256' }, {});
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    expect(jwt && isSignedBy(jwt, pem)).toBe(true);
    expect(jwt && isSignedBy(jwt, other.export({ type: 'spki', format: 'pem' }).toString())).toBe(false);
  });

  it('says when the certificate is none', () => {
    const jwt = signed({ alg: 'RS256' }, {});
    expect(() => jwt && isSignedBy(jwt, 'no PEM')).toThrow("The client app's certificate cannot be read");
  });

  it.each(['none', 'HS256', 'rs256'])('refuses the algorithm %s', (alg) => {
    const jwt = signed({ alg }, {});
    expect(jwt && isSignedBy(jwt, pem)).toBe(false);
  });
});
