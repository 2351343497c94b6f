/**
 * Standard components of the platform that the local org does not have, by their name in FlexiPages, with the reason.
 * Pages show a placeholder in their place. Data only, so that the parity table can be written from it.
 */
export const UNSUPPORTED_COMPONENTS: Readonly<Record<string, string>> = {
  'cooper:companyInsightTeaserCard': 'company data of a service outside of the org',
  'forceChatter:feed': 'Chatter',
  'forceChatter:publisher': 'Chatter',
  'forceChatter:recordFeedContainer': 'Chatter',
  'home:assistant': 'Assistant (Einstein)',
  'runtime_sales_merge:mergeCandidatesPreviewCard': 'merge of duplicates',
  'runtime_sales_social:socialPanel': 'social networks',
  'wave:waveDashboard': 'CRM Analytics',
};

/** Pages of the platform that the local org does not have, by their path, with the reason. */
export const UNSUPPORTED_PAGES: Readonly<Record<string, string>> = {
  '/lightning/o/ContentDocument/home': 'Files home; files are reached from their records',
};
