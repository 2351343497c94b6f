import type { PageReference } from 'shell/router';

type Attributes = NonNullable<PageReference['attributes']>;

const OBJECT_HOME_ACTIONS: ReadonlySet<string> = new Set(['home', 'list']);
/** Modules that show the home of an object that is not a list of records. */
const HOMES: Readonly<Record<string, string>> = {
  Dashboard: 'analytics/dashboardHome',
  Report: 'analytics/reportHome',
};
/** Objects whose home is not the same as their list. */
const HOMES_BESIDE_LISTS: Readonly<Record<string, string>> = { Event: 'calendar/calendarHome' };
/** Modules that show what begins with these three characters of an id and is no record. */
const RECORD_PAGES: Readonly<Record<string, string>> = {
  '00O': 'analytics/reportPage',
  '01Z': 'analytics/dashboardPage',
};

/** Modules of pages that no FlexiPage arranges, by the type of their reference. */
const MODULES: Readonly<Record<string, (attributes: Attributes) => string | undefined>> = {
  standard__objectPage: ({ objectApiName = '', actionName = 'list' }) => {
    if (!OBJECT_HOME_ACTIONS.has(actionName)) return undefined;
    const home = actionName === 'home' ? HOMES_BESIDE_LISTS[objectApiName] : undefined;
    return home ?? HOMES[objectApiName] ?? 'list/objectHome';
  },
  standard__recordPage: ({ recordId = '', actionName = 'view' }) =>
    actionName === 'view' ? RECORD_PAGES[recordId.slice(0, 3)] : undefined,
  standard__recordRelationshipPage: () => 'force/relatedListPage',
};

/** The module that shows a page by itself; undefined for pages that have a model. Its one property is `reference`. */
export function standalonePage({ type, attributes = {} }: PageReference): string | undefined {
  return MODULES[type]?.(attributes);
}
