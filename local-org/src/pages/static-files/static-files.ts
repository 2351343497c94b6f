import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const COMPRESSED: ReadonlySet<string> = new Set(['.css', '.js', '.json', '.svg']);
const YEAR_S = 365 * 24 * 60 * 60;

/** How long browsers may keep a file: for good when its name changes with its content, else after asking again. */
export type Freshness = 'immutable' | 'revalidated';

interface KeptFile {
  readonly plain: Buffer;
  readonly gzip: Buffer | undefined;
  readonly etag: string;
  readonly type: string;
}

/** Serves the files of a folder from memory, compressed where that helps. */
export class StaticFiles {
  private readonly kept = new Map<string, KeptFile>();

  constructor(
    private readonly folder: string,
    private readonly freshness: Freshness,
  ) {}

  /** Answers with the file of that path below the folder; false when there is none. */
  send(path: string, request: FastifyRequest, reply: FastifyReply): boolean {
    const file = this.kept.get(path) ?? this.read(path);
    if (!file) return false;
    sendFile(file, this.freshness, request, reply);
    return true;
  }

  private read(path: string): KeptFile | undefined {
    const file = normalize(join(this.folder, path));
    if (!file.startsWith(this.folder + sep) || !isFile(file)) return undefined;
    const extension = extname(file);
    const kept = keptFile(readFileSync(file), CONTENT_TYPES[extension], COMPRESSED.has(extension));
    this.kept.set(path, kept);
    return kept;
  }
}

/** Answers with a text that was made for the request. */
export function sendText(
  text: string,
  type: string,
  freshness: Freshness,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return sendFile(keptFile(Buffer.from(text), type), freshness, request, reply);
}

function keptFile(plain: Buffer, type = 'application/octet-stream', compress = false): KeptFile {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { plain, gzip: compress ? gzipSync(plain) : undefined, etag, type };
}

function sendFile(
  file: KeptFile,
  freshness: Freshness,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  void reply
    .header('etag', file.etag)
    .header('cache-control', freshness === 'immutable' ? `public, max-age=${YEAR_S}, immutable` : 'no-cache')
    .header('x-content-type-options', 'nosniff');
  if (request.headers['if-none-match'] === file.etag) {
    return reply.code(304).send();
  }
  const gzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? file.gzip : undefined;
  if (gzip) void reply.header('content-encoding', 'gzip');
  if (file.gzip) void reply.header('vary', 'accept-encoding');
  return reply.type(file.type).send(gzip ?? file.plain);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
