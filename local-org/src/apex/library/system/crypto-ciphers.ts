import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexBlob } from '../../runtime/values/apex-blob';
import type { Maybe } from '../arguments';
import { required } from '../arguments';

/** A cipher by name in Apex. */
interface Cipher {
  readonly mode: 'cbc' | 'gcm';
  readonly keyBytes: number;
  readonly vectorBytes: number;
}

const CBC_VECTOR_BYTES = 16;
const GCM_VECTOR_BYTES = 12;
const GCM_TAG_BYTES = 16;
const cbc = (bits: number): Cipher => ({ mode: 'cbc', keyBytes: bits / 8, vectorBytes: CBC_VECTOR_BYTES });
const gcm = (bits: number): Cipher => ({ mode: 'gcm', keyBytes: bits / 8, vectorBytes: GCM_VECTOR_BYTES });

const CIPHERS: Readonly<Record<string, Cipher>> = {
  AES128: cbc(128),
  AES192: cbc(192),
  AES256: cbc(256),
  'AES128-GCM': gcm(128),
  'AES192-GCM': gcm(192),
  'AES256-GCM': gcm(256),
};

/** @throws SecurityException for an unknown algorithm, InvalidParameterValueException for a key of another size */
function cipherOf(runtime: ApexRuntime, name: Maybe<string>, key: Maybe<ApexBlob>): [Cipher, Uint8Array] {
  const given = required(runtime, name);
  const cipher = CIPHERS[given.toUpperCase()];
  if (!cipher) return runtime.throwNew('System.SecurityException', `Algorithm ${given} not available`);
  const { bytes } = required(runtime, key, 2);
  if (bytes.length === cipher.keyBytes) return [cipher, bytes];
  return runtime.throwNew(
    'System.InvalidParameterValueException',
    `Invalid private key. Must be ${cipher.keyBytes} bytes.`,
  );
}

function checkVector(runtime: ApexRuntime, { vectorBytes }: Cipher, bytes: Uint8Array): Uint8Array {
  if (bytes.length === vectorBytes) return bytes;
  return runtime.throwNew(
    'System.InvalidParameterValueException',
    `Invalid initialization vector. Must be ${vectorBytes} bytes.`,
  );
}

/** Cipher text; with GCM followed by the tag. */
function run(
  cipher: Cipher,
  key: Uint8Array,
  vector: Uint8Array,
  clear: Uint8Array,
  authenticated: Uint8Array | null,
): Buffer {
  const bits = cipher.keyBytes * 8;
  if (cipher.mode === 'cbc') {
    const aes = createCipheriv(`aes-${bits}-cbc`, key, vector);
    return Buffer.concat([aes.update(clear), aes.final()]);
  }
  const aes = createCipheriv(`aes-${bits}-gcm` as 'aes-256-gcm', key, vector, {
    authTagLength: GCM_TAG_BYTES,
  });
  if (authenticated) aes.setAAD(authenticated);
  return Buffer.concat([aes.update(clear), aes.final(), aes.getAuthTag()]);
}

/** @throws SecurityException when the text was not made with the key */
function undo(
  runtime: ApexRuntime,
  cipher: Cipher,
  key: Uint8Array,
  vector: Uint8Array,
  text: Uint8Array,
  authenticated: Uint8Array | null,
): Buffer {
  const bits = cipher.keyBytes * 8;
  try {
    if (cipher.mode === 'cbc') {
      const aes = createDecipheriv(`aes-${bits}-cbc`, key, vector);
      return Buffer.concat([aes.update(text), aes.final()]);
    }
    const aes = createDecipheriv(`aes-${bits}-gcm` as 'aes-256-gcm', key, vector, {
      authTagLength: GCM_TAG_BYTES,
    });
    if (authenticated) aes.setAAD(authenticated);
    aes.setAuthTag(text.subarray(-GCM_TAG_BYTES));
    return Buffer.concat([aes.update(text.subarray(0, -GCM_TAG_BYTES)), aes.final()]);
  } catch {
    // UNVERIFIED: the texts of the exceptions for a wrong key, which are Java's.
    return runtime.throwNew(
      'System.SecurityException',
      cipher.mode === 'cbc' ? 'Given final block not properly padded' : 'Tag mismatch!',
    );
  }
}

/** `Crypto.encrypt`: AES in CBC mode with PKCS #5 padding, or in GCM mode. */
export function encrypt(
  runtime: ApexRuntime,
  algorithm: Maybe<string>,
  key: Maybe<ApexBlob>,
  vector: Maybe<ApexBlob>,
  clear: Maybe<ApexBlob>,
): ApexBlob {
  const [cipher, secret] = cipherOf(runtime, algorithm, key);
  const checked = checkVector(runtime, cipher, required(runtime, vector, 3).bytes);
  return new ApexBlob(run(cipher, secret, checked, required(runtime, clear, 4).bytes, null));
}

export function decrypt(
  runtime: ApexRuntime,
  algorithm: Maybe<string>,
  key: Maybe<ApexBlob>,
  vector: Maybe<ApexBlob>,
  text: Maybe<ApexBlob>,
): ApexBlob {
  const [cipher, secret] = cipherOf(runtime, algorithm, key);
  const checked = checkVector(runtime, cipher, required(runtime, vector, 3).bytes);
  return new ApexBlob(undo(runtime, cipher, secret, checked, required(runtime, text, 4).bytes, null));
}

/** `Crypto.encryptWithManagedIV`: the vector is random and stands before the cipher text. */
export function encryptManaged(
  runtime: ApexRuntime,
  algorithm: Maybe<string>,
  key: Maybe<ApexBlob>,
  clear: Maybe<ApexBlob>,
  authenticated: Maybe<ApexBlob> = null,
): ApexBlob {
  const [cipher, secret] = cipherOf(runtime, algorithm, key);
  const vector = randomBytes(cipher.vectorBytes);
  const text = run(cipher, secret, vector, required(runtime, clear, 3).bytes, authenticated?.bytes ?? null);
  return new ApexBlob(Buffer.concat([vector, text]));
}

export function decryptManaged(
  runtime: ApexRuntime,
  algorithm: Maybe<string>,
  key: Maybe<ApexBlob>,
  text: Maybe<ApexBlob>,
  authenticated: Maybe<ApexBlob> = null,
): ApexBlob {
  const [cipher, secret] = cipherOf(runtime, algorithm, key);
  const { bytes } = required(runtime, text, 3);
  const vector = checkVector(runtime, cipher, bytes.subarray(0, cipher.vectorBytes));
  const clear = undo(
    runtime,
    cipher,
    secret,
    vector,
    bytes.subarray(cipher.vectorBytes),
    authenticated?.bytes ?? null,
  );
  return new ApexBlob(clear);
}
