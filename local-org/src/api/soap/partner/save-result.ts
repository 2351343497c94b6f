import type { SaveResult } from '../../../dml';
import { NIL, type XmlNode } from '../soap-writer';
import { saveErrorNode, type DuplicateErrorContext } from './duplicate-error';

/** A save's result: errors, id (nil when there is none), success; `created` first for an upsert. */
export function saveResultNode(
  { id, success, created, errors }: SaveResult,
  context: DuplicateErrorContext,
  isUpsert = false,
): XmlNode {
  return {
    ...(isUpsert ? { created: created ?? false } : {}),
    errors: errors.map((error) => saveErrorNode(error, context)),
    id: id ?? NIL,
    success,
  };
}
