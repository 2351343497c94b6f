import { ApiError } from '../../../core';
import type { RequestBody } from '../../http/request-body';
import { parseJson } from '../../http/parse-json';

/** A request that brings job and upload together. */
export interface MultipartJob {
  readonly job: unknown;
  readonly content: Uint8Array;
}

/**
 * Reads a multipart request for a job: the part `job` is JSON, the part `content` CSV.
 * @throws ApiError INVALID_MULTIPART_REQUEST
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/walkthrough_upload_multipart.htm
 */
export async function readMultipartJob(body: RequestBody): Promise<MultipartJob> {
  const headers = { 'content-type': body.contentType ?? '' };
  const form = await new Response(Uint8Array.from(body.bytes), { headers }).formData().catch(() => undefined);
  const job = form?.get('job');
  const content = form?.get('content');
  if (!job || !content) {
    throw new ApiError('INVALID_MULTIPART_REQUEST', 'The request needs the parts job and content');
  }
  return { job: parseJson(await textOf(job)), content: await bytesOf(content) };
}

function textOf(part: File | string): Promise<string> {
  return typeof part === 'string' ? Promise.resolve(part) : part.text();
}

async function bytesOf(part: File | string): Promise<Uint8Array> {
  return typeof part === 'string' ? Buffer.from(part) : new Uint8Array(await part.arrayBuffer());
}
