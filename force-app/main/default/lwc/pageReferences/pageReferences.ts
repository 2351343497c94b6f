import type { PageReference } from 'lightning/navigation';

/** The page of a record. */
export function recordPage(recordId: string): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}

/** A list view of an object. */
export function listPage(objectApiName: string, filterName: string): PageReference {
  return {
    type: 'standard__objectPage',
    attributes: { objectApiName, actionName: 'list' },
    state: { filterName },
  };
}
