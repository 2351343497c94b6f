import { UnsupportedFeatureError } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexBlob } from '../../runtime/values/apex-blob';
import type { Maybe } from '../arguments';
import { requiredValue } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

/** Names of encodings for URLs, without regard to case, and what Node calls them. */
const ENCODINGS: Readonly<Record<string, BufferEncoding>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'iso-8859-1': 'latin1',
  'us-ascii': 'latin1',
};

/** Bytes that stand for themselves in a form's data. */
const UNRESERVED = /[A-Za-z0-9.\-*_]/;

function encodingOf(runtime: ApexRuntime, name: Maybe<string>): BufferEncoding {
  const given = requiredValue(runtime, name);
  const encoding = ENCODINGS[given.toLowerCase()];
  if (encoding === undefined) throw new UnsupportedFeatureError(`EncodingUtil: encoding ${given}`);
  return encoding;
}

function base64Decode(runtime: ApexRuntime, given: Maybe<string>): ApexBlob {
  const text = requiredValue(runtime, given).replace(/\s/g, '');
  const stray = /[^A-Za-z0-9+/=]/.exec(text)?.[0];
  if (stray !== undefined) {
    return runtime.throwNew('System.StringException', `Unrecognized base64 character: ${stray}`);
  }
  return new ApexBlob(Buffer.from(text, 'base64'));
}

function convertFromHex(runtime: ApexRuntime, given: Maybe<string>): ApexBlob {
  const text = requiredValue(runtime, given);
  // UNVERIFIED: the texts of the exceptions for malformed hexadecimal, which are those of Apache Commons Codec.
  if (text.length % 2 !== 0) return runtime.throwNew('System.StringException', 'Odd number of characters.');
  const stray = /[^0-9A-Fa-f]/.exec(text);
  if (stray) {
    return runtime.throwNew(
      'System.StringException',
      `Illegal hexadecimal character ${stray[0]} at index ${stray.index}`,
    );
  }
  return new ApexBlob(Buffer.from(text, 'hex'));
}

/** As data of a form: a space is `+`. */
function urlEncode(runtime: ApexRuntime, text: Maybe<string>, encoding: Maybe<string>): string {
  const bytes = Buffer.from(requiredValue(runtime, text), encodingOf(runtime, encoding));
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (byte === 32) return '+';
    return UNRESERVED.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

function urlDecode(runtime: ApexRuntime, text: Maybe<string>, encoding: Maybe<string>): string {
  const named = encodingOf(runtime, encoding);
  return requiredValue(runtime, text)
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) =>
      Buffer.from(escapes.replaceAll('%', ''), 'hex').toString(named),
    );
}

/** System.EncodingUtil. */
export const encodingUtilClass: PlatformClass = {
  name: 'System.EncodingUtil',
  kind: 'class',
  documentation: referencePage('apex_classes_restful_encodingUtil'),
  members: [
    method('static Blob base64Decode(String text)', base64Decode),
    method('static String base64Encode(Blob bytes)', (runtime: ApexRuntime, bytes: Maybe<ApexBlob>) =>
      requiredValue(runtime, bytes).toBase64(),
    ),
    method('static Blob convertFromHex(String text)', convertFromHex),
    method('static String convertToHex(Blob bytes)', (runtime: ApexRuntime, bytes: Maybe<ApexBlob>) =>
      Buffer.from(requiredValue(runtime, bytes).bytes).toString('hex'),
    ),
    method('static String urlDecode(String text, String encoding)', urlDecode),
    method('static String urlEncode(String text, String encoding)', urlEncode),
  ],
};
