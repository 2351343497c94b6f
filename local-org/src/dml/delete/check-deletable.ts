import { saveErrors } from '../save-errors';
import type { Deletion } from './deletion';

/**
 * Refuses all records of an object that cannot be deleted: platform events, custom metadata.
 * UNVERIFIED: the text.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm
 */
export function checkDeletable({ type, records }: Deletion): void {
  const { capabilities, label } = type.definition;
  if (capabilities.deletable) return;
  for (const record of records) record.fail(saveErrors.entityCannotBe('deleted', label));
}
