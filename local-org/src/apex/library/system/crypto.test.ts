import { generateKeyPairSync } from 'node:crypto';
import { callerOf, valueRuntime } from '../../testing-support/value-runtime';
import { ApexBlob } from '../../runtime/values/apex-blob';
import { cryptoClass } from './crypto';
import { encodingUtilClass } from './encoding-util';
import { urlClass } from './url';

const runtime = valueRuntime();
const crypto = callerOf(runtime, cryptoClass);
const encoding = callerOf(runtime, encodingUtilClass);
const blob = (text: string): ApexBlob => ApexBlob.fromString(text);
const hex = (value: unknown): unknown => encoding('String convertToHex', value);

describe('System.Crypto', () => {
  it.each([
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
    ['sha-256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['SHA3-256', '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532'],
  ])('generateDigest: %s', (algorithm, expected) => {
    expect(hex(crypto('Blob generateDigest', algorithm, blob('abc')))).toBe(expected);
  });

  it('generateDigest: an unknown algorithm is a SecurityException', () => {
    expect(() => crypto('Blob generateDigest', 'MD9', blob('abc'))).toThrow(
      'System.SecurityException: MD9 MessageDigest not available',
    );
  });

  it('generateMac, verifyHmac: agree', () => {
    const mac = crypto('Blob generateMac', 'HmacSHA256', blob('data'), blob('key'));
    expect(crypto('Boolean verifyHmac', 'hmacSHA256', blob('data'), blob('key'), mac)).toBe(true);
    expect(crypto('Boolean verifyHmac', 'hmacSHA256', blob('other'), blob('key'), mac)).toBe(false);
  });

  it.each(['AES128', 'AES256', 'AES256-GCM'])(
    'encryptWithManagedIV: %s comes back, other keys do not open it',
    (algorithm) => {
      const bits = algorithm === 'AES128' ? 128 : 256;
      const [key, other] = [crypto('Blob generateAesKey', bits), crypto('Blob generateAesKey', bits)];
      const secret = crypto(
        'Blob encryptWithManagedIV(String algorithm, Blob key, Blob clearText)',
        algorithm,
        key,
        blob('attack'),
      );
      const open = (with_: unknown): unknown =>
        crypto(
          'Blob decryptWithManagedIV(String algorithm, Blob key, Blob cipherText)',
          algorithm,
          with_,
          secret,
        );
      expect((open(key) as ApexBlob).toUtf8()).toBe('attack');
      if (algorithm.endsWith('GCM')) expect(() => open(other)).toThrow('System.SecurityException');
    },
  );

  it('encrypt: key and vector must have their sizes', () => {
    const short = blob('short');
    const encrypt = (key: ApexBlob, vector: ApexBlob): unknown =>
      crypto('Blob encrypt(', 'AES128', key, vector, short);
    expect(() => encrypt(short, short)).toThrow('Invalid private key. Must be 16 bytes.');
    expect(() => encrypt(blob('0123456789abcdef'), short)).toThrow(
      'Invalid initialization vector. Must be 16 bytes.',
    );
  });

  it('sign, verify: RSA keys in DER', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 1024,
      privateKeyEncoding: { format: 'der', type: 'pkcs8' },
      publicKeyEncoding: { format: 'der', type: 'spki' },
    });
    const signature = crypto('Blob sign(', 'RSA-SHA256', blob('data'), new ApexBlob(privateKey));
    expect(crypto('Boolean verify(', 'RSA-SHA256', blob('data'), signature, new ApexBlob(publicKey))).toBe(
      true,
    );
    expect(crypto('Boolean verify(', 'RSA-SHA256', blob('no'), signature, new ApexBlob(publicKey))).toBe(
      false,
    );
    expect(() => crypto('Blob sign(', 'RSA', blob('data'), blob('key'))).toThrow('System.SecurityException');
  });
});

describe('System.EncodingUtil', () => {
  it('base64Decode: other characters are refused', () => {
    expect(() => encoding('Blob base64Decode', 'a-b_')).toThrow(
      'System.StringException: Unrecognized base64 character: -',
    );
  });

  it('urlEncode, urlDecode: as data of a form', () => {
    expect(encoding('String urlEncode', 'a b&é*~', 'UTF-8')).toBe('a+b%26%C3%A9*%7E');
    expect(encoding('String urlDecode', 'a+b%26%C3%A9', 'utf-8')).toBe('a b&é');
    expect(encoding('String urlEncode', 'é', 'ISO-8859-1')).toBe('%E9');
  });
});

describe('System.Url', () => {
  const url = callerOf(runtime, urlClass);
  const make = (text: string): unknown => url('new(String spec)', null, text);

  it('parts: as java.net.URL reads them', () => {
    const parts = (text: string): unknown[] =>
      ['Protocol', 'Authority', 'Path', 'Query', 'Ref', 'File'].map((part) =>
        url(`String get${part}()`, make(text)),
      );
    expect(parts('https://me@example.com:8443/a?b=c#d')).toEqual([
      'https',
      'me@example.com:8443',
      '/a',
      'b=c',
      'd',
      '/a?b=c',
    ]);
    expect(parts('https://example.com')).toEqual(['https', 'example.com', '', null, null, '']);
    expect(parts('mailto:me@example.com')).toEqual(['mailto', null, null, null, null, 'me@example.com']);
  });

  it.each(['scheme:', 'example.com', ''])('new: %j is refused', (text) => {
    expect(() => make(text)).toThrow('System.StringException');
  });

  it('new: resolves against a context', () => {
    const resolved = url('new(Url context', null, make('https://example.com/a/b'), '../c?d');
    expect(url('String toExternalForm', resolved)).toBe('https://example.com/c?d');
    expect(() => url('new(Url context', null, null, '/x')).toThrow('System.NullPointerException');
  });
});
