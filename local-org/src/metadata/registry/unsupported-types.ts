import rows from '../generated/unsupported-types.json';

/** Metadata types of the platform that the local org does not take. */
export const UNSUPPORTED_TYPES: ReadonlySet<string> = new Set(rows.flatMap((row) => row.split(' ')));

/** Whether a name is a metadata type of the platform that the local org does not take: `Bot`. */
export function isUnsupportedType(name: string): boolean {
  return UNSUPPORTED_TYPES.has(name);
}
