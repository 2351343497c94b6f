/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type.html */
export interface PageReference {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string>>;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** Where a kind of page lies: how its address is written and read. */
interface Route {
  readonly type: string;
  path(attributes: Attributes): string;
  /** Attributes of the parts of a path after `/lightning/`; undefined when it is another kind of page. */
  parse(parts: readonly string[]): Attributes | undefined;
}

const HOME: PageReference = { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} };

/** The pages that have an address. The first route that reads a path counts. */
const ROUTES: readonly Route[] = [
  {
    type: 'standard__recordRelationshipPage',
    path: ({ objectApiName, recordId, relationshipApiName, actionName = 'view' }) =>
      `r/${objectApiName ?? ''}/${recordId ?? ''}/related/${relationshipApiName ?? ''}/${actionName}`,
    parse: ([kind, objectApiName, recordId, related, relationshipApiName, actionName]) =>
      kind === 'r' && related === 'related'
        ? { objectApiName, recordId, relationshipApiName, actionName }
        : undefined,
  },
  {
    type: 'standard__recordPage',
    path: ({ objectApiName, recordId, actionName = 'view' }) =>
      `r/${objectApiName === undefined ? '' : `${objectApiName}/`}${recordId ?? ''}/${actionName}`,
    parse: ([kind, ...rest]) => (kind === 'r' ? recordAttributes(rest) : undefined),
  },
  {
    type: 'standard__objectPage',
    path: ({ objectApiName, actionName = 'list' }) => `o/${objectApiName ?? ''}/${actionName}`,
    parse: ([kind, objectApiName, actionName]) =>
      kind === 'o' ? { objectApiName, actionName: actionName === 'home' ? 'home' : actionName } : undefined,
  },
  {
    type: 'standard__navItemPage',
    path: ({ apiName }) => `n/${apiName ?? ''}`,
    parse: ([kind, apiName]) => (kind === 'n' ? { apiName } : undefined),
  },
  {
    type: 'standard__component',
    path: ({ componentName }) => `cmp/${componentName ?? ''}`,
    parse: ([kind, componentName]) => (kind === 'cmp' ? { componentName } : undefined),
  },
  {
    type: 'standard__app',
    path: ({ appTarget }) => `app/${appTarget ?? ''}`,
    parse: ([kind, appTarget]) => (kind === 'app' ? { appTarget } : undefined),
  },
  {
    type: 'standard__search',
    path: () => 'search',
    parse: ([kind]) => (kind === 'search' ? {} : undefined),
  },
  {
    type: 'standard__namedPage',
    path: ({ pageName }) => `page/${pageName ?? 'home'}`,
    parse: ([kind, pageName]) => (kind === 'page' ? { pageName } : undefined),
  },
];

/** `/lightning/r/006.../view` leaves the object out. */
function recordAttributes(parts: readonly string[]): Attributes {
  const [first = '', second = '', third = 'view'] = parts;
  return /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(second)
    ? { objectApiName: first, recordId: second, actionName: third }
    : { recordId: first, actionName: second === '' ? 'view' : second };
}

/**
 * The address of a page.
 * @throws Error for a kind of page that has none here
 */
export function urlOf({ type, attributes = {}, state = {} }: PageReference): string {
  if (type === 'standard__webPage') return attributes['url'] ?? '';
  const route = ROUTES.find((candidate) => candidate.type === type);
  if (!route) throw new Error(`Page references of type ${type} are not supported by the local org`);
  const query = new URLSearchParams(state).toString();
  return `/lightning/${route.path(attributes)}${query === '' ? '' : `?${query}`}`;
}

/** The page of an address; undefined when it is none of the org's Lightning pages. */
export function pageReferenceOf(url: string): PageReference | undefined {
  const { origin, pathname, searchParams } = new URL(url, location.origin);
  if (origin !== location.origin) return undefined;
  const [root, ...parts] = pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (root !== 'lightning') return undefined;
  if (parts.length === 0) return HOME;
  const state = Object.fromEntries(searchParams);
  for (const { type, parse } of ROUTES) {
    const attributes = parse(parts);
    if (attributes) return { type, attributes, state };
  }
  return { type: 'standard__namedPage', attributes: { pageName: parts.join('/') }, state };
}

/** A part of a path; one whose escapes mean nothing stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

type Listener = (reference: PageReference) => void;

const listeners = new Set<Listener>();
let current: PageReference = pageReferenceOf(location.href) ?? HOME;

/** Hears of the page now and whenever another one is shown, until the function that comes back is called. */
export function watchPage(listener: Listener): () => void {
  listeners.add(listener);
  listener(current);
  return () => listeners.delete(listener);
}

/** Goes to a page; what lies outside the org opens in a tab of its own. */
export function navigate(reference: PageReference, replace = false): void {
  const url = urlOf(reference);
  const target = pageReferenceOf(url);
  if (!target) {
    window.open(url, '_blank', 'noopener');
    return;
  }
  if (replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  show(target);
}

function show(reference: PageReference): void {
  current = Object.freeze(reference);
  for (const listener of [...listeners]) listener(current);
}

window.addEventListener('popstate', () => show(pageReferenceOf(location.href) ?? HOME));

/** Links of the org stay in this page: the click is an ordinary one, and no component has dealt with it. */
document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link?.href || (link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return;
  const target = pageReferenceOf(link.href);
  if (!target) return;
  event.preventDefault();
  navigate(target);
});
