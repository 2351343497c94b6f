import type { FieldValue } from '../core';

/** Answers a merge field: `['Opportunity', 'Account', 'Name']`; undefined or null reads as blank. */
export type MergeFieldReader = (path: readonly string[]) => FieldValue | undefined;

/** `{!Opportunity.Name}` of classic templates and `{{{Opportunity.Name}}}` of Lightning ones. */
const MERGE_FIELD = /\{!\s*([$\w.]+)\s*\}|\{\{\{\s*([$\w.]+)\s*\}\}\}/g;

/**
 * Puts values into a template's text.
 *
 * `mergeFields('Review {!Opportunity.Name}', read)` may be `'Review Big deal'`.
 * @see https://help.salesforce.com/s/articleView?id=sf.valid_merge_fields.htm
 */
export function mergeFields(text: string, read: MergeFieldReader): string {
  return text.replace(MERGE_FIELD, (_whole, classic?: string, lightning?: string) => {
    const value = read((classic ?? lightning ?? '').split('.'));
    return value === undefined || value === null ? '' : String(value);
  });
}
