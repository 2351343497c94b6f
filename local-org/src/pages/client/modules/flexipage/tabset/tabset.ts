import { LightningElement, api } from 'lwc';
import type { PageComponent, PageItem, PageModel } from '../../../../page-model/page-model';
import { standardTitle } from './standard-titles';

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
    title: standardTitle(title),
    isActive: properties['active'] === 'true',
    items: facets['body'] ?? [],
  };
}
