import { recordIdFromName } from '../../core';
import type { FilterItem, SObjectType } from '../../schema';
import { childName, parentName, type Component } from '../component';
import { objectOf, textOf, textsOf } from '../content-access';
import { filterItems } from '../loader/relationships';
import type { ComponentStore } from '../store/component-store';
import { shareTargetOf, type ShareTarget } from './sharing-rules';

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm */
export interface ListViewDefinition {
  /** `00B...`; always the same for the same name (and owner). */
  readonly id: string;
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
  /** Who sees it; null when everybody does, or only its owner. */
  readonly sharedTo: ShareTarget | null;
  /** Id of the user who alone sees it; null when it is not private. */
  readonly ownerId: string | null;
}

/** Columns of the list views that standard objects come with; other objects show their name. */
const STANDARD_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Site', 'BillingState', 'Phone', 'Type', 'Owner.Alias'],
  Campaign: ['Name', 'Type', 'Status', 'StartDate', 'EndDate', 'Owner.Alias'],
  Case: ['CaseNumber', 'Contact.Name', 'Subject', 'Status', 'Priority', 'CreatedDate', 'Owner.Alias'],
  Contact: ['Name', 'Account.Name', 'Title', 'Phone', 'Email', 'Owner.Alias'],
  Lead: ['Name', 'Company', 'State', 'Email', 'Status', 'CreatedDate', 'Owner.Alias'],
  Opportunity: ['Name', 'Account.Name', 'Amount', 'CloseDate', 'StageName', 'Owner.Alias'],
  Product2: ['Name', 'ProductCode', 'Description', 'Family'],
  Task: ['Subject', 'Who.Name', 'What.Name', 'ActivityDate', 'Status', 'Priority', 'Owner.Name'],
};

/** Scope of the list of records that the user viewed last; no deployed list view has it. */
export const RECENTLY_VIEWED = 'RecentlyViewed';

const known = new WeakMap<ComponentStore, readonly ListViewDefinition[]>();
const knownOfObjects = new WeakMap<ComponentStore, Map<SObjectType, readonly ListViewDefinition[]>>();

/** All deployed list views. */
export function listViews(store: ComponentStore): readonly ListViewDefinition[] {
  let definitions = known.get(store);
  if (!definitions)
    known.set(store, (definitions = store.all('ListView').map((component) => listViewOf(component))));
  return definitions;
}

/**
 * The list views of an object: those that it comes with, unless one of the same name is deployed, and the deployed ones.
 *
 * DEVIATION: a new org has more of them (`NewThisWeek`, `AllOpenLeads`, ...); here an object comes with all records, the
 * ones viewed last and, when it is a standard one whose records have owners, one's own.
 */
export function listViewsOfObject(store: ComponentStore, type: SObjectType): readonly ListViewDefinition[] {
  let ofObjects = knownOfObjects.get(store);
  if (!ofObjects) knownOfObjects.set(store, (ofObjects = new Map()));
  let definitions = ofObjects.get(type);
  if (!definitions) ofObjects.set(type, (definitions = readListViews(store, type)));
  return definitions;
}

function readListViews(store: ComponentStore, type: SObjectType): readonly ListViewDefinition[] {
  const deployed = listViews(store).filter(({ object }) => object.toLowerCase() === type.name.toLowerCase());
  const names = new Set(deployed.map(({ name }) => name.toLowerCase()));
  return [...builtIn(type).filter(({ name }) => !names.has(name.toLowerCase())), ...deployed];
}

function builtIn(type: SObjectType): ListViewDefinition[] {
  const { custom, labelPlural } = type.definition;
  const plural = labelPlural.replace(/\W/g, '');
  const all = custom ? ['All', 'All'] : [`All${plural}`, `All ${labelPlural}`];
  const recent = [`RecentlyViewed${plural}`, 'Recently Viewed'];
  const views = [builtInView(type, 'Everything', all), builtInView(type, RECENTLY_VIEWED, recent)];
  if (custom || !type.field('OwnerId')) return views;
  return [...views, builtInView(type, 'Mine', [`My${plural}`, `My ${labelPlural}`])];
}

function builtInView(
  type: SObjectType,
  scope: string,
  [name = '', label = '']: readonly string[],
): ListViewDefinition {
  return {
    id: idOf(`${type.name}.${name}`),
    object: type.name,
    name,
    label,
    scope,
    queue: null,
    columns: STANDARD_COLUMNS[type.name] ?? [type.nameField?.name ?? 'Id'],
    filters: [],
    booleanFilter: null,
    sharedTo: null,
    ownerId: null,
  };
}

/**
 * What a list view component says.
 * @param ownerId of a private list view, the user whose it is
 */
export function listViewOf(
  { content, fullName }: Component,
  ownerId: string | null = null,
): ListViewDefinition {
  const sharedTo = objectOf(content, 'sharedTo');
  return {
    id: idOf(ownerId === null ? fullName : `${fullName}@${ownerId}`),
    object: parentName(fullName),
    name: childName(fullName),
    label: textOf(content, 'label') ?? childName(fullName),
    scope: textOf(content, 'filterScope') ?? 'Everything',
    queue: textOf(content, 'queue') ?? null,
    columns: textsOf(content, 'columns'),
    filters: filterItems(content, 'filters'),
    booleanFilter: textOf(content, 'booleanFilter') ?? null,
    sharedTo: sharedTo ? shareTargetOf(sharedTo) : null,
    ownerId,
  };
}

function idOf(fullName: string): string {
  return recordIdFromName('00B', fullName);
}
