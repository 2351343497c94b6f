import type { ListViewDefinition } from '../../../metadata';

/** Who may see a list view: its owner, everybody, some. */
export const VISIBILITIES = ['Private', 'Public', 'Shared'] as const;
export type ListVisibility = (typeof VISIBILITIES)[number];

/** Who sees a list view. */
export function visibilityOf({
  ownerId,
  sharedTo,
}: Pick<ListViewDefinition, 'ownerId' | 'sharedTo'>): ListVisibility {
  if (ownerId !== null) return 'Private';
  return sharedTo === null || sharedTo.allInternalUsers ? 'Public' : 'Shared';
}
