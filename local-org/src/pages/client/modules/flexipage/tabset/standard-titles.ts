/** Titles that pages name instead of writing them out. */
const STANDARD_TITLES: Readonly<Record<string, string>> = {
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.additionalFields': 'Additional Fields',
  'Standard.Tab.collaborate': 'Chatter',
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.fields': 'Fields',
  'Standard.Tab.news': 'News',
  'Standard.Tab.relatedLists': 'Related',
};

/** The text of a title: that of the platform's own, any other as it is written. */
export function standardTitle(title: string): string {
  return STANDARD_TITLES[title] ?? title;
}
