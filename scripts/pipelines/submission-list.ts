/**
 * The submissions of a JSON document: one object, a list, or `{ "submissions": [...] }`. Their content is checked
 * when they are submitted.
 * @returns undefined when the document is none of these
 */
export function submissionList(document: unknown): readonly unknown[] | undefined {
  if (Array.isArray(document)) return document as readonly unknown[];
  if (document === null || typeof document !== 'object') return undefined;
  if (!('submissions' in document)) return [document];
  return Array.isArray(document.submissions) ? (document.submissions as readonly unknown[]) : undefined;
}
