import type { Component, MetadataObject } from '../component';
import { booleanOf, numberOf, objectOf, objectsOf, textOf, textsOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/** What stands at a place of a layout. */
export type LayoutItemKind =
  'field' | 'emptySpace' | 'customLink' | 'visualforcePage' | 'reportChart' | 'canvas' | 'component';

/** One place of a layout. */
export interface LayoutItemDefinition {
  readonly kind: LayoutItemKind;
  /** API name of the field, link, page, report or component; null for an empty space. */
  readonly name: string | null;
  readonly behavior: 'Edit' | 'Readonly' | 'Required';
}

/** A section of a layout: columns of items, from the top down. */
export interface LayoutSectionDefinition {
  readonly label: string | null;
  /** `TwoColumnsTopToBottom`, `TwoColumnsLeftToRight`, `OneColumn`, `CustomLinks`. */
  readonly style: string;
  /** Whether the heading is shown with the record, and while it is edited. */
  readonly detailHeading: boolean;
  readonly editHeading: boolean;
  readonly columns: readonly (readonly LayoutItemDefinition[])[];
}

/** A related list of a layout. */
export interface LayoutRelatedListDefinition {
  /** `RelatedContactList`, or the child's field: `Thing__c.Account__c`. */
  readonly relatedList: string;
  /** Columns, by the names that list views have for them. */
  readonly fields: readonly string[];
  readonly sortField: string | null;
  readonly sortAscending: boolean;
  /** Standard buttons that are left out: `New`. */
  readonly excludeButtons: readonly string[];
  readonly customButtons: readonly string[];
  readonly quickActions: readonly string[];
}

/** An action in the order that a layout gives. */
export interface LayoutActionDefinition {
  /** `Opportunity.Change_Stage`, `Edit`, `LogACall`. */
  readonly name: string;
  /** `QuickAction`, `StandardButton`, `CustomButton`, `ProductivityAction`. */
  readonly type: string;
  readonly subtype: string | null;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_layouts.htm */
export interface LayoutDefinition {
  readonly object: string;
  readonly name: string;
  readonly sections: readonly LayoutSectionDefinition[];
  readonly relatedLists: readonly LayoutRelatedListDefinition[];
  /** Actions of the record page; null when the layout does not say, and predefined ones stand there. */
  readonly actions: readonly LayoutActionDefinition[] | null;
  /** Standard buttons that are left out: `Delete`. */
  readonly excludeButtons: readonly string[];
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
    sections: objectsOf(content, 'layoutSections').map(sectionOf),
    relatedLists: objectsOf(content, 'relatedLists').map(relatedListOf),
    actions: actionsOf(content),
    excludeButtons: textsOf(content, 'excludeButtons'),
  };
}

function sectionOf(section: MetadataObject): LayoutSectionDefinition {
  return {
    label: textOf(section, 'label') ?? null,
    style: textOf(section, 'style') ?? 'TwoColumnsTopToBottom',
    detailHeading: booleanOf(section, 'detailHeading'),
    editHeading: booleanOf(section, 'editHeading'),
    columns: objectsOf(section, 'layoutColumns').map((column) =>
      objectsOf(column, 'layoutItems').map(layoutItem),
    ),
  };
}

/** Elements that say what an item is, and the kind they make it. */
const ITEM_KINDS: readonly (readonly [element: string, kind: LayoutItemKind])[] = [
  ['field', 'field'],
  ['customLink', 'customLink'],
  ['page', 'visualforcePage'],
  ['canvas', 'canvas'],
  ['component', 'component'],
];

function layoutItem(item: MetadataObject): LayoutItemDefinition {
  const behavior = textOf(item, 'behavior');
  const chart = objectOf(item, 'reportChartComponent');
  const found = ITEM_KINDS.find(([element]) => textOf(item, element) !== undefined);
  const [element, kind] = found ?? ['', chart ? 'reportChart' : 'emptySpace'];
  return {
    kind,
    name: textOf(item, element) ?? (chart && textOf(chart, 'reportName')) ?? null,
    behavior: behavior === 'Required' || behavior === 'Readonly' ? behavior : 'Edit',
  };
}

function relatedListOf(list: MetadataObject): LayoutRelatedListDefinition {
  return {
    relatedList: textOf(list, 'relatedList') ?? '',
    fields: textsOf(list, 'fields'),
    sortField: textOf(list, 'sortField') ?? null,
    sortAscending: textOf(list, 'sortOrder') !== 'Desc',
    excludeButtons: textsOf(list, 'excludeButtons'),
    customButtons: textsOf(list, 'customButtons'),
    quickActions: textsOf(list, 'quickActions'),
  };
}

/** Lightning Experience takes the platform actions; without them those of the publisher come before the buttons. */
function actionsOf(content: MetadataObject): LayoutActionDefinition[] | null {
  const platform = objectOf(content, 'platformActionList');
  if (platform) {
    return [...objectsOf(platform, 'platformActionListItems')]
      .sort((a, b) => (numberOf(a, 'sortOrder') ?? 0) - (numberOf(b, 'sortOrder') ?? 0))
      .map((item) => ({
        name: textOf(item, 'actionName') ?? '',
        type: textOf(item, 'actionType') ?? 'QuickAction',
        subtype: textOf(item, 'subtype') ?? null,
      }));
  }
  const publisher = objectOf(content, 'quickActionList');
  if (!publisher) return null;
  return objectsOf(publisher, 'quickActionListItems').map((item) => ({
    name: textOf(item, 'quickActionName') ?? '',
    type: 'QuickAction',
    subtype: null,
  }));
}
