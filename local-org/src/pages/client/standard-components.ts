import type { FormFactor } from '../page-model/page-model';

/**
 * The standard components of Lightning pages, by the name that stands in a FlexiPage. Data only, so that the parity
 * table can be written from it.
 *
 * A new one is a module `modules/<namespace>/<name>/` and a line here. Its public properties are filled by name: those
 * that the page's designer set, `recordId` and `objectApiName` of the page, and `facets` when it holds other components,
 * which it shows with `<flexipage-region items={facets.body} context={context}>`. Records come from the wires of
 * `lightning/ui*Api`, which share one cache; after a save everything that shows the record follows by itself.
 */
export interface StandardComponent {
  /** Module that shows it. */
  readonly module: string;
  /** What it is called in the App Builder. */
  readonly label: string;
  /** Devices on which the platform shows it; absent for all. */
  readonly formFactors?: readonly FormFactor[];
  /** What is missing of the platform's; absent when nothing that is known. */
  readonly gaps?: string;
  /** Where its behaviour is described. */
  readonly documentation: string;
  /** Test that uses it in a browser, from the root of the repository. */
  readonly test: string;
}

/** Page of the components that have none of their own. */
export const APP_BUILDER_COMPONENTS =
  'https://help.salesforce.com/s/articleView?id=sf.lightning_page_components.htm';

const HOME_COMPONENTS = 'https://help.salesforce.com/s/articleView?id=sf.home_lex.htm';

const HOME_PAGE_TEST = 'test/browser/home-page.test.ts';
const DYNAMIC_PAGE_TEST = 'test/browser/dynamic-page.test.ts';
const PAGE_COMPONENTS_TEST = 'test/browser/page-components.test.ts';
const RECORD_ACTIONS_TEST = 'test/browser/record-actions.test.ts';
const RECORD_PAGE_TEST = 'test/browser/record-page.test.ts';
const RELATED_LIST_TEST = 'test/browser/related-list.test.ts';

export const STANDARD_COMPONENTS: Readonly<Record<string, StandardComponent>> = {
  'flexipage:filterListCard': {
    module: 'flexipage/filterListCard',
    label: 'List View',
    gaps: 'no inline edit, no other list views from the card',
    documentation: APP_BUILDER_COMPONENTS,
    test: HOME_PAGE_TEST,
  },
  'flexipage:accordion': {
    module: 'flexipage/accordion',
    label: 'Accordion',
    documentation: APP_BUILDER_COMPONENTS,
    test: DYNAMIC_PAGE_TEST,
  },
  'flexipage:fieldSection': {
    module: 'flexipage/fieldSection',
    label: 'Field Section',
    documentation: APP_BUILDER_COMPONENTS,
    test: DYNAMIC_PAGE_TEST,
  },
  'flexipage:richText': {
    module: 'flexipage/richText',
    label: 'Rich Text',
    documentation: APP_BUILDER_COMPONENTS,
    test: DYNAMIC_PAGE_TEST,
  },
  'flexipage:reportChart': {
    module: 'flexipage/reportChart',
    label: 'Report Chart',
    documentation: 'https://help.salesforce.com/s/articleView?id=sf.reports_embed_lex.htm',
    test: 'test/browser/analytics.test.ts',
  },
  'flexipage:tabset': {
    module: 'flexipage/tabset',
    label: 'Tabs',
    documentation: APP_BUILDER_COMPONENTS,
    test: RECORD_PAGE_TEST,
  },
  'flexipage:tabset2': {
    module: 'flexipage/tabset',
    label: 'Tabs',
    documentation: APP_BUILDER_COMPONENTS,
    test: RECORD_PAGE_TEST,
  },
  'force:detailPanel': {
    module: 'force/detailPanel',
    label: 'Record Detail',
    documentation: APP_BUILDER_COMPONENTS,
    test: RECORD_ACTIONS_TEST,
  },
  'force:recordDetailPanelMobile': {
    module: 'force/detailPanel',
    label: 'Record Detail (phone)',
    formFactors: ['Small', 'Medium'],
    documentation: APP_BUILDER_COMPONENTS,
    test: RECORD_ACTIONS_TEST,
  },
  'force:highlightsPanel': {
    module: 'force/highlightsPanel',
    label: 'Highlights Panel',
    gaps: 'no Follow button, no printable view; e-mails, and actions of Visualforce pages and URLs, are refused by name',
    documentation: APP_BUILDER_COMPONENTS,
    test: RECORD_ACTIONS_TEST,
  },
  'runtime_sales_pathassistant:pathAssistant': {
    module: 'force/path',
    label: 'Path',
    gaps: 'key fields are edited in a dialog; no celebration',
    documentation: 'https://help.salesforce.com/s/articleView?id=sf.path_overview.htm',
    test: 'test/browser/path.test.ts',
  },
  'force:relatedListContainer': {
    module: 'force/relatedLists',
    label: 'Related Lists',
    gaps: 'no quick actions of a list',
    documentation: APP_BUILDER_COMPONENTS,
    test: RELATED_LIST_TEST,
  },
  'force:relatedListSingleContainer': {
    module: 'force/relatedList',
    label: 'Related List - Single',
    gaps: 'no quick actions of the list; always a table',
    documentation: APP_BUILDER_COMPONENTS,
    test: RELATED_LIST_TEST,
  },
  'lst:dynamicRelatedList': {
    module: 'force/relatedList',
    label: 'Dynamic Related List - Single',
    gaps: 'of its buttons New; always a table',
    documentation: APP_BUILDER_COMPONENTS,
    test: RELATED_LIST_TEST,
  },
  'flowruntime:interview': {
    module: 'flowruntime/interview',
    label: 'Flow',
    gaps: 'one column; no pause; no file upload on a screen',
    documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_distribute_lightning_page.htm',
    test: PAGE_COMPONENTS_TEST,
  },
  'runtime_sales_activities:activityPanel': {
    module: 'activities/panel',
    label: 'Activities',
    gaps: 'no e-mails, filters and recurring activities; a new activity of a contact or lead relates to no other record',
    documentation: 'https://help.salesforce.com/s/articleView?id=sales.activity_timeline_parent.htm',
    test: PAGE_COMPONENTS_TEST,
  },
  'home:recentRecords': {
    module: 'home/recentRecords',
    label: 'Recent Records',
    documentation: HOME_COMPONENTS,
    test: HOME_PAGE_TEST,
  },
  'home:todaysEvents': {
    module: 'home/todaysEvents',
    label: "Today's Events",
    documentation: HOME_COMPONENTS,
    test: HOME_PAGE_TEST,
  },
  'home:todaysTasks': {
    module: 'home/todaysTasks',
    label: "Today's Tasks",
    gaps: 'tasks of other days are found in the list of tasks only',
    documentation: HOME_COMPONENTS,
    test: HOME_PAGE_TEST,
  },
};
