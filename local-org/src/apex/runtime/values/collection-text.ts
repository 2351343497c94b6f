/** Collections that are being written now: one that holds itself shows as a mark instead of without end. */
const open = new Set<object>();

/**
 * Writes a collection: brackets around its parts, separated by `, `.
 *
 * UNVERIFIED: collections of any size are written in full; what stands for a collection inside itself.
 * @param visitAll calls its argument with a writer for each part
 */
export function enclosed(
  before: string,
  after: string,
  collection: object,
  visitAll: (visit: (write: () => string) => void) => void,
): string {
  if (open.has(collection)) return `${before}this Collection${after}`;
  open.add(collection);
  try {
    const parts: string[] = [];
    visitAll((write) => parts.push(write()));
    return before + parts.join(', ') + after;
  } finally {
    open.delete(collection);
  }
}
