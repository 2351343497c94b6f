import type { Component, MetadataObject } from '../component';
import { objectOf, objectsOf, textOf } from '../content-access';
import type { PathStep } from '../xml/xml-element';
import { quickActionReferences } from './quick-action-references';
import { reference, type Reference } from './reference';

/** A component or field on a Lightning page, with its place in the file. */
export interface PlacedItem {
  readonly content: MetadataObject;
  readonly path: readonly PathStep[];
}

/** The components of a page, in all its regions and facets. */
export function componentInstances(page: Component): PlacedItem[] {
  return itemsOf(page, 'componentInstance');
}

/** The name of the org's own component that an instance shows: `shelf` for `shelf` and `c:shelf`; undefined for standard ones. */
export function ownComponentName(instance: MetadataObject): string | undefined {
  const name = textOf(instance, 'componentName') ?? '';
  if (!name.includes(':')) return name;
  return name.startsWith('c:') ? name.slice('c:'.length) : undefined;
}

/** What the platform says of a component that is not there, or not made for the page. */
export function designTimeMessage(name: string): string {
  return `We couldn't retrieve the design time component information for component c:${name}.`;
}

/**
 * What a Lightning page shows: components, fields of its record, flows, quick actions.
 * UNVERIFIED: the platform's wording for flows and for fields in visibility rules.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm
 */
export function flexiPageReferences(page: Component): Reference[] {
  const components = componentInstances(page);
  const fields = itemsOf(page, 'fieldInstance');
  return [
    ...components.flatMap(componentReferences),
    ...fields.flatMap((item) => fieldReferences(item, page)),
    ...[...components, ...fields].flatMap((item) => visibilityReferences(item, page)),
    ...quickActionReferences(page),
  ];
}

function itemsOf(page: Component, element: 'componentInstance' | 'fieldInstance'): PlacedItem[] {
  return objectsOf(page.content, 'flexiPageRegions').flatMap((region, i) =>
    objectsOf(region, 'itemInstances').flatMap((item, j): PlacedItem[] => {
      const content = objectOf(item, element);
      return content ? [{ content, path: ['flexiPageRegions', i, 'itemInstances', j, element] }] : [];
    }),
  );
}

function componentReferences({ content, path }: PlacedItem): Reference[] {
  const name = ownComponentName(content);
  const own =
    name === undefined
      ? []
      : [
          {
            path: [...path, 'componentName'],
            target: { type: 'LightningComponentBundle', fullName: name },
            message: designTimeMessage(name),
          },
        ];
  if (textOf(content, 'componentName') !== 'flowruntime:interview') return own;
  const flows = objectsOf(content, 'componentInstanceProperties').flatMap((property, index) => {
    const flow = textOf(property, 'name') === 'flowName' ? textOf(property, 'value') : undefined;
    const place = [...path, 'componentInstanceProperties', index, 'value'];
    return flow === undefined ? [] : [reference(place, 'flowName', 'Flow', flow)];
  });
  return [...own, ...flows];
}

/** `Record.Amount`; fields of parents, `Record.Account.Industry`, are left to the page. */
function fieldReferences({ content, path }: PlacedItem, page: Component): Reference[] {
  const item = textOf(content, 'fieldItem') ?? '';
  const field = /^Record\.(\w+)$/.exec(item)?.[1];
  const object = textOf(page.content, 'sobjectType');
  if (field === undefined || object === undefined) return [];
  return [
    {
      path: [...path, 'fieldItem'],
      target: { type: 'CustomField', fullName: `${object}.${field}` },
      message: `We couldn't retrieve or load the information on the field: ${item}.`,
    },
  ];
}

/** `{!Record.StageName}` on the left side of a criterion. */
function visibilityReferences({ content, path }: PlacedItem, page: Component): Reference[] {
  const object = textOf(page.content, 'sobjectType');
  const rule = objectOf(content, 'visibilityRule');
  if (!rule || object === undefined) return [];
  return objectsOf(rule, 'criteria').flatMap((criterion, index) => {
    const field = /^\{!Record\.(\w+)\}$/.exec(textOf(criterion, 'leftValue') ?? '')?.[1];
    const place = [...path, 'visibilityRule', 'criteria', index, 'leftValue'];
    return field === undefined ? [] : [reference(place, 'leftValue', 'CustomField', `${object}.${field}`)];
  });
}
