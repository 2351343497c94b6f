import { type MetadataObject } from '../component';
import { booleanOf, objectsOf, textOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customlabels.htm */
export interface LabelDefinition {
  readonly name: string;
  readonly value: string;
  readonly language: string;
  readonly categories: readonly string[];
  readonly isProtected: boolean;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_custompermission.htm */
export interface CustomPermissionDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly isLicensed: boolean;
  /** Custom permissions one must hold too. */
  readonly requires: readonly string[];
}

/** All custom labels. */
export function customLabels(store: ComponentStore): LabelDefinition[] {
  return store.all('CustomLabel').map(({ content, fullName }) => ({
    name: fullName,
    value: textOf(content, 'value') ?? '',
    language: textOf(content, 'language') ?? 'en_US',
    categories: (textOf(content, 'categories') ?? '').split(',').flatMap((part) => part.trim() || []),
    isProtected: booleanOf(content, 'protected'),
  }));
}

/** All custom permissions. */
export function customPermissions(store: ComponentStore): CustomPermissionDefinition[] {
  return store.all('CustomPermission').map(({ content, fullName }) => ({
    name: fullName,
    label: textOf(content, 'label') ?? fullName,
    description: textOf(content, 'description') ?? null,
    isLicensed: booleanOf(content, 'isLicensed'),
    requires: objectsOf(content, 'requiredPermission').flatMap(
      (entry) => textOf(entry, 'customPermission') ?? [],
    ),
  }));
}

/**
 * What has been deployed of a settings type: `settings(store, 'Opportunity')`; empty when nothing has.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_settings.htm
 */
export function settings(store: ComponentStore, name: string): MetadataObject {
  return store.find('Settings', name)?.content ?? {};
}
