import type { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { ApiError } from '../../core';

/**
 * Reads a request's body, unpacking `Content-Encoding: gzip`.
 * @param maxBytes limit of the body as sent and as unpacked
 * @throws ApiError EXCEEDED_MAX_SIZE_REQUEST (413) beyond the limit
 */
export async function readBody(
  payload: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  return encoding === undefined || encoding === 'identity' ? bytes : unpack(bytes, encoding, maxBytes);
}

function unpack(bytes: Buffer, encoding: string, maxBytes: number): Buffer {
  if (encoding !== 'gzip') {
    throw new ApiError('UNSUPPORTED_MEDIA_TYPE', `Content-Encoding header is not supported: ${encoding}`);
  }
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new ApiError('JSON_PARSER_ERROR', 'The request body is not in gzip format');
  }
}

/** UNVERIFIED: code and text. */
function tooLarge(maxBytes: number): ApiError {
  return new ApiError(
    'EXCEEDED_MAX_SIZE_REQUEST',
    `Request size exceeded the maximum allowed size of ${maxBytes} bytes`,
    { httpStatus: 413 },
  );
}
