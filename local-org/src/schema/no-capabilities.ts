import type { SObjectCapabilities } from './types';

/** What an object can do that can do nothing; others say what they can besides: `{ ...NO_CAPABILITIES, queryable: true }`. */
export const NO_CAPABILITIES: SObjectCapabilities = {
  createable: false,
  updateable: false,
  deletable: false,
  undeletable: false,
  queryable: false,
  searchable: false,
  mergeable: false,
  layoutable: false,
  triggerable: false,
  feedEnabled: false,
};
