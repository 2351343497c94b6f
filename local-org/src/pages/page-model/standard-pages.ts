import type { FlexiPageDefinition, PageComponentDefinition, PageRegionDefinition } from '../../metadata';

/** The platform's own pages, for objects and homes to which none is assigned. */
export const STANDARD_PAGES: Readonly<Record<'record' | 'home', FlexiPageDefinition>> = {
  record: {
    name: '',
    label: 'Record',
    type: 'RecordPage',
    object: null,
    template: 'flexipage:recordHomeTemplateDesktop',
    regions: [
      region('header', component('force:highlightsPanel')),
      region('main', component('flexipage:tabset', { tabs: 'tabs' })),
      region('sidebar', component('runtime_sales_activities:activityPanel')),
      facet(
        'tabs',
        component('flexipage:tab', { title: 'Standard.Tab.relatedLists', body: 'related' }),
        component('flexipage:tab', { title: 'Standard.Tab.detail', body: 'detail', active: 'true' }),
      ),
      facet('related', component('force:relatedListContainer')),
      facet('detail', component('force:detailPanel')),
    ],
  },
  home: {
    name: '',
    label: 'Home',
    type: 'HomePage',
    object: null,
    template: 'home:desktopTemplate',
    regions: [
      region('bottomLeft', component('home:todaysEvents')),
      region('bottomRight', component('home:todaysTasks')),
      region('sidebar', component('home:recentRecords')),
    ],
  },
};

function component(name: string, properties: Readonly<Record<string, string>> = {}): PageComponentDefinition {
  return { kind: 'component', name, identifier: null, properties, visibility: null };
}

function region(name: string, ...items: readonly PageComponentDefinition[]): PageRegionDefinition {
  return { name, kind: 'Region', items };
}

function facet(name: string, ...items: readonly PageComponentDefinition[]): PageRegionDefinition {
  return { name, kind: 'Facet', items };
}
