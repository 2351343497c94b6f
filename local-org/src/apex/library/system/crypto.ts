import * as node from 'node:crypto';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexBlob } from '../../runtime/values/apex-blob';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';
import { decrypt, decryptManaged, encrypt, encryptManaged } from './crypto-ciphers';

/** Digests by name in Apex. */
const DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  SHA512: 'sha512',
  'SHA-256': 'sha256',
  'SHA-512': 'sha512',
  'SHA3-256': 'sha3-256',
  'SHA3-384': 'sha3-384',
  'SHA3-512': 'sha3-512',
};

const MACS: Readonly<Record<string, string>> = {
  HMACMD5: 'md5',
  HMACSHA1: 'sha1',
  HMACSHA256: 'sha256',
  HMACSHA512: 'sha512',
};

const SIGNATURES: Readonly<Record<string, string>> = {
  RSA: 'sha1',
  'RSA-SHA1': 'sha1',
  'RSA-SHA256': 'sha256',
  'RSA-SHA384': 'sha384',
  'RSA-SHA512': 'sha512',
  'ECDSA-SHA256': 'sha256',
  'ECDSA-SHA384': 'sha384',
  'ECDSA-SHA512': 'sha512',
};

/** Sizes of AES keys in bits. */
const AES_KEY_BITS: ReadonlySet<number> = new Set([128, 192, 256]);

/** @throws SecurityException for an unknown algorithm */
function named(
  runtime: ApexRuntime,
  table: Readonly<Record<string, string>>,
  name: Maybe<string>,
  kind: string,
): string {
  const given = required(runtime, name);
  return (
    table[given.toUpperCase()] ??
    runtime.throwNew('System.SecurityException', `${given} ${kind} not available`)
  );
}

const bytesOf = (runtime: ApexRuntime, blob: Maybe<ApexBlob>, position: number): Uint8Array =>
  required(runtime, blob, position).bytes;

function generateDigest(runtime: ApexRuntime, algorithm: Maybe<string>, input: Maybe<ApexBlob>): ApexBlob {
  const digest = named(runtime, DIGESTS, algorithm, 'MessageDigest');
  return new ApexBlob(
    node
      .createHash(digest)
      .update(bytesOf(runtime, input, 2))
      .digest(),
  );
}

function generateMac(
  runtime: ApexRuntime,
  algorithm: Maybe<string>,
  input: Maybe<ApexBlob>,
  key: Maybe<ApexBlob>,
): ApexBlob {
  const digest = named(runtime, MACS, algorithm, 'Mac');
  const mac = node.createHmac(digest, bytesOf(runtime, key, 3)).update(bytesOf(runtime, input, 2));
  return new ApexBlob(mac.digest());
}

function verifyHmac(
  runtime: ApexRuntime,
  algorithm: Maybe<string>,
  data: Maybe<ApexBlob>,
  key: Maybe<ApexBlob>,
  mac: Maybe<ApexBlob>,
): boolean {
  const expected = generateMac(runtime, algorithm, data, key).bytes;
  const given = bytesOf(runtime, mac, 4);
  return expected.length === given.length && node.timingSafeEqual(expected, given);
}

/** A key in PKCS #8 or X.509 form. @throws SecurityException when it is none */
function keyOf(runtime: ApexRuntime, bytes: Uint8Array, kind: 'private' | 'public'): node.KeyObject {
  const key = Buffer.from(bytes);
  try {
    return kind === 'private'
      ? node.createPrivateKey({ key, format: 'der', type: 'pkcs8' })
      : node.createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    // UNVERIFIED: the text of the exception for bytes that are no key.
    return runtime.throwNew('System.SecurityException', `Invalid ${kind} key`);
  }
}

function sign(
  runtime: ApexRuntime,
  algorithm: Maybe<string>,
  input: Maybe<ApexBlob>,
  privateKey: Maybe<ApexBlob>,
): ApexBlob {
  const digest = named(runtime, SIGNATURES, algorithm, 'Signature');
  const key = keyOf(runtime, bytesOf(runtime, privateKey, 3), 'private');
  return new ApexBlob(node.sign(digest, bytesOf(runtime, input, 2), key));
}

function verify(
  runtime: ApexRuntime,
  algorithm: Maybe<string>,
  data: Maybe<ApexBlob>,
  signature: Maybe<ApexBlob>,
  publicKey: Maybe<ApexBlob>,
): boolean {
  const digest = named(runtime, SIGNATURES, algorithm, 'Signature');
  const key = keyOf(runtime, bytesOf(runtime, publicKey, 4), 'public');
  return node.verify(digest, bytesOf(runtime, data, 2), key, bytesOf(runtime, signature, 3));
}

function generateAesKey(runtime: ApexRuntime, size: Maybe<number>): ApexBlob {
  const bits = required(runtime, size);
  if (AES_KEY_BITS.has(bits)) return new ApexBlob(node.randomBytes(bits / 8));
  // UNVERIFIED: the text of the exception for an unknown size of a key.
  return runtime.throwNew('System.InvalidParameterValueException', `Invalid AES key size: ${bits}`);
}

/** System.Crypto. */
export const cryptoClass: PlatformClass = {
  name: 'System.Crypto',
  kind: 'class',
  documentation: referencePage('apex_classes_restful_crypto'),
  members: [
    method(
      'static Blob decrypt(String algorithm, Blob key, Blob initializationVector, Blob cipherText)',
      decrypt,
    ),
    method('static Blob decryptWithManagedIV(String algorithm, Blob key, Blob cipherText)', decryptManaged),
    method(
      'static Blob decryptWithManagedIV(String algorithm, Blob key, Blob cipherText, Blob authenticated)',
      decryptManaged,
    ),
    method(
      'static Blob encrypt(String algorithm, Blob key, Blob initializationVector, Blob clearText)',
      encrypt,
    ),
    method('static Blob encryptWithManagedIV(String algorithm, Blob key, Blob clearText)', encryptManaged),
    method(
      'static Blob encryptWithManagedIV(String algorithm, Blob key, Blob clearText, Blob authenticated)',
      encryptManaged,
    ),
    method('static Blob generateAesKey(Integer size)', generateAesKey),
    method('static Blob generateDigest(String algorithm, Blob input)', generateDigest),
    method('static Blob generateMac(String algorithm, Blob input, Blob key)', generateMac),
    method('static Integer getRandomInteger()', () => node.randomBytes(4).readInt32BE()),
    method('static Long getRandomLong()', () => node.randomBytes(8).readBigInt64BE()),
    method('static Blob sign(String algorithm, Blob input, Blob privateKey)', sign),
    method('static Boolean verify(String algorithm, Blob data, Blob signature, Blob publicKey)', verify),
    method('static Boolean verifyHmac(String algorithm, Blob data, Blob key, Blob mac)', verifyHmac),
  ],
};
