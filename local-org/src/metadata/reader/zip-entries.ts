import { unzipSync } from 'fflate';
import { LocalOrgError } from '../../core';

/** @see https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_metadata.htm */
export const MAX_PACKAGE_FILES = 10_000;
export const MAX_UNCOMPRESSED_BYTES = 400 * 1024 * 1024;

/** The bytes of a package's files by path, without directories. */
export type ZipEntries = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks a zip. Sizes are taken from its directory before anything is unpacked.
 *
 * @throws LocalOrgError INVALID_ZIP when it is no zip, or holds paths that lead out of the package; LIMIT_EXCEEDED when
 *   it has more than {@link MAX_PACKAGE_FILES} files or {@link MAX_UNCOMPRESSED_BYTES} bytes
 */
export function readZipEntries(zip: Uint8Array): ZipEntries {
  let files = 0;
  let bytes = 0;
  const filter = (file: { readonly name: string; readonly originalSize: number }): boolean => {
    checkPath(file.name);
    files += 1;
    bytes += file.originalSize;
    if (files > MAX_PACKAGE_FILES)
      throw limit(`Maximum number of files in a package is ${MAX_PACKAGE_FILES}`);
    if (bytes > MAX_UNCOMPRESSED_BYTES)
      throw limit('Maximum size of request reached. Maximum size of request is 400 MB');
    return !file.name.endsWith('/');
  };
  try {
    return new Map(Object.entries(unzipSync(zip, { filter })));
  } catch (error) {
    if (error instanceof LocalOrgError) throw error;
    throw invalid('the file is not a readable zip', error);
  }
}

function checkPath(path: string): void {
  const unsafe = path.includes('\\') || path.startsWith('/') || /^[A-Za-z]:/.test(path);
  if (unsafe || path.split('/').includes('..')) throw invalid(`path ${path} leads out of the package`);
}

function invalid(reason: string, cause?: unknown): LocalOrgError {
  return new LocalOrgError('INVALID_ZIP', `Invalid zip file: ${reason}`, {
    actions: ['Send a base64-encoded zip with package.xml at its root'],
    ...(cause === undefined ? {} : { cause }),
  });
}

function limit(message: string): LocalOrgError {
  return new LocalOrgError('LIMIT_EXCEEDED', message, { actions: ['Deploy in several smaller packages'] });
}
