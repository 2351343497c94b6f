import { createElement, type LightningElement } from 'lwc';

/** A component of a test, with the properties that the test sets. */
export type Rendered = HTMLElement & Record<string, unknown>;

interface TestAdapter {
  emit(value: unknown): void;
  error?(body?: unknown, status?: number, statusText?: string): void;
  emitErrors?(errors: unknown, filter?: unknown, refresh?: unknown): void;
}

/** Puts a component on the page. */
export async function render(
  name: string,
  component: typeof LightningElement,
  properties: Readonly<Record<string, unknown>> = {},
): Promise<Rendered> {
  const element = createElement(`c-${name}`, { is: component }) as unknown as Rendered;
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}

/** Waits until promises are settled and the page shows what followed. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Gives data to all components that are wired to an adapter. */
export async function provide(adapter: unknown, data: unknown): Promise<void> {
  (adapter as TestAdapter).emit(data);
  await settle();
}

/** Gives the answer of a query to all components that are wired to `graphql`; `refresh` is what asks again. */
export async function provideQuery(adapter: unknown, data: unknown, refresh?: jest.Mock): Promise<void> {
  (adapter as { emit(value: unknown, filter?: unknown, refresh?: unknown): void }).emit(
    data,
    undefined,
    refresh,
  );
  await settle();
}

/** Lets a wire fail with a message. */
export async function provideError(adapter: unknown, message: string, status = 500): Promise<void> {
  const { emitErrors, error } = adapter as TestAdapter;
  if (emitErrors) emitErrors.call(adapter, [{ message }]);
  else error?.call(adapter, { message }, status);
  await settle();
}

/** Elements that match, also inside of components. */
export function findAll(root: Element | ShadowRoot, selector: string): Rendered[] {
  const scope = root instanceof Element ? (root.shadowRoot ?? root) : root;
  const own = [...scope.querySelectorAll<Rendered>(selector)];
  const inner = [...scope.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot !== null);
  return [...own, ...inner.flatMap((element) => findAll(element, selector))];
}

/** The one element that matches. */
export function find(root: Element, selector: string): Rendered {
  const [found] = findAll(root, selector);
  if (!found) throw new Error(`There is no ${selector} in ${wordsOf(root)}`);
  return found;
}

/** A button, of any kind, by what it says. */
export function button(root: Element, label: string): Rendered {
  const found = findAll(root, 'lightning-button, lightning-button-icon, lightning-menu-item, button').find(
    (element) => [element['label'], element['alternativeText'], element.textContent?.trim()].includes(label),
  );
  if (!found) throw new Error(`There is no button ${label} in ${wordsOf(root)}`);
  return found;
}

/** Presses a button and waits for what follows. */
export async function press(root: Element, label: string): Promise<void> {
  button(root, label).click();
  await settle();
}

/** What base components show of their properties; their stand-ins render nothing. */
const SHOWN = ['label', 'title', 'value', 'alternativeText', 'header'] as const;

/** All words of a component, with those of the components inside it. */
export function wordsOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  const element = node as Rendered;
  const shown = element.localName?.startsWith('lightning-') ? SHOWN.map((name) => element[name]) : [];
  const children = [...(element.shadowRoot?.childNodes ?? []), ...node.childNodes].map(wordsOf);
  const words = [...shown, ...children].filter(
    (word) => typeof word === 'string' || typeof word === 'number',
  );
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** Listens to an event and keeps the details of what came. */
export function listen(element: EventTarget, type: string): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(type, (event) => details.push((event as CustomEvent<unknown>).detail));
  return details;
}

/** Toasts that a component showed, when it showed one. */
export function toastsOf(element: EventTarget): unknown[] {
  return listen(element, 'lightning__showtoast');
}

/** What every part of a page has to show: that it could not read, why, and that the user may not see. */
export async function expectErrorStates(element: Rendered, adapter: unknown): Promise<void> {
  await provideError(adapter, 'Too many rows');
  expect(wordsOf(element)).toContain('Too many rows');
  await expect(element).toBeAccessible();
  await provideError(adapter, 'You have no access to this record.', 403);
  expect(wordsOf(element)).toContain('c.State_Denied');
}

/** What a component asked an adapter for last. */
export function lastConfig(adapter: unknown): object | null {
  return (adapter as { getLastConfig(): object | null }).getLastConfig();
}

/** The variables of the last query. */
export function lastVariables(adapter: unknown): unknown {
  return (lastConfig(adapter) as { readonly variables?: unknown } | null)?.variables;
}
