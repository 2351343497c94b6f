import { unzipSync } from 'fflate';
import { textOf, type Component, type ComponentStore } from '../../metadata';

/** A file as it is sent. */
export interface ResourceContent {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

const ARCHIVE = 'application/zip';
/** Content types of files in an archive, by extension. */
const TYPES_BY_EXTENSION: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

const archives = new WeakMap<Component, ReadonlyMap<string, Uint8Array>>();

/**
 * The content of a static resource, or of a file in one that is an archive; undefined when there is none.
 * @param path `Images` or `Images/logo.png`
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/create-resources.html
 */
export function resourceContent(components: ComponentStore, path: string): ResourceContent | undefined {
  const [name = '', ...inside] = path.split('/');
  const resource = components.find('StaticResource', name);
  const [file] = resource?.files ?? [];
  if (!resource || !file) return undefined;
  const contentType = textOf(resource.content, 'contentType') ?? 'application/octet-stream';
  if (inside.length === 0) return { bytes: file.bytes, contentType };
  if (contentType !== ARCHIVE) return undefined;
  const bytes = archiveOf(resource, file.bytes).get(inside.join('/'));
  return bytes && { bytes, contentType: typeOf(path) };
}

function archiveOf(resource: Component, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let archive = archives.get(resource);
  if (!archive) {
    archive = new Map(Object.entries(unzipSync(bytes)));
    archives.set(resource, archive);
  }
  return archive;
}

function typeOf(path: string): string {
  return (
    TYPES_BY_EXTENSION[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
  );
}
