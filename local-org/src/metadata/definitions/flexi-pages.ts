import type { Component, MetadataObject } from '../component';
import { objectOf, objectsOf, textOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/** A condition on which a component is shown. @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm#uiformularule */
export interface VisibilityRuleDefinition {
  /** `1 AND (2 OR 3)`; null means that all criteria must hold. */
  readonly booleanFilter: string | null;
  readonly criteria: readonly VisibilityCriterionDefinition[];
}

export interface VisibilityCriterionDefinition {
  /** `{!Record.StageName}`, `{!$Permission.CustomPermission.Waive}`, `{!$Client.FormFactor}` */
  readonly leftValue: string;
  /** `EQUAL`, `NE`, `CONTAINS`, ... */
  readonly operator: string;
  /** Absent when it compares with nothing. */
  readonly rightValue: string | null;
}

/** A list property such as the actions of a highlights panel; each entry may have a condition of its own. */
export type PagePropertyValue =
  string | readonly { readonly value: string; readonly visibility: VisibilityRuleDefinition | null }[];

export interface PageComponentDefinition {
  readonly kind: 'component';
  /** `force:detailPanel`, `c:dealHealth`, or `dealHealth` for a component of the org's own. */
  readonly name: string;
  readonly identifier: string | null;
  readonly properties: Readonly<Record<string, PagePropertyValue>>;
  readonly visibility: VisibilityRuleDefinition | null;
}

/** A field that stands on the page itself (dynamic forms). */
export interface PageFieldDefinition {
  readonly kind: 'field';
  /** API name without `Record.`: `StageName`. */
  readonly field: string;
  readonly identifier: string | null;
  /** `none`, `required`, `readonly` */
  readonly behavior: string;
  readonly visibility: VisibilityRuleDefinition | null;
}

export type PageItemDefinition = PageComponentDefinition | PageFieldDefinition;

/** A place of the template, or a facet that a component's property names. */
export interface PageRegionDefinition {
  readonly name: string;
  readonly kind: 'Region' | 'Facet';
  readonly items: readonly PageItemDefinition[];
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm */
export interface FlexiPageDefinition {
  readonly name: string;
  readonly label: string;
  /** `RecordPage`, `AppPage`, `HomePage`, `UtilityBar`, ... */
  readonly type: string;
  /** Object of a record page. */
  readonly object: string | null;
  /** `flexipage:recordHomeTemplateDesktop` */
  readonly template: string;
  readonly regions: readonly PageRegionDefinition[];
}

/** The Lightning page of that name; undefined when there is none. */
export function flexiPage(store: ComponentStore, name: string): FlexiPageDefinition | undefined {
  const component = store.find('FlexiPage', name);
  return component && flexiPageOf(component);
}

/** All Lightning pages. */
export function flexiPages(store: ComponentStore): FlexiPageDefinition[] {
  return store.all('FlexiPage').map(flexiPageOf);
}

function flexiPageOf({ fullName, content }: Component): FlexiPageDefinition {
  const template = objectOf(content, 'template');
  return {
    name: fullName,
    label: textOf(content, 'masterLabel') ?? fullName,
    type: textOf(content, 'type') ?? '',
    object: textOf(content, 'sobjectType') ?? null,
    template: (template && textOf(template, 'name')) ?? '',
    regions: objectsOf(content, 'flexiPageRegions').map((region) => ({
      name: textOf(region, 'name') ?? '',
      kind: textOf(region, 'type') === 'Facet' ? 'Facet' : 'Region',
      items: objectsOf(region, 'itemInstances').flatMap(itemOf),
    })),
  };
}

function itemOf(item: MetadataObject): PageItemDefinition[] {
  const component = objectOf(item, 'componentInstance');
  if (component) return [componentOf(component)];
  const field = objectOf(item, 'fieldInstance');
  return field ? [fieldOf(field)] : [];
}

function componentOf(component: MetadataObject): PageComponentDefinition {
  return {
    kind: 'component',
    name: textOf(component, 'componentName') ?? '',
    identifier: textOf(component, 'identifier') ?? null,
    properties: Object.fromEntries(
      objectsOf(component, 'componentInstanceProperties').map((property) => [
        textOf(property, 'name') ?? '',
        propertyValueOf(property),
      ]),
    ),
    visibility: visibilityOf(component),
  };
}

function propertyValueOf(property: MetadataObject): PagePropertyValue {
  const list = objectOf(property, 'valueList');
  if (!list) return textOf(property, 'value') ?? '';
  return objectsOf(list, 'valueListItems').map((entry) => ({
    value: textOf(entry, 'value') ?? '',
    visibility: visibilityOf(entry),
  }));
}

function fieldOf(field: MetadataObject): PageFieldDefinition {
  const properties = new Map(
    objectsOf(field, 'fieldInstanceProperties').map((property) => [
      textOf(property, 'name'),
      textOf(property, 'value'),
    ]),
  );
  return {
    kind: 'field',
    field: (textOf(field, 'fieldItem') ?? '').replace(/^Record\./, ''),
    identifier: textOf(field, 'identifier') ?? null,
    behavior: properties.get('uiBehavior') ?? 'none',
    visibility: visibilityOf(field),
  };
}

function visibilityOf(owner: MetadataObject): VisibilityRuleDefinition | null {
  const rule = objectOf(owner, 'visibilityRule');
  if (!rule) return null;
  return {
    booleanFilter: textOf(rule, 'booleanFilter') ?? null,
    criteria: objectsOf(rule, 'criteria').map((criterion) => ({
      leftValue: textOf(criterion, 'leftValue') ?? '',
      operator: textOf(criterion, 'operator') ?? '',
      rightValue: textOf(criterion, 'rightValue') ?? null,
    })),
  };
}
