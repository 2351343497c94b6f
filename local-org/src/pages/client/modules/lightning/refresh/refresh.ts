/**
 * `lightning/refresh`: a component asks for its view to be brought up to date; others in it do what that takes.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/data-refreshview.html
 */

export const REFRESH_COMPLETE = 'Complete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'CompleteWithErrors';
export const REFRESH_ERROR = 'Error';

/** How a refresh ended. */
export type RefreshStatus =
  typeof REFRESH_COMPLETE | typeof REFRESH_COMPLETE_WITH_ERRORS | typeof REFRESH_ERROR;

const REFRESH_EVENT = 'lightning__refreshview';

/** Asks the nearest container above the component to refresh its view. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(REFRESH_EVENT, { bubbles: true, composed: true, cancelable: true });
  }
}

/** Brings a component's own data up to date. */
export type RefreshHandler = (refreshed: Promise<RefreshStatus>) => Promise<RefreshStatus>;
/** Hears of a refresh of its view; its promise may hold the refresh up. */
type RefreshContainer = (refreshed: Promise<RefreshStatus>) => unknown;

interface Registration {
  readonly node: Node;
}

const handlers = new Map<symbol, Registration & { readonly handle: RefreshHandler }>();
const containers = new Map<symbol, Registration & { readonly stop: () => void }>();

/** Registers what a component does when its view is refreshed. */
export function registerRefreshHandler(component: object, handle: RefreshHandler): symbol {
  const id = Symbol('refreshHandler');
  handlers.set(id, { node: nodeOf(component), handle: handle.bind(component) });
  return id;
}

export function unregisterRefreshHandler(id: symbol): void {
  handlers.delete(id);
}

/** Makes a component the edge of a view: requests from below it refresh what is below it, and end there. */
export function registerRefreshContainer(component: object, hear: RefreshContainer): symbol {
  const id = Symbol('refreshContainer');
  const node = nodeOf(component);
  const listener = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
    hear.call(component, refreshBelow(node));
  };
  node.addEventListener(REFRESH_EVENT, listener);
  containers.set(id, { node, stop: () => node.removeEventListener(REFRESH_EVENT, listener) });
  return id;
}

export function unregisterRefreshContainer(id: symbol): void {
  containers.get(id)?.stop();
  containers.delete(id);
}

/** Lets every handler below a node do its work. */
async function refreshBelow(node: Node): Promise<RefreshStatus> {
  const below = [...handlers.values()].filter((registration) => contains(node, registration.node));
  const pending = Promise.resolve<RefreshStatus>(REFRESH_COMPLETE);
  const results = await Promise.allSettled(below.map(({ handle }) => handle(pending)));
  const failures = results.filter(
    (result) => result.status === 'rejected' || result.value === REFRESH_ERROR,
  ).length;
  if (failures === 0) return REFRESH_COMPLETE;
  return failures === results.length ? REFRESH_ERROR : REFRESH_COMPLETE_WITH_ERRORS;
}

/** A component's host element; an element stands for itself. */
function nodeOf(component: object): Node {
  const { template } = component as { template?: { host?: Node } | null };
  return template?.host ?? (component as unknown as Node);
}

function contains(outer: Node, inner: Node): boolean {
  let node: Node | null = inner;
  while (node) {
    if (node === outer) return true;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
  }
  return false;
}
