import type { PageReference } from 'shell/router';

type Attributes = NonNullable<PageReference['attributes']>;

const OBJECT_HOME_ACTIONS: ReadonlySet<string> = new Set(['home', 'list']);
/** Modules that show the home of an object that is not a list of records. */
const HOMES: Readonly<Record<string, string>> = {
  Dashboard: 'analytics/dashboardHome',
  Report: 'analytics/reportHome',
};
/** Modules that show what begins with these three characters of an id and is no record. */
const RECORD_PAGES: Readonly<Record<string, string>> = {
  '00O': 'analytics/reportPage',
  '01Z': 'analytics/dashboardPage',
};

/** Modules of pages that no FlexiPage arranges, by the type of their reference. */
const MODULES: Readonly<Record<string, (attributes: Attributes) => string | undefined>> = {
  standard__objectPage: ({ objectApiName = '', actionName = 'list' }) =>
    OBJECT_HOME_ACTIONS.has(actionName) ? (HOMES[objectApiName] ?? 'list/objectHome') : undefined,
  standard__recordPage: ({ recordId = '', actionName = 'view' }) =>
    actionName === 'view' ? RECORD_PAGES[recordId.slice(0, 3)] : undefined,
  standard__recordRelationshipPage: () => 'force/relatedListPage',
};

/** The module that shows a page by itself; undefined for pages that have a model. Its one property is `reference`. */
export function standalonePage({ type, attributes = {} }: PageReference): string | undefined {
  return MODULES[type]?.(attributes);
}
