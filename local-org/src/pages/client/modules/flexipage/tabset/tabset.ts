import { LightningElement, api } from 'lwc';
import type { PageComponent, PageItem, PageModel } from '../../../../page-model/page-model';

/** Titles that pages name instead of writing them out. */
const STANDARD_TITLES: Readonly<Record<string, string>> = {
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Chatter',
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.relatedLists': 'Related',
};

interface TabView {
  readonly key: string;
  readonly title: string;
  readonly isActive: boolean;
  readonly items: readonly PageItem[];
}

/** Tabs of a page; each holds a facet, drawn when the tab is first opened. */
export default class Tabset extends LightningElement {
  @api facets: PageComponent['facets'] = {};
  @api context: PageModel['context'] = {};

  get tabs(): TabView[] {
    return (this.facets['tabs'] ?? []).flatMap((tab) => (tab.kind === 'component' ? [tabView(tab)] : []));
  }

  get activeTab(): string | undefined {
    const { tabs } = this;
    return (tabs.find(({ isActive }) => isActive) ?? tabs[0])?.key;
  }
}

function tabView({ key, properties, facets }: PageComponent): TabView {
  const title = typeof properties['title'] === 'string' ? properties['title'] : '';
  return {
    key,
    title: STANDARD_TITLES[title] ?? title,
    isActive: properties['active'] === 'true',
    items: facets['body'] ?? [],
  };
}
