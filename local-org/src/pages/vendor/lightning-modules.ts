/** A module of the platform's `lightning` namespace that the local org writes itself, since no package has it. */
export interface LightningModule {
  /** Where its behaviour is described. */
  readonly documentation: string;
  /** What is missing of the platform's; absent when nothing that is known. */
  readonly gaps?: string;
  /** Test that uses it, from the root of the repository; empty when none does. */
  readonly test: string;
}

const COMPONENTS = 'https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/';
const GUIDE = 'https://developer.salesforce.com/docs/platform/lwc/guide/';

const PAGE_COMPONENTS_TEST = 'test/browser/page-components.test.ts';
const PAGE_SUITE_TEST = 'test/browser/page-suite.test.ts';
const RECORD_FORM_TEST = 'test/browser/record-form.test.ts';
const RECORD_PAGE_TEST = 'test/browser/record-page.test.ts';
const RELATED_LIST_TEST = 'test/browser/related-list.test.ts';
const OBJECT_HOME_TEST = 'test/browser/object-home.test.ts';
const RECORD_ACTIONS_TEST = 'test/browser/record-actions.test.ts';
const SHELL_TEST = 'test/browser/shell.test.ts';

/** Modules by name. Private ones, which only the base components import, are not among them. */
export const LIGHTNING_MODULES: Readonly<Record<string, LightningModule>> = {
  'lightning/actions': { documentation: `${GUIDE}use-quick-actions-screen.html`, test: RECORD_ACTIONS_TEST },
  'lightning/clickToDial': {
    documentation: `${COMPONENTS}lightning-click-to-dial.html`,
    gaps: 'a link, since the org has no telephony',
    test: '',
  },
  'lightning/empApi': {
    documentation: `${COMPONENTS}lightning-emp-api.html`,
    gaps: 'no test uses it in a page',
    test: '',
  },
  'lightning/fileUpload': {
    documentation: `${COMPONENTS}lightning-file-upload.html`,
    gaps: 'no list of files that were uploaded, no image editing',
    test: '',
  },
  'lightning/flow': {
    documentation: `${COMPONENTS}lightning-flow.html`,
    gaps: 'no pause, no types of output variables',
    test: PAGE_COMPONENTS_TEST,
  },
  'lightning/flowSupport': { documentation: `${GUIDE}use-flow-screen.html`, test: '' },
  'lightning/graphql': { documentation: `${GUIDE}reference-graphql.html`, test: '' },
  'lightning/inputField': {
    documentation: `${COMPONENTS}lightning-input-field.html`,
    test: RECORD_FORM_TEST,
  },
  'lightning/inputRichText': {
    documentation: `${COMPONENTS}lightning-input-rich-text.html`,
    gaps: 'bold, italic, underline, strike and lists; no fonts, colours, images, links or own buttons',
    test: '',
  },
  'lightning/logger': {
    documentation: `${GUIDE}reference-lightning-logger.html`,
    gaps: "writes to the browser's console",
    test: '',
  },
  'lightning/map': {
    documentation: `${COMPONENTS}lightning-map.html`,
    gaps: 'a plot of coordinates and a list of markers: no map below them, addresses are not found, shapes are not drawn',
    test: PAGE_SUITE_TEST,
  },
  'lightning/messageService': {
    documentation: `${GUIDE}use-message-channel.html`,
    gaps: 'every subscriber hears every message, as with APPLICATION_SCOPE',
    test: PAGE_SUITE_TEST,
  },
  'lightning/messages': { documentation: `${COMPONENTS}lightning-messages.html`, test: RECORD_FORM_TEST },
  'lightning/mobileCapabilities': {
    documentation: `${GUIDE}reference-lightning-mobilecapabilities.html`,
    gaps: 'all capabilities are unavailable, as in any browser',
    test: '',
  },
  'lightning/navigation': { documentation: `${GUIDE}use-navigate.html`, test: SHELL_TEST },
  'lightning/outputField': {
    documentation: `${COMPONENTS}lightning-output-field.html`,
    test: RECORD_FORM_TEST,
  },
  'lightning/pageReferenceUtils': {
    documentation: `${GUIDE}reference-lightning-pagereferenceutils.html`,
    test: '',
  },
  'lightning/platformResourceLoader': {
    documentation: `${GUIDE}reference-lightning-platformresourceloader.html`,
    test: PAGE_SUITE_TEST,
  },
  'lightning/platformShowToastEvent': { documentation: `${GUIDE}use-toast.html`, test: RECORD_PAGE_TEST },
  'lightning/platformWorkspaceApi': {
    documentation: `${GUIDE}reference-lightning-workspace-api.html`,
    gaps: 'no console navigation: calls are refused by name',
    test: '',
  },
  'lightning/quickActionPanel': {
    documentation: `${COMPONENTS}lightning-quick-action-panel.html`,
    test: '',
  },
  'lightning/recordEditForm': {
    documentation: `${COMPONENTS}lightning-record-edit-form.html`,
    test: RECORD_FORM_TEST,
  },
  'lightning/recordForm': { documentation: `${COMPONENTS}lightning-record-form.html`, test: '' },
  'lightning/recordPicker': {
    documentation: `${COMPONENTS}lightning-record-picker.html`,
    gaps: 'filter logic of ANDs or ORs only',
    test: '',
  },
  'lightning/recordViewForm': {
    documentation: `${COMPONENTS}lightning-record-view-form.html`,
    test: RECORD_FORM_TEST,
  },
  'lightning/refresh': { documentation: `${GUIDE}data-refreshview.html`, test: '' },
  'lightning/uiActionsApi': {
    documentation:
      'https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_actions.htm',
    test: RECORD_ACTIONS_TEST,
  },
  'lightning/uiAppsApi': { documentation: `${GUIDE}reference-get-nav-items.html`, test: '' },
  'lightning/uiGraphQLApi': { documentation: `${GUIDE}reference-graphql-refresh.html`, test: '' },
  'lightning/uiLayoutApi': { documentation: `${GUIDE}reference-get-layout.html`, test: RECORD_PAGE_TEST },
  'lightning/uiListApi': { documentation: `${GUIDE}reference-wire-adapters-list-view.html`, test: '' },
  'lightning/uiListsApi': {
    documentation: `${GUIDE}reference-lightning-ui-lists-api.html`,
    test: OBJECT_HOME_TEST,
  },
  'lightning/uiLookupsApi': {
    documentation:
      'https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_lookup.htm',
    test: '',
  },
  'lightning/uiObjectInfoApi': {
    documentation: `${GUIDE}reference-wire-adapters-object-info.html`,
    test: RECORD_PAGE_TEST,
  },
  'lightning/uiRecordApi': {
    documentation: `${GUIDE}reference-lightning-ui-api-record.html`,
    test: RECORD_PAGE_TEST,
  },
  'lightning/uiRelatedListApi': {
    documentation: `${GUIDE}reference-lightning-ui-api-related-list.html`,
    test: RELATED_LIST_TEST,
  },
};

/** Documented modules that the local org does not have; a deploy of a component that imports one fails by name. */
export const UNSUPPORTED_LIGHTNING_MODULES: readonly string[] = [
  'lightning/analyticsWaveApi',
  'lightning/cmsDeliveryApi',
  'lightning/conversationToolkitApi',
  'lightning/omnistudioPubsub',
  'lightning/platformUtilityBarApi',
  'lightning/richTextToolbarButton',
  'lightning/richTextToolbarButtonGroup',
  'lightning/salesforceScheduler',
  'lightning/serviceCloudVoiceToolkitApi',
  'lightning/stateManager',
];
