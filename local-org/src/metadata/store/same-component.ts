import type { Component, ContentFile, MetadataValue } from '../component';

/** Whether two versions of a component say the same. The order of different elements does not matter. */
export function sameComponent(left: Component, right: Component): boolean {
  return sameValue(left.content, right.content) && sameFiles(left.files, right.files);
}

/** Whether two values of content are equal. */
export function sameValue(left: MetadataValue | undefined, right: MetadataValue | undefined): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: MetadataValue | undefined): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function sameFiles(left: readonly ContentFile[], right: readonly ContentFile[]): boolean {
  if (left.length !== right.length) return false;
  const byPath = new Map(left.map((file) => [file.path, file.bytes]));
  return right.every((file) => {
    const other = byPath.get(file.path);
    return other !== undefined && Buffer.from(other).equals(Buffer.from(file.bytes));
  });
}
