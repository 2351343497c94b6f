import type { FilterItem } from '../../schema';
import { childName, parentName } from '../component';
import { objectOf, textOf, textsOf } from '../content-access';
import { filterItems } from '../loader/relationships';
import type { ComponentStore } from '../store/component-store';
import { shareTargetOf, type ShareTarget } from './sharing-rules';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm */
export interface ListViewDefinition {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  /** `Everything`, `Mine`, `Queue`, ... */
  readonly scope: string;
  /** Developer name of the queue with the scope `Queue`. */
  readonly queue: string | null;
  /** Columns by their names in list views: `OPPORTUNITY.AMOUNT`, `Rating__c`. */
  readonly columns: readonly string[];
  readonly filters: readonly FilterItem[];
  readonly booleanFilter: string | null;
  /** Who sees it; null when nobody but the one who made it does. */
  readonly sharedTo: ShareTarget | null;
}

/** All list views. */
export function listViews(store: ComponentStore): ListViewDefinition[] {
  return store.all('ListView').map(({ content, fullName }) => {
    const sharedTo = objectOf(content, 'sharedTo');
    return {
      object: parentName(fullName),
      name: childName(fullName),
      label: textOf(content, 'label') ?? childName(fullName),
      scope: textOf(content, 'filterScope') ?? 'Everything',
      queue: textOf(content, 'queue') ?? null,
      columns: textsOf(content, 'columns'),
      filters: filterItems(content, 'filters'),
      booleanFilter: textOf(content, 'booleanFilter') ?? null,
      sharedTo: sharedTo ? shareTargetOf(sharedTo) : null,
    };
  });
}
