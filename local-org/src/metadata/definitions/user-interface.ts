import { childName, parentName } from '../component';
import { booleanOf, objectsOf, textOf, textsOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

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

/** Fields grouped under a name. */
export interface FieldSetDefinition {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  /** The fields that are shown, by their paths: `Owner.Name`. */
  readonly fields: readonly { readonly path: string; readonly required: boolean }[];
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

/** All field sets, with the fields they display. */
export function fieldSets(store: ComponentStore): FieldSetDefinition[] {
  return store.all('FieldSet').map(({ content, fullName }) => ({
    object: parentName(fullName),
    name: childName(fullName),
    label: textOf(content, 'label') ?? childName(fullName),
    fields: objectsOf(content, 'displayedFields').map((entry) => ({
      path: textOf(entry, 'field') ?? '',
      required: booleanOf(entry, 'isRequired'),
    })),
  }));
}
