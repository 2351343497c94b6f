import type { FilterItem } from '../../schema';
import { childName, parentName, type Component, type MetadataObject } from '../component';
import { booleanOf, objectOf, objectsOf, textOf, textsOf } from '../content-access';
import { filterItems } from '../loader/relationships';
import type { ComponentStore } from '../store/component-store';
import { shareTargetOf, type ShareTarget } from './sharing-rules';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customapplication.htm */
export interface ApplicationDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** Tabs in order: `standard-Account`, `Thing__c`. */
  readonly tabs: readonly string[];
  readonly isLightning: boolean;
  readonly utilityBar: string | null;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_tab.htm */
export interface TabDefinition {
  readonly name: string;
  readonly label: string | null;
  readonly kind: 'object' | 'flexiPage' | 'page' | 'url' | 'lwc' | 'aura';
  /** What it shows: the object, page, component or address. */
  readonly target: string;
  readonly motif: string | null;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm */
export interface ListViewDefinition {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  /** `Everything`, `Mine`, `Queue`, ... */
  readonly scope: string;
  readonly queue: string | null;
  readonly columns: readonly string[];
  readonly filters: readonly FilterItem[];
  readonly booleanFilter: string | null;
  readonly sharedTo: ShareTarget | null;
}

/** A field on a layout; null stands for an empty space. */
export interface LayoutItemDefinition {
  readonly field: string | null;
  readonly behavior: 'Edit' | 'Readonly' | 'Required';
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_layouts.htm */
export interface LayoutDefinition {
  readonly object: string;
  readonly name: string;
  readonly sections: readonly {
    readonly label: string | null;
    readonly style: string | null;
    readonly columns: readonly (readonly LayoutItemDefinition[])[];
  }[];
  readonly relatedLists: readonly { readonly relatedList: string; readonly fields: readonly string[] }[];
}

/** Fields grouped under a name: a field set, or a compact layout. */
export interface FieldListDefinition {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly fields: readonly string[];
}

/** All apps. */
export function applications(store: ComponentStore): ApplicationDefinition[] {
  return store.all('CustomApplication').map(({ content, fullName }) => ({
    name: fullName,
    label: textOf(content, 'label') ?? fullName,
    description: textOf(content, 'description') ?? null,
    tabs: textsOf(content, 'tabs'),
    isLightning: textOf(content, 'uiType') === 'Lightning',
    utilityBar: textOf(content, 'utilityBar') ?? null,
  }));
}

const TAB_TARGETS = [
  ['flexiPage', 'flexiPage'],
  ['page', 'page'],
  ['lwcComponent', 'lwc'],
  ['auraComponent', 'aura'],
  ['url', 'url'],
] as const;

/** All custom tabs. */
export function tabs(store: ComponentStore): TabDefinition[] {
  return store.all('CustomTab').map(({ content, fullName }) => {
    const shown = TAB_TARGETS.find(([element]) => textOf(content, element) !== undefined);
    return {
      name: fullName,
      label: textOf(content, 'label') ?? null,
      kind: shown?.[1] ?? 'object',
      target: (shown && textOf(content, shown[0])) ?? fullName,
      motif: textOf(content, 'motif') ?? null,
    };
  });
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

/** All page layouts. */
export function layouts(store: ComponentStore): LayoutDefinition[] {
  return store.all('Layout').map(layoutOf);
}

function layoutOf({ content, fullName }: Component): LayoutDefinition {
  const dash = fullName.indexOf('-');
  return {
    object: fullName.slice(0, dash),
    name: fullName.slice(dash + 1),
    sections: objectsOf(content, 'layoutSections').map((section) => ({
      label: textOf(section, 'label') ?? null,
      style: textOf(section, 'style') ?? null,
      columns: objectsOf(section, 'layoutColumns').map((column) =>
        objectsOf(column, 'layoutItems').map(layoutItem),
      ),
    })),
    relatedLists: objectsOf(content, 'relatedLists').map((list) => ({
      relatedList: textOf(list, 'relatedList') ?? '',
      fields: textsOf(list, 'fields'),
    })),
  };
}

function layoutItem(item: MetadataObject): LayoutItemDefinition {
  const behavior = textOf(item, 'behavior');
  return {
    field: booleanOf(item, 'emptySpace') ? null : (textOf(item, 'field') ?? null),
    behavior: behavior === 'Required' || behavior === 'Readonly' ? behavior : 'Edit',
  };
}

/** All field sets, with the fields they display. */
export function fieldSets(store: ComponentStore): FieldListDefinition[] {
  return store.all('FieldSet').map(({ content, fullName }) => ({
    ...namedList(fullName, content),
    fields: objectsOf(content, 'displayedFields').flatMap((entry) => textOf(entry, 'field') ?? []),
  }));
}

/** All compact layouts. */
export function compactLayouts(store: ComponentStore): FieldListDefinition[] {
  return store.all('CompactLayout').map(({ content, fullName }) => ({
    ...namedList(fullName, content),
    fields: textsOf(content, 'fields'),
  }));
}

function namedList(fullName: string, content: MetadataObject): Omit<FieldListDefinition, 'fields'> {
  return {
    object: parentName(fullName),
    name: childName(fullName),
    label: textOf(content, 'label') ?? childName(fullName),
  };
}
